import { type SchemaIssueCode } from '../../lib/model';
import { a } from '../support/unchecked-schema';
import { schemaOf, type SchemaErrorCase } from './error-case';
import { joinedModelErrorCases } from './relationship-option-error-cases';

const anything = (value: unknown) => value as never;
const rule = (rules: unknown) => rules as Record<string, (operand: unknown, message?: unknown) => unknown>;

/** Mistakes in validation rules, required relationships and combined schemas. */
export const modifierErrorCases = {
  'duplicate-type': [
    {
      what: 'a model in two schemas, an enum in three',
      schema: a.combine([a.schema({ Team: a.model({}), Kind: a.enum(['A']) }), a.schema({ Team: a.model({}), Kind: a.enum(['A']) }), a.schema({ Kind: a.enum(['A']) })]).authorization((allow) => allow.publicApiKey()),
      issues: [['Team', /two of the combined schemas declare 'Team'/, /rename one/], ['Kind', /declare 'Kind'/, /rename/], ['Kind', /declare 'Kind'/, /rename/]],
    },
  ],
  'invalid-validation': [
    { what: 'a list', schema: schemaOf({ Team: a.model({ tags: a.string().validate((rules) => rules.minLength(1)).array() }) }), issues: [['Team.tags', /it is a list/, /leave \.validate\(\) out, or \.array\(\)/]] },
    { what: 'a rule of another type', schema: schemaOf({ Team: a.model({ no: a.integer().validate((rules) => rule(rules).minLength!(1)) }) }), issues: [['Team.no', /minLength is a rule for a string, and its type is Int/, /has the rules 'gt', 'gte', 'lt', 'lte'/]] },
    { what: 'a type without rules', schema: schemaOf({ Team: a.model({ open: a.boolean().validate((rules) => rule(rules).gt!(1)) }) }), issues: [['Team.open', /gt is a rule for a number, and its type is Boolean/, /type Boolean has no rules/]] },
    { what: 'a length that is none', schema: schemaOf({ Team: a.model({ name: a.string().validate((rules) => rules.minLength(-1).maxLength(1.5)) }) }), issues: [['Team.name', /minLength is given -1, and takes a length/, /each once/], ['Team.name', /maxLength is given 1\.5/, /each once/]] },
    { what: 'an empty text', schema: schemaOf({ Team: a.model({ name: a.string().validate((rules) => rules.startsWith('')) }) }), issues: [['Team.name', /startsWith is given "", and takes a text/, /startsWith/]] },
    { what: 'a limit that is no number', schema: schemaOf({ Team: a.model({ no: a.float().validate((rules) => rules.gt(anything('1')).lt(NaN)) }) }), issues: [['Team.no', /gt is given "1", and takes a number/, /each once/], ['Team.no', /lt is given null/, /each once/]] },
    { what: 'a message that is no text', schema: schemaOf({ Team: a.model({ no: a.float().validate((rules) => rules.gt(1, anything(2))) }) }), issues: [['Team.no', /the message of gt is 2, and no text/, /each once/]] },
    { what: 'a rule twice, also by another name', schema: schemaOf({ Team: a.model({ no: a.float().validate((rules) => rules.gt(1).positive()) }) }), issues: [['Team.no', /it has the rule gt twice/, /each once/]] },
    { what: 'a field of a custom type', schema: schemaOf({ Team: a.model({ place: a.customType({ lat: a.float().validate((rules) => rules.gt(1)) }) }) }), issues: [['Team.place.lat', /only fields of models/, /leave \.validate\(\) out/]] },
  ],
  'relationship-required': [
    ...joinedModelErrorCases['relationship-required'],
    {
      what: 'both sides of the parent',
      schema: schemaOf({
        Team: a.model({ members: a.hasMany('Member', 'teamId').valueRequired(), captain: a.hasOne('Member', 'captainOfId').required() }),
        Member: a.model({ teamId: a.id(), captainOfId: a.id() }),
      }),
      issues: [
        ['Team.members', /a record is there before any Member can lead to it/, /add \.required\(\) to 'teamId' of Member/],
        ['Team.captain', /a record is there before any Member can lead to it/, /'captainOfId' of Member/],
      ],
    },
    { what: 'a belongsTo', schema: schemaOf({ Team: a.model({}), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId').required() }) }), issues: [['Member.team', /its reference fields are/, /add \.required\(\) to 'teamId', and leave it out here/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
