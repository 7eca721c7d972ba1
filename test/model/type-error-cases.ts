import { a } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

const Team = a.model({});

/** Mistakes in enums, in custom types, and in references to them. */
export const typeErrorCases = {
  'enum-empty': [
    { what: 'no values', schema: schemaOf({ Team, Status: a.enum([]) }), issues: [['Status', /no values/, /a\.enum\(\['OPEN'/]] },
    { what: 'an inline enum', schema: schemaOf({ Team: a.model({ status: a.enum([]) }) }), issues: [['Team.status', /no values/, /at least one/]] },
  ],
  'enum-value': [
    { what: 'what GraphQL takes as no name', schema: schemaOf({ Team, Status: a.enum(['in progress', '1st', '', '__OPEN']) }), issues: ['in progress', '1st', '', '__OPEN'].map((value) => ['Status', new RegExp(`'${value}' is no value`), /letters, digits/] as const) },
    { what: 'words of GraphQL', schema: schemaOf({ Team, Status: a.enum(['true', 'false', 'null']) }), issues: [['Status', /'true' has a meaning/, /'TRUE'/], ['Status', /'false' has/, /'FALSE'/], ['Status', /'null' has/, /'NULL'/]] },
    { what: 'in a custom type', schema: schemaOf({ Team, Place: a.customType({ kind: a.enum(['a-b']) }) }), issues: [['Place.kind', /'a-b' is no value/, /letters/]] },
  ],
  'enum-duplicate': [
    { what: 'a value twice', schema: schemaOf({ Team, Status: a.enum(['OPEN', 'OPEN']) }), issues: [['Status', /'OPEN' is there twice/, /once/]] },
  ],
  'custom-type-empty': [
    { what: 'no fields', schema: schemaOf({ Team, Place: a.customType({}) }), issues: [['Place', /no fields/, /a\.customType\(\{ lat/]] },
    { what: 'an inline one', schema: schemaOf({ Team: a.model({ place: a.customType({}) }) }), issues: [['Team.place', /no fields/, /at least one/]] },
    { what: 'one inside another', schema: schemaOf({ Team: a.model({ place: a.customType({ inner: a.customType({}) }) }) }), issues: [['Team.place.inner', /no fields/, /at least one/]] },
  ],
  'custom-type-cycle': [
    { what: 'itself', schema: schemaOf({ Team, Node: a.customType({ next: a.ref('Node').required() }) }), issues: [['Node', /without end: Node -> Node/, /\.required\(\)/]] },
    {
      what: 'each other',
      schema: schemaOf({ Team, One: a.customType({ x: a.id(), two: a.ref('Two').required() }), Two: a.customType({ one: a.ref('One').required() }) }),
      issues: [['One', /One -> Two -> One/, /make it a list/]],
    },
    {
      what: 'a cycle that others lead to',
      schema: schemaOf({ Team, Start: a.customType({ one: a.ref('One').required() }), One: a.customType({ two: a.ref('Two').required() }), Two: a.customType({ one: a.ref('One').required() }) }),
      issues: [['One', /One -> Two -> One/, /list/]],
    },
  ],
  'unknown-type': [
    { what: 'a type that is not there', schema: schemaOf({ Status: a.enum(['A']), Team: a.model({ status: a.ref('Stat') }) }), issues: [['Team.status', /no enum or custom type 'Stat'/, /one of 'Status'/]] },
    { what: 'a schema without types', schema: schemaOf({ Team: a.model({ status: a.ref('Status') }) }), issues: [['Team.status', /'Status'/, /Status: a\.enum/]] },
    { what: 'in a custom type', schema: schemaOf({ Team, Place: a.customType({ kind: a.ref('Kind').array() }) }), issues: [['Place.kind', /'Kind'/, /one of 'Place'/]] },
    { what: 'what every object has', schema: schemaOf({ Team: a.model({ status: a.ref('constructor') }) }), issues: [['Team.status', /'constructor'/, /declare it/]] },
    { what: 'a key field', schema: schemaOf({ Team: a.model({ status: a.ref('Status').required(), members: a.hasMany('Member', 'status') }).identifier(['status']), Member: a.model({ status: a.id() }) }), issues: [['Team.status', /'Status'/, /declare it/]] },
  ],
  'ref-to-model': [
    { what: 'from a model', schema: schemaOf({ Team, Member: a.model({ team: a.ref('Team') }) }), issues: [['Member.team', /'Team' is a model/, /a\.belongsTo\('Team', 'teamId'\)/]] },
    { what: 'from a custom type', schema: schemaOf({ Team, Place: a.customType({ team: a.ref('Team').required() }) }), issues: [['Place.team', /'Team' is a model/, /relationship/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
