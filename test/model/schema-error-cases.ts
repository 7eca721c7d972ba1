import { a, scalars, type Defined, type FieldDefinition, type Schema } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';
import { authorizationErrorCases } from './authorization-error-cases';
import { declarationErrorCases } from './declaration-error-cases';
import { identifierErrorCases } from './identifier-error-cases';
import { indexErrorCases } from './index-error-cases';
import { modifierErrorCases } from './modifier-error-cases';
import { operationErrorCases } from './operation-error-cases';
import { operationPartErrorCases } from './operation-part-error-cases';
import { relationshipErrorCases } from './relationship-error-cases';
import { relationshipOptionErrorCases, sortArgumentErrorCases } from './relationship-option-error-cases';
import { typeErrorCases } from './type-error-cases';

const long = (length: number): string => 'x'.repeat(length);
const empty = a.model({});
const one = a.model({ teamId: a.id() });
/** A value that contains itself. */
const cycle: Record<string, unknown> = {};
cycle.self = cycle;
const references = Array.from({ length: 21 }, (_, position) => `team${position}`);

const generalErrorCases = {
  'empty-schema': [
    { what: 'no models', schema: schemaOf({}), issues: [['schema', /no models/, /a\.schema\(\{ Todo/]] },
  ],
  'invalid-name': [
    { what: 'a model beginning with a digit', schema: schemaOf({ '1Team': empty }), issues: [['1Team', /'1Team' is no GraphQL name/, /begin with a letter/]] },
    { what: 'a model with a space', schema: schemaOf({ 'My Team': empty }), issues: [['My Team', /'My Team' is no GraphQL name/, /letters, digits and underscores/]] },
    { what: 'an enum, a custom type and a field of one', schema: schemaOf({ Team: empty, 'my enum': a.enum(['A']), Place: a.customType({ 'a b': a.id() }) }), issues: [['my enum', /no GraphQL name/, /letter/], ['Place.a b', /no GraphQL name/, /letter/]] },
    { what: 'the query of an index', schema: schemaOf({ Team: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name').queryField('by name')]) }), issues: [['Team.secondaryIndexes', /'by name' is no GraphQL name/, /letters/]] },
    { what: 'a model without a name', schema: schemaOf({ '': empty }), issues: [['', /'' is no GraphQL name/, /letters/]] },
    { what: 'a model with two underscores', schema: schemaOf({ __Team: empty }), issues: [['__Team', /two underscores, which GraphQL keeps/, /begin with a letter/]] },
    {
      what: 'fields',
      schema: schemaOf({ Team: a.model({ '1st': a.id(), 'first name': a.string(), 'näme': a.string(), __typename: a.string() }) }),
      issues: [
        ['Team.1st', /no GraphQL name/, /letter/], ['Team.first name', /no GraphQL name/, /letter/],
        ['Team.näme', /no GraphQL name/, /letter/], ['Team.__typename', /two underscores/, /letter/],
      ],
    },
  ],
  'reserved-name': [
    {
      what: 'fields that rules name', modes: ['userPool'],
      schema: a.schema({ Team: empty.authorization((allow) => [allow.ownerDefinedIn('filter'), allow.groupDefinedIn('or')]) }),
      issues: [['Team', /'filter' would be an argument of subscriptions/, /another field/], ['Team', /'or' joins conditions in filters/, /another field/]],
    },
    ...sortArgumentErrorCases,
    ...['Query', 'Mutation', 'Subscription', 'String', 'ModelSortDirection', 'ModelSubscriptionIDInput', 'ModelIntKeyConditionInput'].map((name): SchemaErrorCase => ({
      what: `a model named ${name}`, schema: schemaOf({ [name]: empty }), issues: [[name, new RegExp(`bring the type '${name}' into the API`), /another name/]],
    })),
    { what: 'a model whose inputs are those of a sort key', schema: schemaOf({ StringKey: empty }), issues: [['StringKey', /bring the type 'ModelStringKeyConditionInput'/, /another name/]] },
    { what: 'names that every object has', schema: schemaOf({ constructor: a.model({ toString: a.id() }) }), issues: [['constructor', /every object of JavaScript/, /another name/], ['constructor.toString', /every object of JavaScript/, /another name/]] },
    { what: 'an enum with a filter that is there already', schema: schemaOf({ Team: empty, String: a.enum(['A']) }), issues: [['String', /bring the type 'String'/, /another name/]] },
    { what: 'an inline type with such a name', schema: schemaOf({ Model: a.model({ stringInput: a.enum(['A']) }) }), issues: [['Model.stringInput', /bring the type 'ModelStringInput'/, /another name/]] },
    { what: 'a custom type with the prefix of AppSync', schema: schemaOf({ Team: empty, AWSPlace: a.customType({ x: a.id() }) }), issues: [['AWSPlace', /begins with AWS/, /another name/]] },
    { what: 'an index field that is an argument of its query', schema: schemaOf({ Team: a.model({ limit: a.integer() }).secondaryIndexes((index) => [index('limit')]) }), issues: [['Team.secondaryIndexes', /'limit' is an argument of the query 'listTeamByLimit'/, /another name/]] },
    { what: 'a model with the prefix of AppSync', schema: schemaOf({ AWSTeam: empty }), issues: [['AWSTeam', /begins with AWS, which AppSync keeps/, /another name/]] },
    ...['and', 'or', 'not'].map((name): SchemaErrorCase => ({
      what: `a field named ${name}`, schema: schemaOf({ Team: a.model({ [name]: a.string() }) }), issues: [[`Team.${name}`, new RegExp(`'${name}' joins conditions`), /another name/]],
    })),
    ...['filter', 'limit', 'nextToken', 'sortDirection'].map((name): SchemaErrorCase => ({
      what: `an identifier field named ${name}`,
      schema: schemaOf({ Team: a.model({ [name]: a.string().required() }).identifier([name]) }),
      issues: [['Team.identifier', new RegExp(`'${name}' is an argument of the list operation`), /another name/]],
    })),
    {
      what: 'sort key fields that make up an argument of the list operation',
      schema: schemaOf({ Team: a.model({ pk: a.id().required(), sort: a.id().required(), direction: a.id().required() }).identifier(['pk', 'sort', 'direction']) }),
      issues: [['Team.identifier', /'sort', 'direction' make up the argument 'sortDirection'/, /another name/]],
    },
    {
      what: 'sort key fields that make up the name of the partition key',
      schema: schemaOf({ Team: a.model({ aB: a.id().required(), a: a.id().required(), b: a.id().required() }).identifier(['aB', 'a', 'b']) }),
      issues: [['Team.identifier', /'a', 'b' make up the argument 'aB'/, /another name/]],
    },
  ],
  'name-too-long': [
    {
      what: 'an index',
      schema: schemaOf({ Team: a.model({ [long(247)]: a.hasMany('Member', 'teamId') }), Member: one }),
      issues: [[`Team.${long(247)}`, /256 characters, and DynamoDB takes 255/, /name of the field or of the model/]],
    },
    {
      what: 'a partition key',
      schema: schemaOf({ Team: a.model({ [long(256)]: a.id().required() }).identifier([long(256)]) }),
      issues: [['Team.identifier', /key attribute .* 256 characters, and DynamoDB takes 255/, /names of the fields/]],
    },
    {
      what: 'a joined sort key',
      schema: schemaOf({ Team: a.model({ pk: a.id().required(), [long(127)]: a.id().required(), [long(128)]: a.id().required() }).identifier(['pk', long(127), long(128)]) }),
      issues: [['Team.identifier', /key attribute .* 256 characters/, /names of the fields/]],
    },
    { what: 'a declared index', schema: schemaOf({ Team: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name').name(long(256))]) }), issues: [['Team.secondaryIndexes', /256 characters, and DynamoDB takes 255/, /shorter name/]] },
    {
      what: 'the key of an index',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', long(256)) }), Member: a.model({ [long(256)]: a.id() }) }),
      issues: [['Team.members', /key attribute .* 256 characters/, /names of the fields/]],
    },
  ],
  'name-clash': [
    { what: 'a model named as a generated type', schema: schemaOf({ Team: empty, ModelTeamConnection: empty }), issues: [['ModelTeamConnection', /'Team', 'ModelTeamConnection' would both bring 'ModelTeamConnection'/, /rename/]] },
    { what: 'an enum named as a generated type', schema: schemaOf({ Team: empty, CreateTeamInput: a.enum(['A']) }), issues: [['CreateTeamInput', /'Team', 'CreateTeamInput' would both bring 'CreateTeamInput'/, /rename/]] },
    { what: 'a custom type whose input is there', schema: schemaOf({ DeleteTeam: a.customType({ text: a.string() }), Team: empty }), issues: [['DeleteTeam', /'Team', 'DeleteTeam' would both bring 'DeleteTeamInput'/, /rename/]] },
    { what: 'an inline enum and a declared type', schema: schemaOf({ TeamKind: a.enum(['A']), Team: a.model({ kind: a.enum(['B']) }) }), issues: [['Team.kind', /'TeamKind', 'Team\.kind' would both bring 'TeamKind'/, /rename/]] },
    { what: 'inline types of two owners', schema: schemaOf({ TeamA: a.model({ b: a.enum(['X']) }), Team: a.model({ aB: a.customType({ x: a.id() }) }) }), issues: [['Team.aB', /'TeamA\.b', 'Team\.aB' would both bring 'TeamAB'/, /rename/]] },
    { what: 'the query of an index of one model and an operation of another', schema: schemaOf({ Member: empty, Team: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name').queryField('getMember')]) }), issues: [['Team', /'Member', 'Team' would both bring 'getMember'/, /rename/]] },
    {
      what: 'an index whose inputs are those of the identifier',
      schema: schemaOf({
        Team: a.model({ x: a.id().required(), y: a.id().required(), z: a.id().required() }).identifier(['x', 'y', 'z']).secondaryIndexes((index) => [index('z').sortKeys(['y', 'x']).name('primary')]),
      }),
      issues: [['Team.secondaryIndexes', /'Team', 'Team\.secondaryIndexes' would both bring 'ModelTeamPrimaryCompositeKeyConditionInput'/, /rename/]],
    },
    { what: 'two generated types of one name', schema: schemaOf({ Team: empty, SubscriptionTeam: empty }), issues: [['SubscriptionTeam', /would both bring 'ModelSubscriptionTeamFilterInput'/, /rename/]] },
  ],
  'duplicate-plural': [
    { what: 'two words with one plural', schema: schemaOf({ Data: empty, Datum: empty }), issues: [['Datum', /'Data', 'Datum' have one plural, so that 'listData'/, /rename/]] },
    { what: 'a word and its plural', schema: schemaOf({ Person: empty, Team: empty, People: empty }), issues: [['People', /'Person', 'People' have one plural, so that 'listPeople'/, /rename/]] },
    { what: 'names that differ in their first letter\'s case', schema: schemaOf({ team: empty, Team: empty }), issues: [['Team', /'team', 'Team' have one plural/, /rename/]] },
  ],
  'missing-authorization': [
    { what: 'a schema without rules', schema: a.schema({ Team: empty, Member: empty }), issues: [['Team', /no authorization rule/, /allow\.publicApiKey\(\)/], ['Member', /no authorization rule/, /to the model or to the schema/]] },
    { what: 'one model without rules', schema: a.schema({ Team: empty.authorization((allow) => allow.publicApiKey()), Member: empty }), issues: [['Member', /no authorization rule/, /\.authorization/]] },
    { what: 'no rules, in an API without a key', modes: ['openIdConnect', 'iam'], schema: a.schema({ Team: empty }), issues: [['Team', /no authorization rule/, /allow\.authenticated\('oidc'\)\) to the model/]] },
    { what: 'an empty list of rules', schema: schemaOf({ Team: empty.authorization(() => []) }), issues: [['Team', /no authorization rule/, /\.authorization/]] },
    { what: 'a field with an empty list of rules', schema: schemaOf({ Team: a.model({ name: a.string().authorization(() => []) }) }), issues: [['Team.name', /rules of its own, and none says who may use it/, /the rules of the model are all/]] },
  ],
  'implied-field-type': [
    { what: 'a number as id', schema: schemaOf({ Team: a.model({ id: a.integer().required() }) }), issues: [['Team.id', /'id' cannot be of type Int: .* a string/, /a\.id\(\)\.required\(\)/]] },
    { what: 'an id that DynamoDB takes as no key', schema: schemaOf({ Team: a.model({ id: a.boolean() }) }), issues: [['Team.id', /of type Boolean/, /a\.id\(\)\.required\(\)/]] },
    { what: 'a list as id', schema: schemaOf({ Team: a.model({ id: a.id().array() }) }), issues: [['Team.id', /a list of ID/, /a\.id\(\)\.required\(\)/]] },
    { what: 'a relationship as id', schema: schemaOf({ Team: a.model({ teamId: a.id(), id: a.belongsTo('Team', 'teamId') }) }), issues: [['Team.id', /a relationship/, /a\.id\(\)\.required\(\)/]] },
    {
      what: 'timestamps',
      schema: schemaOf({ Team: a.model({ createdAt: a.timestamp(), updatedAt: a.date() }) }),
      issues: [['Team.createdAt', /AWSTimestamp: .*creation.* ISO 8601/, /a\.datetime\(\), .* leave it out/], ['Team.updatedAt', /AWSDate: .*last change/, /a\.datetime\(\)/]],
    },
  ],
  'invalid-default': [
    { what: 'a number for a string', schema: withDefault(a.string(), 1), issues: [['Team.field', /default 1 is no value of String/, /give a string/]] },
    { what: 'a string for a number', schema: withDefault(a.integer(), '1'), issues: [['Team.field', /default "1" is no value of Int/, /whole number/]] },
    { what: 'a fraction for an integer', schema: withDefault(a.integer(), 1.5), issues: [['Team.field', /default 1.5 is no value of Int/, /whole number/]] },
    { what: 'an integer of more than 32 bits', schema: withDefault(a.integer(), 2 ** 31), issues: [['Team.field', /2147483648 is no value of Int/, /32 bits/]] },
    { what: 'a fraction for a timestamp', schema: withDefault(a.timestamp(), 0.5), issues: [['Team.field', /AWSTimestamp/, /whole number/]] },
    { what: 'no number for a float', schema: withDefault(a.float(), NaN), issues: [['Team.field', /default NaN is no value of Float/, /give a number/]] },
    { what: 'a string for a boolean', schema: withDefault(a.boolean(), 'true'), issues: [['Team.field', /Boolean/, /give a boolean/]] },
    { what: 'null for a date', schema: withDefault(a.date(), null), issues: [['Team.field', /null is no value of AWSDate/, /give a date such as '2026-01-31'/]] },
    { what: 'a function for JSON', schema: withDefault(a.json(), { call: () => 1 }), issues: [['Team.field', /AWSJSON/, /JSON value/]] },
    { what: 'an infinite number in JSON', schema: withDefault(a.json(), [Infinity]), issues: [['Team.field', /AWSJSON/, /JSON value/]] },
    { what: 'null for JSON', schema: withDefault(a.json(), null), issues: [['Team.field', /default null is no value of AWSJSON/, /JSON value/]] },
    { what: 'a cycle for JSON', schema: withDefault(a.json(), cycle), issues: [['Team.field', /AWSJSON/, /JSON value/]] },
    { what: 'an object of a class for JSON', schema: withDefault(a.json(), new Date(0)), issues: [['Team.field', /AWSJSON/, /JSON value/]] },
    { what: 'a bigint', schema: withDefault(a.integer(), 1n), issues: [['Team.field', /default 1 is no value of Int/, /whole number/]] },
    ...(['date', 'time', 'datetime', 'email', 'phone', 'url', 'ipAddress'] as const).map((name): SchemaErrorCase => ({
      what: `text of another form for ${name}`, schema: withDefault(a[name](), '#?'), issues: [['Team.field', new RegExp(`"#\\?" is no value of ${scalars[name].graphqlType}`), /give a/]],
    })),
    { what: 'a timestamp that the API writes', schema: schemaOf({ Team: a.model({ createdAt: a.datetime().default('2026-01-31T12:30:00Z') }) }), issues: [['Team.createdAt', /the API gives it its value/, /leave \.default\(\) out/]] },
    { what: 'one value for a list', schema: withDefault(a.string().array(), 'x'), issues: [['Team.field', /"x" is no value of a list of String/, /list of values/]] },
    { what: 'a list with a wrong element', schema: withDefault(a.integer().array(), [1, '2']), issues: [['Team.field', /\[1,"2"\] is no value of a list of Int/, /list of values/]] },
    { what: 'a field of a custom type', schema: schemaOf({ Team: a.model({ place: a.customType({ lat: a.float().default(1) }) }) }), issues: [['Team.place.lat', /only fields of models have one/, /leave \.default\(\) out/]] },
    { what: 'a default from before .array()', schema: schemaOf({ Team: a.model({ field: a.string().default('x').array() }) }), issues: [['Team.field', /a list of String/, /after \.array\(\)/]] },
  ],
  'too-many-indexes': [
    {
      what: 'declared ones and those of relationships',
      schema: schemaOf({
        Team: a.model({ members: a.hasMany('Member', 'team0'), fans: a.hasMany('Member', 'team20') }),
        Member: a.model(Object.fromEntries(references.map((name) => [name, a.id()]))).secondaryIndexes((index) => references.slice(0, 20).map((name) => index(name))),
      }),
      issues: [['Member', /21 indexes, and DynamoDB allows 20/, /the indexes of Member and the relationships that lead to Member/]],
    },
    {
      what: '21 relationships to one model',
      schema: schemaOf({
        Team: a.model(Object.fromEntries(references.map((name) => [`${name}Members`, a.hasMany('Member', name)]))),
        Member: a.model(Object.fromEntries(references.map((name) => [name, a.id()]))),
      }),
      issues: [['Member', /21 indexes, and DynamoDB allows 20/, /relationships that lead to Member/]],
    },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;

/** A schema whose only field has a default that the compiler would refuse. */
function withDefault(field: { default(value: never): Defined<FieldDefinition> }, value: unknown): Schema {
  return schemaOf({ Team: a.model({ field: field.default(value as never) }) });
}

const cases: Readonly<Record<SchemaIssueCode, readonly SchemaErrorCase[]>> = {
  ...relationshipOptionErrorCases, ...authorizationErrorCases,
  ...declarationErrorCases, ...generalErrorCases, ...typeErrorCases, ...identifierErrorCases, ...relationshipErrorCases, ...indexErrorCases, ...operationErrorCases, ...modifierErrorCases,
};

/** Schemas with mistakes, by the code of them. */
export const schemaErrorCases: typeof cases = {
  ...cases,
  ...Object.fromEntries(Object.entries(operationPartErrorCases).map(([code, ofOperations]) => [code, [...cases[code as SchemaIssueCode], ...ofOperations]])),
};
