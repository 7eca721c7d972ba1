import { type Schema } from 'cdk-appsync-data';
import { a } from '../support/unchecked-schema';
import { type Plain } from './oracle';
import { authorizationBy, type PlainRule } from './rules';
import { type NamingField, type Scenario } from './scenarios';

/** Rules that let in everyone who comes in at all, by each way. */
export const everyone: readonly PlainRule[] = [
  { word: 'authenticated' }, { word: 'publicApiKey' }, { word: 'guest' }, { word: 'authenticated', provider: 'identityPool' }, { word: 'authenticated', provider: 'oidc' }, { word: 'custom' },
];

/** A record of a scenario's model. */
export type Stored = Plain & { readonly id: string };

/** The model of a scenario, and what its records lead to and are led to by. */
export interface Case extends Scenario {
  readonly position: number;
  readonly model: string;
  /** One for each combination of what fields that name somebody may have. */
  readonly records: readonly Stored[];
}

export function casesOf(scenarios: readonly Scenario[]): readonly Case[] {
  return scenarios.map((scenario, position) => ({
    ...scenario,
    position,
    model: `M${position}`,
    records: combinations(scenario.fields).map((naming, number) => ({
      ...naming, id: `${position}-${number}`, label: 'old', kind: 'k', hubId: `hub-${position}`, oneOfId: `one-${position}-${number}`, targetId: `target-${position}-${number}`,
    })),
  }));
}

/** Two alike where nothing can differ: lists are to have more than one. */
export function combinations(fields: readonly NamingField[]): readonly Plain[] {
  if (fields.length === 0) return [{}, {}];
  return fields.reduce<readonly Plain[]>((all, { name, values }) => all.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [name]: value }))), [{}]);
}

/**
 * One schema for all: models whose rules are the scenarios', between models that everyone may use. A hub has many records of each, and
 * one; leaves belong to one record of each; a target is what records join a hub with.
 */
export function matrixSchema(cases: readonly Case[], open: readonly PlainRule[] = everyone): Schema {
  const allowAll = authorizationBy(open);
  const each = (make: (one: Case) => readonly (readonly [string, unknown])[]): Record<string, unknown> => Object.fromEntries(cases.flatMap((one) => make(one)));
  return a.schema({
    Hub: a.model({
      name: a.string(),
      leaves: a.hasMany('Leaf', 'hubId'),
      ...each(({ position, model }) => [
        [`many${position}`, a.hasMany(model, 'hubId')], [`one${position}`, a.hasOne(model, 'oneOfId')],
        [`linked${position}`, a.manyToMany(model, { through: 'Leaf', from: 'hub', to: `to${position}` })],
        [`joined${position}`, a.manyToMany('Target', { through: model, from: 'hub', to: 'target' })],
      ]),
    } as never).authorization(allowAll),
    Leaf: a.model({
      hubId: a.id(), hub: a.belongsTo('Hub', 'hubId'),
      ...each(({ position, model }) => [[`ref${position}`, a.id()], [`to${position}`, a.belongsTo(model, `ref${position}`)]]),
    } as never).authorization(allowAll),
    Target: a.model({ name: a.string(), ...each(({ position, model }) => [[`joins${position}`, a.hasMany(model, 'targetId')]]) } as never).authorization(allowAll),
    ...each((one) => [[one.model, modelOf(one)]]),
  } as never);
}

type Index = (field: string) => { sortKeys(fields: readonly string[]): unknown };

function modelOf({ fields, rules }: Case) {
  const declared = fields.filter(({ isDeclared }) => isDeclared);
  return a.model({
    label: a.string(), kind: a.string(),
    hubId: a.id(), hub: a.belongsTo('Hub', 'hubId'), oneOfId: a.id(), oneOf: a.belongsTo('Hub', 'oneOfId'), targetId: a.id(), target: a.belongsTo('Target', 'targetId'),
    ...Object.fromEntries(declared.map(({ name, isList }) => [name, isList ? a.string().array() : a.string()])),
  } as never).secondaryIndexes(((index: Index) => [index('kind'), ...indexed(fields).flatMap((name) => [index(name), index('kind').sortKeys([name])])]) as never).authorization(authorizationBy(rules));
}

/** The fields that name somebody by which there is an index, and one by the kind whose order they are. */
export function indexed(fields: readonly NamingField[]): readonly string[] {
  return fields.filter(({ isDeclared, isList }) => isDeclared && !isList).map(({ name }) => name);
}
