import { definition, type Defined, type HandlerDefinition } from '../schema';
import { type DataModel, type Handler } from './data-model';
import { checkHandlers } from './declarations';
import { SchemaIssues } from './schema-error';
import { noModel, type DeclaredKinds } from './wording';

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
export const MAX_FUNCTIONS = 10;

/**
 * Handlers that are not of the schema, with their data sources resolved.
 *
 * @throws SchemaError for those that are wrong
 */
export function resolveHandlers(path: string, declared: readonly Defined<HandlerDefinition>[], { models }: DataModel): Handler[] {
  const issues = new SchemaIssues();
  checkHandlers(path, declared, issues);
  issues.throwIfAny();
  const handlers = handlersOf(path, declared, new Map(models.map(({ name }) => [name, 'model'])), issues);
  issues.throwIfAny();
  return handlers;
}

/** What serves an operation, with its data sources resolved; those that are wrong are left out. */
export function handlersOf(path: string, declared: readonly Defined<HandlerDefinition>[], kinds: DeclaredKinds, issues: SchemaIssues): Handler[] {
  if (declared.length > MAX_FUNCTIONS) {
    issues.add('operation-handler', path, `it has ${declared.length} handlers, and a pipeline of AppSync has ${MAX_FUNCTIONS} functions at most`, 'do more in one of them');
  }
  return declared.flatMap(({ [definition]: handler }) => handlerOf(path, handler, kinds, issues) ?? []);
}

function handlerOf(path: string, handler: HandlerDefinition, kinds: DeclaredKinds, issues: SchemaIssues): Handler | undefined {
  if (handler.kind === 'function') return { kind: 'function', function: handler.function, async: handler.async === true };
  const { dataSource, ...code } = handler;
  if (dataSource === undefined) return code;
  if (typeof dataSource === 'string') return { ...code, dataSource: { name: dataSource } };
  const { type: model } = dataSource[definition];
  const problem = noModel(model, kinds);
  if (!problem) return { ...code, dataSource: { model } };
  issues.add('operation-data-source', path, `its handler works on the table of a model, and ${problem.message}`, `${problem.hint}, or name another data source: dataSource: 'Name'`);
  return undefined;
}
