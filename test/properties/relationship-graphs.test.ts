import fc from 'fast-check';
import { LocalApi } from 'cdk-appsync-data/local';
import { type Schema } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema, type Field, type Model } from '../../lib/model';
import { send, type GraphqlResponse } from '../support/graphql';
import { stackOf } from '../support/synthesized';
import { asRead, Oracle, type Item } from './oracle';

/** Few values for keys, so that records meet: references that lead somewhere, that dangle, and that several records share. */
const keyValues: Record<string, fc.Arbitrary<unknown>> = {
  ID: fc.constantFrom('a', 'b', 'c', 'd#e'),
  String: fc.constantFrom('a', 'b', 'a#b', 'ü'),
  AWSDate: fc.constantFrom('2000-01-01', '1999-12-31', '2001-02-28Z'),
};

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

const declaredFields = ({ fields }: Model): Field[] => fields.filter((field) => field.declared || field.name === 'id');

function valueOf(model: Model, field: Field): fc.Arbitrary<unknown> {
  const isKey = model.identifier.includes(field) || model.relationships.some(({ kind, references }) => kind === 'belongsTo' && references.includes(field));
  const value = isKey ? keyValues[field.type.graphqlType]! : field.list ? fc.array(text, { maxLength: 3 }) : text;
  return field.required ? value : fc.option(value, { freq: 3 });
}

function itemOf(model: Model): fc.Arbitrary<Item> {
  return fc.record(Object.fromEntries(declaredFields(model).map((field) => [field.name, valueOf(model, field)])));
}

/** A mutation. The model goes by its name, so that a counterexample can be read. */
interface Step { readonly kind: 'create' | 'update' | 'delete'; readonly model: string; readonly item: Item }

function stepOf(models: readonly Model[]): fc.Arbitrary<Step> {
  return fc.oneof(...models.map((model) => itemOf(model).chain((item) =>
    fc.constantFrom<Step['kind']>('create', 'create', 'create', 'update', 'delete').map((kind) => ({ kind, model: model.name, item })))));
}

const inputTypes = { create: 'Create', update: 'Update', delete: 'Delete' };

function identifierOf({ identifier }: Model, item: Item): Item {
  return Object.fromEntries(identifier.map(({ name }) => [name, item[name]]));
}

async function run(api: LocalApi, kind: Step['kind'], model: Model, item: Item): Promise<GraphqlResponse> {
  const input = kind === 'delete' ? identifierOf(model, item) : item;
  return send(api, `mutation ($input: ${inputTypes[kind]}${model.typeStem}Input!) { done: ${model.operations[kind]}(input: $input) { __typename } }`, { input });
}

/** All scalar fields of a record, and those of all records that belong to it. */
function selection(model: Model): string {
  const scalars = (of: Model) => declaredFields(of).map(({ name }) => name).join(' ');
  const related = model.relationships.map(({ kind, name, related: other }) => `${name} { ${kind === 'hasMany' ? `items { ${scalars(other)} } nextToken` : scalars(other)} }`);
  return [scalars(model), ...related].join(' ');
}

const sorted = (items: readonly unknown[]): unknown[] => items.map((item) => JSON.stringify(item)).sort();

/** Reads every record by itself, with what belongs to it, and compares it with the oracle. */
async function expectSame(api: LocalApi, models: readonly Model[], oracle: Oracle): Promise<void> {
  for (const model of models) {
    const { data: list, errors } = await send(api, `{ list: ${model.operations.list}(limit: 1000) { items { ${selection(model)} } nextToken } }`);
    expect(errors).toBeUndefined();
    const { items } = list!.list as { items: Item[] };
    expect(sorted(items.map((item) => asRead(declaredFields(model), item)))).toEqual(sorted(oracle.all(model).map((item) => asRead(declaredFields(model), item))));

    for (const item of items) {
      const parameters = model.identifier.map(({ name, type }) => `$${name}: ${type.graphqlType}!`).join(', ');
      const args = model.identifier.map(({ name }) => `${name}: $${name}`).join(', ');
      const { data } = await send(api, `query (${parameters}) { record: ${model.operations.get}(${args}) { ${selection(model)} } }`, identifierOf(model, item));
      expect(data!.record).toEqual(item);
      for (const relationship of model.relationships) {
        const fields = declaredFields(relationship.related);
        const expected = oracle.related(relationship, item).map((related) => asRead(fields, related));
        const actual = item[relationship.name];
        if (relationship.kind === 'hasMany') expect({ ...actual as Item, items: sorted((actual as { items: Item[] }).items) }).toEqual({ items: sorted(expected), nextToken: null });
        else if (relationship.kind === 'belongsTo') expect(actual).toEqual(expected[0] ?? null);
        else if (expected.length === 0) expect(actual).toBeNull();
        else expect(sorted(expected)).toContainEqual(JSON.stringify(actual));
      }
    }
  }
}

describe.each(Object.entries<Schema>(schemas))('%s', (_, schema) => {
  const { models } = resolveSchema(schema);
  let api: LocalApi;

  beforeAll(async () => {
    api = await LocalApi.fromStack(stackOf(schema));
  });

  afterAll(() => api.close());

  test('random records and relationships read as a plain model has them', async () => {
    await fc.assert(fc.asyncProperty(fc.array(stepOf(models), { maxLength: 24 }), async (steps) => {
      const oracle = new Oracle();
      try {
        for (const step of steps) {
          const model = models.find(({ name }) => name === step.model)!;
          const { data, errors } = await run(api, step.kind, model, step.item);
          const isDone = oracle[step.kind](model, step.item);
          expect({ isDone: data!.done !== null, errorTypes: errors?.map(({ errorType }) => errorType) ?? [] })
            .toEqual({ isDone, errorTypes: isDone ? [] : ['DynamoDB:ConditionalCheckFailedException'] });
        }
        await expectSame(api, models, oracle);
      } finally {
        for (const model of models) {
          for (const item of oracle.all(model)) await run(api, 'delete', model, item);
        }
      }
    }), { numRuns: 30 });
  });
});
