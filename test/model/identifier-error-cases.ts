import { a } from '../support/unchecked-schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

const member = a.model({ teamName: a.string(), team: a.belongsTo('Team', 'teamName') });

/** Mistakes in identifiers. A relationship with the model is there as well: nothing is said of it, as long as nobody knows what to refer to. */
export const identifierErrorCases = {
  'identifier-empty': [
    { what: 'no fields', schema: schemaOf({ Team: a.model({ name: a.string().required() }).identifier([]), Member: member }), issues: [['Team.identifier', /has no fields/, /leave \.identifier\(\) out/]] },
  ],
  'identifier-unknown': [
    { what: 'a field that is not there', schema: schemaOf({ Team: a.model({ name: a.string().required() }).identifier(['nam']), Member: member }), issues: [['Team.identifier', /declares no field 'nam'/, /one of 'name'$/]] },
    { what: 'several such fields', schema: schemaOf({ Team: a.model({}).identifier(['one', 'two']) }), issues: [['Team.identifier', /no field 'one'/, /^declare it$/], ['Team.identifier', /no field 'two'/, /^declare it$/]] },
    { what: 'an id that is not declared', schema: schemaOf({ Team: a.model({ name: a.string().required() }).identifier(['name', 'id']) }), issues: [['Team.identifier', /no field 'id'/, /declare it/]] },
    { what: 'a timestamp that is not declared', schema: schemaOf({ Team: a.model({ name: a.string().required() }).identifier(['name', 'createdAt']) }), issues: [['Team.identifier', /declares no field 'createdAt'/, /declare it/]] },
    { what: 'a name that every object has', schema: schemaOf({ Team: a.model({ name: a.string() }).identifier(['constructor']) }), issues: [['Team.identifier', /no field 'constructor'/, /'name'/]] },
  ],
  'identifier-duplicate': [
    { what: 'a field twice', schema: schemaOf({ Team: a.model({ name: a.string().required() }).identifier(['name', 'name']), Member: member }), issues: [['Team.identifier', /'name' stands in the identifier twice/, /once/]] },
  ],
  'identifier-optional': [
    { what: 'an optional field', schema: schemaOf({ Team: a.model({ name: a.string() }).identifier(['name']), Member: member }), issues: [['Team.identifier', /'name' is optional/, /add \.required\(\) to 'name'/]] },
    { what: 'an inline enum, which is optional', schema: schemaOf({ Team: a.model({ kind: a.enum(['A']) }).identifier(['kind']) }), issues: [['Team.identifier', /'kind' is optional/, /\.required\(\)/]] },
    { what: 'an optional id', schema: schemaOf({ Team: a.model({ id: a.id() }) }), issues: [['Team.identifier', /'id' is optional/, /add \.required\(\) to 'id'/]] },
    { what: 'one optional field of two', schema: schemaOf({ Team: a.model({ name: a.string().required(), no: a.integer() }).identifier(['name', 'no']) }), issues: [['Team.identifier', /'no' is optional/, /'no'/]] },
  ],
  'identifier-list': [
    { what: 'a list', schema: schemaOf({ Team: a.model({ names: a.string().required().array().required() }).identifier(['names']), Member: member }), issues: [['Team.identifier', /'names' is a list/, /leave \.array\(\) out/]] },
  ],
  'identifier-relationship': [
    {
      what: 'a belongsTo',
      schema: schemaOf({ Team: a.model({ ownerId: a.id().required(), owner: a.belongsTo('Owner', 'ownerId') }).identifier(['owner']), Owner: a.model({}) }),
      issues: [['Team.identifier', /'owner' is a relationship/, /reference fields instead: 'ownerId'/]],
    },
    {
      what: 'a hasMany, whose reference fields are elsewhere',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamName') }).identifier(['members']), Member: member }),
      issues: [['Team.identifier', /'members' is a relationship/, /a field with a value of its own/]],
    },
  ],
  'identifier-type': [
    { what: 'a boolean', schema: schemaOf({ Team: a.model({ open: a.boolean().required() }).identifier(['open']), Member: member }), issues: [['Team.identifier', /type Boolean, which DynamoDB takes as no key/, /strings or numbers/]] },
    { what: 'a custom type', schema: schemaOf({ Place: a.customType({ x: a.id() }), Team: a.model({ place: a.ref('Place').required() }).identifier(['place']) }), issues: [['Team.identifier', /'place' has the type Place/, /strings or numbers, or an enum/]] },
    { what: 'JSON', schema: schemaOf({ Team: a.model({ name: a.id().required(), data: a.json().required() }).identifier(['name', 'data']) }), issues: [['Team.identifier', /'data' has the type AWSJSON/, /strings or numbers/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
