import { a } from '../support/unchecked-schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';
import { joinedModelErrorCases } from './relationship-option-error-cases';

/** Identified by two fields. */
const office = { city: a.string().required(), no: a.integer().required() };

const Team = a.model({ members: a.hasMany('Member', 'teamId') });

/** Mistakes in relationships. Where both sides are declared, each is told of what is wrong with its own references. */
export const relationshipErrorCases = {
  'unknown-model': [
    ...joinedModelErrorCases['unknown-model'],
    { what: 'a belongsTo', schema: schemaOf({ Team: a.model({}), Member: a.model({ teamId: a.id(), team: a.belongsTo('Tem', 'teamId') }) }), issues: [['Member.team', /no model 'Tem'/, /one of 'Team', 'Member'/]] },
    {
      what: 'a hasMany whose other side is right',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('member', 'teamId') }), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) }),
      issues: [['Team.members', /no model 'member'/, /'Member'/]],
    },
    { what: 'a hasOne', schema: schemaOf({ Team: a.model({ captain: a.hasOne('Captain', 'teamId') }) }), issues: [['Team.captain', /no model 'Captain'/, /one of 'Team'/]] },
  ],
  'related-not-model': [
    ...joinedModelErrorCases['related-not-model'],
    { what: 'an enum', schema: schemaOf({ Status: a.enum(['A']), Team: a.model({ statusId: a.id(), status: a.belongsTo('Status', 'statusId') }) }), issues: [['Team.status', /'Status' is an enum, and relationships lead to models/, /a\.ref\('Status'\) .* one of 'Team'/]] },
    { what: 'a custom type', schema: schemaOf({ Place: a.customType({ teamId: a.id() }), Team: a.model({ places: a.hasMany('Place', 'teamId') }) }), issues: [['Team.places', /'Place' is a custom type/, /a\.ref\('Place'\)/]] },
  ],
  'reference-unknown': [
    { what: 'a belongsTo', schema: schemaOf({ Team: a.model({}), Member: a.model({ team: a.belongsTo('Team', 'teamId') }) }), issues: [['Member.team', /Member has no field 'teamId'/, /add teamId: a\.id\(\) to Member$/]] },
    { what: 'a hasMany', schema: schemaOf({ Team, Member: a.model({ team: a.id() }) }), issues: [['Team.members', /Member has no field 'teamId'/, /a\.id\(\) to Member, or name one of its fields: 'team'$/]] },
    {
      what: 'a hasOne with the field on the wrong side',
      schema: schemaOf({ Team: a.model({ memberId: a.id(), captain: a.hasOne('Member', 'memberId') }), Member: a.model({}) }),
      issues: [['Team.captain', /Member has no field 'memberId'/, /to Member/]],
    },
    {
      what: 'a field for an identifier of numbers',
      schema: schemaOf({ Office: a.model(office).identifier(['city', 'no']), Desk: a.model({ city: a.string(), office: a.belongsTo('Office', ['city', 'no']) }) }),
      issues: [['Desk.office', /Desk has no field 'no'/, /add no: a\.integer\(\) to Desk/]],
    },
  ],
  'reference-duplicate': [
    {
      what: 'one field for two',
      schema: schemaOf({ Office: a.model({ city: a.id().required(), street: a.id().required() }).identifier(['city', 'street']), Desk: a.model({ at: a.id(), office: a.belongsTo('Office', ['at', 'at']) }) }),
      issues: [['Desk.office', /'at' is named twice/, /once/]],
    },
  ],
  'reference-list': [
    { what: 'a list of ids', schema: schemaOf({ Team, Member: a.model({ teamId: a.id().array() }) }), issues: [['Team.members', /'teamId' of Member is a list/, /leave \.array\(\) out/]] },
  ],
  'reference-relationship': [
    {
      what: 'a belongsTo of the related model',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', 'team') }), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) }),
      issues: [['Team.members', /'team' of Member is a relationship itself/, /such as 'teamId'/]],
    },
    { what: 'itself', schema: schemaOf({ Team: a.model({}), Member: a.model({ team: a.belongsTo('Team', 'team') }) }), issues: [['Member.team', /'team' of Member is a relationship/, /such as teamId: a\.id\(\)/]] },
    {
      what: 'a hasMany, whose reference fields are elsewhere',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', 'skills') }), Member: a.model({ skills: a.hasMany('Skill', 'memberId') }), Skill: a.model({ memberId: a.id() }) }),
      issues: [['Team.members', /'skills' of Member is a relationship/, /such as skillsId: a\.id\(\)/]],
    },
  ],
  'reference-count': [
    {
      what: 'too few',
      schema: schemaOf({ Office: a.model(office).identifier(['city', 'no']), Desk: a.model({ city: a.string(), office: a.belongsTo('Office', 'city') }) }),
      issues: [['Desk.office', /1 reference field for 2 fields of Office's identifier/, /'city', 'no': name one field of Desk for each/]],
    },
    { what: 'too many', schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', ['x', 'y']) }), Member: a.model({ x: a.id(), y: a.id() }) }), issues: [['Team.members', /2 reference fields for 1 field of Team's/, /identified by 'id'/]] },
    { what: 'none', schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', []) }), Member: a.model({}) }), issues: [['Team.members', /0 reference fields for 1 field/, /identified by 'id'/]] },
  ],
  'reference-type': [
    { what: 'another type than ID', schema: schemaOf({ Team, Member: a.model({ teamId: a.integer() }) }), issues: [['Team.members', /'teamId' of Member is Int, but 'id' of Team's identifier is ID/, /declare 'teamId' as a\.id\(\)/]] },
    {
      what: 'fields in another order than the identifier',
      schema: schemaOf({ Office: a.model(office).identifier(['city', 'no']), Desk: a.model({ city: a.string(), no: a.integer(), office: a.belongsTo('Office', ['no', 'city']) }) }),
      issues: [['Desk.office', /'no' of Desk is Int, but 'city' .* String/, /'no' as a\.string\(\)/], ['Desk.office', /'city' of Desk is String, but 'no' .* Int/, /'city' as a\.integer\(\)/]],
    },
    {
      what: 'another enum',
      schema: schemaOf({
        Kind: a.enum(['A']), Other: a.enum(['A']), Team: a.model({ kind: a.ref('Kind').required(), members: a.hasMany('Member', 'kind') }).identifier(['kind']),
        Member: a.model({ kind: a.ref('Other') }),
      }),
      issues: [['Team.members', /'kind' of Member is Other, but 'kind' of Team's identifier is Kind/, /declare 'kind' as a\.ref\('Kind'\)/]],
    },
    { what: 'a custom type', schema: schemaOf({ Team, Member: a.model({ teamId: a.customType({ id: a.id() }) }) }), issues: [['Team.members', /'teamId' of Member is MemberTeamId/, /a\.id\(\)/]] },
    {
      what: 'a string that is no email, on both sides',
      schema: schemaOf({
        User: a.model({ email: a.email().required(), notes: a.hasMany('Note', 'email') }).identifier(['email']),
        Note: a.model({ email: a.string(), user: a.belongsTo('User', 'email') }),
      }),
      issues: [['User.notes', /is String, but .* AWSEmail/, /a\.email\(\)/], ['Note.user', /is String, but .* AWSEmail/, /a\.email\(\)/]],
    },
  ],
  'reference-mixed': [
    {
      what: 'one required, one optional',
      schema: schemaOf({ Office: a.model(office).identifier(['city', 'no']), Desk: a.model({ city: a.string().required(), no: a.integer(), office: a.belongsTo('Office', ['city', 'no']) }) }),
      issues: [['Desk.office', /some are not: 'no'/, /all or none of 'city', 'no' required/]],
    },
  ],
  'relationship-duplicate': [
    ...(['hasMany hasOne', 'hasOne hasMany'] as const).map((kinds): SchemaErrorCase => {
      const [first, second] = kinds.split(' ') as ['hasMany' | 'hasOne', 'hasMany' | 'hasOne'];
      return {
        what: `${first}, then ${second}`,
        schema: schemaOf({ Team: a.model({ one: a[first]('Member', 'teamId'), two: a[second]('Member', 'teamId') }), Member: a.model({ teamId: a.id() }) }),
        issues: [['Team.two', new RegExp(`${second} over 'teamId' .* as ${first} in Team.one`), /either many or one/]],
      };
    }),
    {
      what: 'hasMany and hasOne with a belongsTo on the other side',
      schema: schemaOf({ Team: a.model({ all: a.hasMany('Member', 'teamId'), one: a.hasOne('Member', 'teamId') }), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) }),
      issues: [['Team.one', /as hasMany in Team.all/, /either many or one/]],
    },
    { what: 'two hasMany', schema: schemaOf({ Team: a.model({ one: a.hasMany('Member', 'teamId'), two: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.id() }) }), issues: [['Team.two', /as hasMany in Team.one/, /reference fields of its own/]] },
    {
      what: 'two belongsTo',
      schema: schemaOf({ Team, Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId'), squad: a.belongsTo('Team', 'teamId') }) }),
      issues: [['Member.squad', /belongsTo over 'teamId' .* as belongsTo in Member.team/, /reference fields of its own/]],
    },
    {
      what: 'two belongsTo of different models',
      schema: schemaOf({ Team: a.model({}), Club: a.model({}), Member: a.model({ groupId: a.id(), team: a.belongsTo('Team', 'groupId'), club: a.belongsTo('Club', 'groupId') }) }),
      issues: [['Member.club', /as belongsTo in Member.team/, /reference fields of its own/]],
    },
  ],
  'relationship-disagreement': [
    {
      what: 'other references',
      schema: schemaOf({ Team, Member: a.model({ teamId: a.id(), squadId: a.id(), team: a.belongsTo('Team', 'squadId') }) }),
      issues: [['Team.members', /references are 'teamId', but those of Member.team are 'squadId'/, /declare the other side/]],
    },
    {
      what: 'another order',
      schema: schemaOf({
        Office: a.model({ city: a.id().required(), street: a.id().required(), desks: a.hasMany('Desk', ['city', 'street']) }).identifier(['city', 'street']),
        Desk: a.model({ city: a.id(), street: a.id(), office: a.belongsTo('Office', ['street', 'city']) }),
      }),
      issues: [['Office.desks', /'city', 'street', but those of Desk.office are 'street', 'city'/, /in the same order/]],
    },
    {
      what: 'another model',
      schema: schemaOf({ Team, Club: a.model({}), Member: a.model({ teamId: a.id(), team: a.belongsTo('Club', 'teamId') }) }),
      issues: [['Team.members', /Member.team has the same reference 'teamId', but belongs to Club/, /belong to 'Team'/]],
    },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
