import { type Lexeme } from './lexemes';

/** Whether what stands at a place of the code, which has a certain text, is what AWS refuses. */
type Condition = (code: string, lexeme: Lexeme) => boolean;

const always: Condition = () => true;
const loops = 'use for-of, for-in or an array method';
const errors = 'end the field with util.error';
const synchronous = 'handlers are synchronous';

const forOfHead = /\s*\([^;()]*?[\s\]}](?:of|in)(?![\w$])/y;
const asyncFunction = /\s*(?:\(|[\w$])/y;
const forInBefore = /for\s*\(\s*(?:(?:const|let|var)\s+)?[\w$]+\s+$/;

/**
 * What AWS refuses at deployment: by its text, what to write instead, and when it is meant. Without these loops no handler can
 * run on and on, so calls need no time limit, which would make each of them ten times as slow.
 */
const refused: ReadonlyMap<string, readonly [string, Condition]> = new Map([
  ['while', [loops, always]],
  ['do', [loops, always]],
  ['for', [loops, (code, lexeme) => !follows(forOfHead, code, lexeme)]],
  ['continue', ['turn the condition around', always]],
  ['try', ['nothing can be caught', always]],
  ['throw', [errors, always]],
  ['class', ['use functions and plain objects', always]],
  ['new', ['use plain values and util', always]],
  ['this', ['use the arguments of the function', always]],
  ['instanceof', ['use typeof', always]],
  ['in', ['use Object.hasOwn', (code, { start }) => !forInBefore.test(code.slice(Math.max(0, start - 200), start))]],
  ['async', [synchronous, (code, lexeme) => follows(asyncFunction, code, lexeme)]],
  ['await', [synchronous, always]],
  ['yield', [synchronous, always]],
  ['debugger', ['use console.log', always]],
  ['++', ['use += 1', always]],
  ['--', ['use -= 1', always]],
  ['~', ['use another operator', always]],
]);

/** What to look for in code before asking about it. */
export const refusedTexts: readonly string[] = [...refused.keys()];

/** Why APPSYNC_JS does not have what was found in the code: what it is and what to write instead. Nothing where all is well. */
export function findRefusal(code: string, lexeme: Lexeme): string | undefined {
  if (lexeme.text.startsWith('/')) return 'regular expression literals; use util.matches, or a string in replace';
  const [instead, isMeant] = refused.get(lexeme.text) ?? [];
  return instead && isMeant!(code, lexeme) ? `'${lexeme.text}'; ${instead}` : undefined;
}

function follows(pattern: RegExp, code: string, { end }: Lexeme): boolean {
  pattern.lastIndex = end;
  return pattern.test(code);
}
