/** A piece of code: one of the words or operators that were looked for, or a regular expression literal. */
export interface Lexeme {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const templateText = /(?:[^`\\$]|\\[^]|\$(?!\{))*(`|\$\{|$)/y;
const regexLiteral = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
/** What comes before a slash that is a division: a value's end, but not a keyword that a value follows. */
const valueBefore = /(?:[)\]}'"`]|(?<!(?<![\w$])(?:return|typeof|case|in|of|delete|void|else))(?<=[\w$\u0080-\uffff]))\s*$/;

/**
 * Finds words and operators in JavaScript, but not those in strings, comments, templates' text and names of properties. All else is
 * left to the regular expression to run over: taking all of the code apart would make loading a resolver several times as slow.
 */
export class LexemeFinder {
  private readonly outsideTemplates: RegExp;
  private readonly insideTemplates: RegExp;

  public constructor(words: readonly string[], operators: readonly string[]) {
    const skipped = String.raw`\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"`;
    const wanted = [...operators.map((operator) => operator.replace(/[+*.?]/g, '\\$&')), String.raw`\b(?:${words.join('|')})\b`].join('|');
    this.outsideTemplates = new RegExp(String.raw`(${skipped})|[\`/]|${wanted}`, 'g');
    this.insideTemplates = new RegExp(String.raw`(${skipped})|[\`/{}]|${wanted}`, 'g');
  }

  public find(code: string): Lexeme[] {
    const found: Lexeme[] = [];
    // The braces that are open inside of templates; what is outside of templates needs no counting.
    const open: string[] = [];
    let position = 0;
    for (;;) {
      const pattern = open.length > 0 ? this.insideTemplates : this.outsideTemplates;
      pattern.lastIndex = position;
      const match = pattern.exec(code);
      if (!match) return found;
      const [text, skipped] = match;
      const start = match.index;
      position = pattern.lastIndex;
      if (skipped !== undefined) continue;
      if (text === '`' || (text === '}' && open.pop() === '${')) {
        templateText.lastIndex = position;
        if (templateText.exec(code)![1] === '${') open.push('${');
        position = templateText.lastIndex;
      } else if (text === '{') {
        open.push(text);
      } else if (text === '/') {
        regexLiteral.lastIndex = start;
        if (valueBefore.test(code.slice(Math.max(0, start - 100), start)) || !regexLiteral.test(code)) continue;
        position = regexLiteral.lastIndex;
        found.push({ text: code.slice(start, position), start, end: position });
      } else if (text !== '}' && !(/\w/.test(text) && isName(code, start, position))) {
        found.push({ text, start, end: position });
      }
    }
  }
}

/** Whether a word is a part of a longer one, or the name of a property: `a.in`, `{ in: 1 }`; after '...' it is neither. */
function isName(code: string, start: number, end: number): boolean {
  const before = code.slice(Math.max(0, start - 100), start);
  return /[$\u0080-\uffff]$|(?<!\.)\.\s*$/.test(before) || /[$\u0080-\uffff]/.test(code[end] ?? '')
    || (/[{,]\s*$/.test(before) && /^\s*:/.test(code.slice(end, end + 20)));
}
