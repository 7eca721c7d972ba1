import { definition, type OperationDefinition } from '../schema';
import { type CustomOperation, type Model, type OperationResult } from './data-model';
import { type SchemaIssues } from './schema-error';
import { kindInWords, listed, noModel, type DeclaredKinds } from './wording';

/** What subscriptions can be about. */
interface Published {
  /** Custom queries and mutations, by name. */
  readonly callable: ReadonlyMap<string, CustomOperation>;
  readonly kinds: DeclaredKinds;
  readonly models: readonly Model[];
}

/** A mutation with what it gives. */
interface Source extends Pick<CustomOperation, 'name' | 'result'> {}

/** The mutations whose results a subscription gets, and what they give; nothing where that can't be told. */
export function sourcesOf(path: string, { sources = [], returns }: OperationDefinition, published: Published, issues: SchemaIssues): Pick<CustomOperation, 'publishedBy' | 'result'> | undefined {
  const report = (message: string, hint: string): [] => {
    issues.add('operation-source', path, message, hint);
    return [];
  };
  if (sources.length === 0) report('nothing says which mutations it is about', "add .for(a.ref('publish')), or .for(a.ref('Post').mutations(['create']))");
  if (returns) report('it has .returns(), and gives what its mutations give', 'leave .returns() out');
  const found = sources.flatMap(({ [definition]: source }) => (source.kind === 'mutations' ? modelMutations(source, published, report) : customMutation(source.type, published, report)));
  const [first, ...others] = found;
  if (!first || found.length < sources.length) return undefined;
  const other = others.find(({ result }) => shapeOf(result) !== shapeOf(first.result));
  if (other) report(`'${first.name}' gives ${shapeOf(first.result)}, and '${other.name}' gives ${shapeOf(other.result)}: a subscription has one type`, 'make a subscription for each');
  // A mutation that fails gives nothing: what is required of its result is not of a subscription's.
  return { publishedBy: [...new Set(found.map(({ name }) => name))], result: { ...first.result, required: false } };
}

type Report = (message: string, hint: string) => [];

function customMutation(name: string, { callable, kinds }: Published, report: Report): Source[] {
  const operation = callable.get(name);
  if (operation?.root === 'Mutation') return [operation];
  const kind = kinds.get(name);
  // A mutation that is wrong itself is told of there.
  if (kind === 'mutation') return [];
  if (kind === 'model') return report(`'${name}' is a model, and subscriptions are about mutations`, `name some of them: a.ref('${name}').mutations(['create', 'update', 'delete'])`);
  const mutations = [...callable.values()].filter(({ root }) => root === 'Mutation').map((mutation) => mutation.name);
  return report(kind ? `'${name}' is ${kindInWords[kind]}, and subscriptions are about mutations` : `there is no mutation '${name}'`,
    mutations.length > 0 ? `name one of ${listed(mutations)}, or mutations of a model: a.ref('Post').mutations(['create'])` : "declare it, or name mutations of a model: a.ref('Post').mutations(['create'])");
}

function modelMutations({ model: name, operations }: { readonly model: string; readonly operations: readonly ('create' | 'update' | 'delete')[] }, { models, kinds }: Published, report: Report): Source[] {
  const problem = noModel(name, kinds);
  if (problem) return report(problem.message, problem.hint);
  const model = models.find((one) => one.name === name)!;
  const mutations = ['create', 'update', 'delete'];
  const wrong = operations.find((operation) => !mutations.includes(operation));
  if (wrong !== undefined || operations.length === 0) return report(wrong === undefined ? `no mutation of '${name}' is named` : `'${wrong}' is no mutation of a model`, `name some of ${listed(mutations)}`);
  return operations.flatMap((operation) => {
    if (model.availableOperations.includes(operation)) return [{ name: model.operations[operation], result: { type: { kind: 'model' as const, graphqlType: name }, required: false } }];
    return report(`the model '${name}' has no ${operation}, as it disables it`, 'leave it out, or let the model have it');
  });
}

/** What an operation gives, as GraphQL writes it, but for whether it is always there. */
function shapeOf({ type, list }: OperationResult): string {
  return list ? `[${type.graphqlType}${list.elementRequired ? '!' : ''}]` : type.graphqlType;
}
