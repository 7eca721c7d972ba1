import { LexemeFinder } from './lexemes';
import { findRefusal, refusedTexts } from './refused-syntax';

/** The modules that can be imported: the variable that holds each in the transformed code, and the names it exports. */
export type ImportableModules = Readonly<Record<string, { readonly variable: string; readonly exports: readonly string[] }>>;

/** `name as alias`; without an alias, the name twice. */
interface Specifier { readonly name: string; readonly alias: string }

const handlerNames = ['request', 'response'];
const isOperator = (text: string): boolean => /^\W/.test(text);
const finder = new LexemeFinder(['import', 'export', ...refusedTexts.filter((text) => !isOperator(text))], refusedTexts.filter(isOperator));

const importDeclaration = /import\s*(?:([^'"();]*?)\bfrom\s*)?(['"])([^'"\n]*)\2[^\S\n]*;?/y;
const importClause = /^(?:([\w$]+)\s*,?)?\s*(?:\*\s*as\s+([\w$]+)|\{([^]*)\})?\s*$/;
const exportedDeclaration = /export\s+(?=(?:function|const|let|var)\b)/y;
const declaredName = /(?:function|const|let|var)\s+([\w$]+)/y;
const exportList = /export\s*\{([^}]*)\}(?!\s*from\b)[^\S\n]*;?/y;

/**
 * Makes the body of a function out of an ES module: imports become constants, exports become local declarations, and the body
 * returns `{ request, response }`. Lines keep their numbers.
 * @throws Error an import that `modules` does not have, syntax that APPSYNC_JS does not have, or a missing handler
 */
export function transformModule(code: string, modules: ImportableModules): string {
  const constants: string[] = [];
  const locals = new Map<string, string>();
  let body = '';
  let copied = 0;

  for (const lexeme of finder.find(code)) {
    const { text, start } = lexeme;
    const at = (pattern: RegExp, position = start): RegExpExecArray | null => {
      pattern.lastIndex = position;
      return pattern.exec(code);
    };
    const drop = (length: number): void => {
      body += code.slice(copied, start) + code.slice(start, start + length).replace(/[^\n]/g, '');
      copied = start + length;
    };
    const line = (): string => `(line ${code.slice(0, start).split('\n').length})`;

    const refusal = findRefusal(code, lexeme);
    if (refusal) throw new Error(`APPSYNC_JS does not have ${refusal} ${line()}`);
    if (text === 'import') {
      const declaration = at(importDeclaration);
      if (!declaration) throw new Error(`this import can't be read; APPSYNC_JS has import declarations only ${line()}`);
      constants.push(...importedConstants(declaration[1] ?? '', declaration[3]!, modules));
      drop(declaration[0].length);
    } else if (text === 'export') {
      const declaration = at(exportedDeclaration);
      const list = at(exportList);
      const name = declaration && at(declaredName, start + declaration[0].length)?.[1];
      if (name) locals.set(name, name);
      else if (list) for (const specifier of specifiers(list[1]!)) locals.set(specifier.alias, specifier.name);
      else throw new Error(`this export can't be read; export functions named request and response ${line()}`);
      drop((declaration ?? list)![0].length);
    }
  }

  for (const name of handlerNames) {
    if (!locals.has(name)) throw new Error(`the code exports no function '${name}'; export both request and response`);
  }
  const handlers = handlerNames.map((name) => `${name}: ${locals.get(name)}`).join(', ');
  return `${constants.join(' ')} ${body}${code.slice(copied)}\nreturn { ${handlers} };`;
}

function importedConstants(clause: string, source: string, modules: ImportableModules): string[] {
  if (!Object.hasOwn(modules, source)) {
    throw new Error(`can't import '${source}'; the local API has ${Object.keys(modules).map((name) => `'${name}'`).join(' and ')}`);
  }
  const { variable, exports } = modules[source]!;
  const parts = importClause.exec(clause);
  if (!parts) throw new Error(`the import of '${source}' can't be read: '${clause.trim()}'`);
  const [, defaultName, namespaceName, list] = parts;
  const wholes = [defaultName, namespaceName].filter((local) => local !== undefined).map((alias) => `const ${alias} = ${variable};`);
  return [...wholes, ...specifiers(list ?? '').map(({ name, alias }) => {
    if (name === 'default') return `const ${alias} = ${variable};`;
    if (!exports.includes(name)) throw new Error(`'${source}' exports no '${name}'; it has ${exports.join(', ')}`);
    return `const ${alias} = ${variable}.${name};`;
  })];
}

/** Reads `a, b as c`. */
function specifiers(list: string): Specifier[] {
  return list.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ' ').split(',').map((item) => item.trim()).filter(Boolean).map((item) => {
    const [name = '', alias = name] = item.split(/\s+as\s+/);
    return { name, alias };
  });
}
