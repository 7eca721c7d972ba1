import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');

/** What the compiler says of a place in a source. */
export interface Diagnostic {
  /** The text that it underlines. */
  readonly at: string;
  readonly message: string;
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, root, undefined, path);
  return { ...options, types: ['node'] };
}

/** A program over sources that are not in files, each by a name; they import the library as apps do. */
export function programOver(sources: Readonly<Record<string, string>>): { program: ts.Program; fileOf: (name: string) => ts.SourceFile } {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  const virtual = new Map(Object.entries(sources).map(([name, source]) => [join(root, 'test', `${name}.ts`), source]));
  host.readFile = (file) => virtual.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => virtual.has(file) || fileExists.call(host, file);
  const program = ts.createProgram([...virtual.keys()], options, host);
  return { program, fileOf: (name) => program.getSourceFile(join(root, 'test', `${name}.ts`))! };
}

/** What the compiler finds in sources, by their names. */
export function diagnosticsOf(sources: Readonly<Record<string, string>>): Record<string, Diagnostic[]> {
  const { program, fileOf } = programOver(sources);
  return Object.fromEntries(Object.keys(sources).map((name) => {
    const file = fileOf(name);
    return [name, [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start = 0, length = 0, messageText }) => ({
      at: file.text.slice(start, start + length),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))];
  }));
}

// Keeps what was read of the library and its packages from one editor to the next.
const documents = ts.createDocumentRegistry();
let editors = 0;

/** The editor's view of a source: what it shows where the pointer is on a text, and what it offers to write at a `|`. */
export function editorOn(source: string): { shown: (text: string) => string; offered: () => string[] } {
  const file = join(root, 'test', `edited-${editors++}.ts`);
  const cursor = source.indexOf('|');
  const text = source.replace('|', '');
  const service = ts.createLanguageService({
    getCompilationSettings: compilerOptions,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
  }, documents);
  return {
    shown: (name) => ts.displayPartsToString(service.getQuickInfoAtPosition(file, text.indexOf(name))?.displayParts),
    offered: () => (service.getCompletionsAtPosition(file, cursor, {})?.entries ?? []).map((entry) => entry.name),
  };
}
