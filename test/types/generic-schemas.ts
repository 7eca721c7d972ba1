import { a, type ClientSchema, type Model, type ModelFields, type SchemaTypes } from 'cdk-appsync-data/schema';
import { same } from './assert';

// What the compiler does not know of a schema, it says nothing of.
export const relatedToUnknownFields = (fields: ModelFields) => a.schema({ X: a.model(fields), Y: a.model({ xs: a.hasMany('X', 'yId') }) });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a model of which nothing is known
export const relatedToAnyModel = (x: Model<any>) => a.schema({ X: x, Y: a.model({ xs: a.hasMany('X', 'yId') }) });

// Functions that make a part of a schema, whatever the rest of it is.
const withOwner = <Fields extends ModelFields>(fields: Fields) => a.model({ ...fields, ownerId: a.id() });
export const withNotes = <Types extends SchemaTypes>(types: Types) => a.schema({ ...types, Note: a.model({}) });

export const owned = a.schema({
  Owner: a.model({ things: a.hasMany('Thing', 'ownerId') }),
  Thing: withOwner({ name: a.string().required(), owner: a.belongsTo('Owner', 'ownerId') }),
}).authorization((allow) => allow.publicApiKey());

same<ClientSchema<typeof owned>['Thing']['createType'], { id?: string; name: string; ownerId?: string | null }>(true);

// A field of one of two types that refer to each other.
const code = Math.random() > 0.5 ? a.string() : a.id();
export const either = a.schema({
  Parent: a.model({ children: a.hasMany('Child', 'parentId') }),
  Child: a.model({ parentId: code, parent: a.belongsTo('Parent', 'parentId') }),
});

// A sort key of an enum has one condition for all of its values.
export const sized = a.schema({
  Size: a.enum(['S', 'M', 'L']),
  Shirt: a.model({ shop: a.id().required(), size: a.ref('Size') }).secondaryIndexes((index) => [index('shop').sortKeys(['size']).queryField('shirtsBySize')]),
});
export const anySize = (size: ClientSchema<typeof sized>['Size']['type']): ClientSchema<typeof sized>['Shirt']['secondaryIndexes']['shirtsBySize']['input'] => ({ shop: 's', size: { eq: size } });

// Fields whose names or modifiers the compiler can't know.
const numbers = Object.fromEntries(['x', 'y'].map((name) => [name, a.integer()]));
const mixed = Object.fromEntries([['x', a.integer()] as [string, ReturnType<typeof a.integer> | ReturnType<typeof a.boolean>]]);
export const madeUp = a.schema({
  Team: a.model(numbers),
  Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
  Place: a.model({ city: a.string().required(), street: a.string().required() }).identifier(['city', 'street']),
  Visit: a.model({
    city: Math.random() > 0.5 ? a.string() : a.string().required(),
    street: Math.random() > 0.5 ? a.string() : a.string().required(),
    place: a.belongsTo('Place', ['city', 'street']),
  }),
});
export const indexed = a.model(mixed).secondaryIndexes((index) => [index('x')]);

// The API writes its timestamps also where they are declared.
export const stamped = a.schema({ Log: a.model({ createdAt: a.datetime().required(), updatedAt: a.datetime().required(), text: a.string().required() }) });
same<ClientSchema<typeof stamped>['Log']['createType'], { id?: string; text: string; createdAt?: string; updatedAt?: string }>(true);
