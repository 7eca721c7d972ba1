import { a } from 'cdk-appsync-data/schema';
import { resolveSchema, type CustomType, type DataModel, type Field } from '../../lib/model';
import { schemaOf } from './error-case';

function resolved(types: Parameters<typeof schemaOf>[0]): DataModel {
  return resolveSchema(schemaOf(types));
}

function fieldOf({ fields }: { readonly fields: readonly Field[] }, name: string): Field {
  return fields.find((field) => field.name === name)!;
}

/** A field in short: `[Status!]!`. */
function shown({ type: { graphqlType }, required, list }: Field): string {
  const element = list ? `[${graphqlType}${list.elementRequired ? '!' : ''}]` : graphqlType;
  return element + (required ? '!' : '');
}

describe('enums', () => {
  const model = resolved({
    Status: a.enum(['OPEN', 'CLOSED']),
    Todo: a.model({ one: a.ref('Status'), must: a.ref('Status').required(), several: a.ref('Status').required().array().required(), inline: a.enum(['X', 'Y']) }),
    lower: a.model({ kind: a.enum(['Z']) }),
  });

  test('a field has the very enum that it refers to', () => {
    const [status] = model.enums;
    expect(status).toMatchObject({ kind: 'enum', graphqlType: 'Status', values: ['OPEN', 'CLOSED'], keyType: 'S' });
    expect(fieldOf(model.models[0]!, 'one').type).toBe(status);
    expect(fieldOf(model.models[0]!, 'several').type).toBe(status);
  });

  test('an inline one is named after its model and field', () => {
    expect(model.enums.map(({ graphqlType }) => graphqlType)).toEqual(['Status', 'TodoInline', 'LowerKind']);
  });

  test('are as required as they are declared', () => {
    expect(model.models[0]!.fields.slice(0, 4).map(shown)).toEqual(['Status', 'Status!', '[Status!]!', 'TodoInline']);
  });
});

describe('custom types', () => {
  const model = resolved({
    Todo: a.model({ place: a.ref('Place').array(), note: a.customType({ text: a.string().required(), author: a.customType({ name: a.string() }), kind: a.enum(['A']) }) }),
    Place: a.customType({ lat: a.float().required(), kind: a.ref('Kind'), inner: a.ref('Place'), more: a.ref('Place').required().array().required() }),
    Kind: a.enum(['HOME', 'WORK']),
  });
  const types = Object.fromEntries(model.customTypes.map((type): [string, CustomType] => [type.graphqlType, type]));

  test('those with a name come first, then inline ones, named after their owner and field', () => {
    expect(Object.keys(types)).toEqual(['Place', 'TodoNote', 'TodoNoteAuthor']);
    expect(model.enums.map(({ graphqlType }) => graphqlType)).toEqual(['Kind', 'TodoNoteKind']);
  });

  test('their fields refer to what they name, to themselves as well', () => {
    expect(types.Place!.fields.map(shown)).toEqual(['Float!', 'Kind', 'Place', '[Place!]!']);
    expect(fieldOf(types.Place!, 'inner').type).toBe(types.Place);
    expect(fieldOf(types.TodoNote!, 'author').type).toBe(types.TodoNoteAuthor);
    expect(fieldOf(model.models[0]!, 'place').type).toBe(types.Place);
  });
});

test('an enum is a key like any other text', () => {
  const [rate, note] = resolved({
    Kind: a.enum(['A', 'B']),
    Rate: a.model({ kind: a.ref('Kind').required(), no: a.integer().required(), notes: a.hasMany('Note', ['kind', 'no']) }).identifier(['kind', 'no']),
    Note: a.model({ kind: a.ref('Kind'), no: a.integer(), rate: a.belongsTo('Rate', ['kind', 'no']) }),
  }).models;
  const key = { partition: { name: 'kind', type: 'S' }, sort: { name: 'no', type: 'N' } };
  expect(rate!.primaryKey).toMatchObject(key);
  expect(note!.indexes[0]!.key).toMatchObject(key);
});
