import { definition, type Defined, type HandlerDefinition, type SchemaTypes } from '../schema';
import { type Handler } from './data-model';
import { type SchemaIssues } from './schema-error';
import { noModel } from './wording';

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const MAX_FUNCTIONS = 10;

/** What serves an operation, with its data sources resolved; those that are wrong are left out. */
export function handlersOf(path: string, declared: readonly Defined<HandlerDefinition>[], types: SchemaTypes, issues: SchemaIssues): Handler[] {
  if (declared.length > MAX_FUNCTIONS) {
    issues.add('operation-handler', path, `it has ${declared.length} handlers, and a pipeline of AppSync has ${MAX_FUNCTIONS} functions at most`, 'do more in one of them');
  }
  return declared.flatMap(({ [definition]: handler }) => handlerOf(path, handler, types, issues) ?? []);
}

function handlerOf(path: string, handler: HandlerDefinition, types: SchemaTypes, issues: SchemaIssues): Handler | undefined {
  if (handler.kind === 'function') return { kind: 'function', function: handler.function, async: handler.async === true };
  const { dataSource, ...code } = handler;
  if (dataSource === undefined) return code;
  if (typeof dataSource === 'string') return { ...code, dataSource: { name: dataSource } };
  const { type: model } = dataSource[definition];
  const problem = noModel(model, types);
  if (!problem) return { ...code, dataSource: { model } };
  issues.add('operation-data-source', path, `its handler works on the table of a model, and ${problem.message}`, `${problem.hint}, or name another data source: dataSource: 'Name'`);
  return undefined;
}
