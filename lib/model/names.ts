import { definition, type SchemaTypes } from '../schema';
import { type DataModel, type Model } from './data-model';
import { checkName } from './graphql-name';
import { type SchemaIssues } from './schema-error';
import { customTypeNames, enumTypeNames, indexTypeNames, typeNames, typeStem } from './type-names';
import { type NamedType } from './types';
import { listed } from './wording';

/** Types that GraphQL or the generated schema has anyway. */
const RESERVED_TYPE = /^(Query|Mutation|Subscription|ID|String|Int|Float|Boolean|ModelSortDirection|ModelAttributeTypes|Model(Subscription)?(ID|String|Int|Float|Boolean|Size)(KeyCondition)?Input)$/;

/** AppSync keeps it for its scalars. */
const RESERVED_PREFIX = 'AWS';

/** What filters and conditions have beside the fields of a model. */
export const FILTER_GROUPS = ['and', 'or', 'not'];

/** Checks the names that a schema declares by themselves. */
export function checkDeclaredNames(types: SchemaTypes, issues: SchemaIssues): void {
  for (const [name, { [definition]: type }] of Object.entries(types)) {
    checkName(name, name, issues);
    if (type.kind !== 'model') continue;
    checkTypeNames(name, [name, ...typesOf(typeStem(name))], issues);
    for (const field of Object.keys(type.fields)) {
      checkName(`${name}.${field}`, field, issues);
      if (FILTER_GROUPS.includes(field)) {
        issues.add('reserved-name', `${name}.${field}`, `'${field}' joins conditions in filters, next to the fields`, 'give the field another name');
      }
    }
  }
}

/** Checks that the API has no type already of a name that this would bring into it. */
function checkTypeNames(path: string, names: readonly string[], issues: SchemaIssues): void {
  const taken = names.find((name) => RESERVED_TYPE.test(name));
  if (taken) {
    issues.add('reserved-name', path, `it would bring the type '${taken}' into the API, which has one of that name already`, `give ${path} another name`);
  } else if (names[0]!.startsWith(RESERVED_PREFIX)) {
    issues.add('reserved-name', path, `'${names[0]}' begins with ${RESERVED_PREFIX}, which AppSync keeps for its own types`, `give ${path} another name`);
  }
}

/** Checks that no two parts of a schema bring along a type or an operation of the same name. */
export function checkGeneratedNames({ models, customOperations }: DataModel, types: readonly NamedType[], issues: SchemaIssues): void {
  for (const named of types) checkTypeNames(named.path, typesOfNamed(named), issues);
  const told = new Set<string>();
  const tell = (code: 'duplicate-plural' | 'name-clash', clash: Clash, message: string): void => {
    if (told.has(String(clash.owners))) return;
    told.add(String(clash.owners));
    issues.add(code, clash.owners.at(-1)!, message, 'rename one of them');
  };
  for (const clash of clashes(models.map(({ name, operations }) => ({ owner: name, names: [operations.list] })))) {
    tell('duplicate-plural', clash, `the models ${listed(clash.owners)} have one plural, so that '${clash.name}' would list both`);
  }
  const broughtTypes = [
    ...models.map((model) => ({ owner: model.name, names: [model.name, ...ownTypesOf(model)] })),
    ...models.map((model) => ({ owner: `${model.name}.secondaryIndexes`, names: indexTypesOf(model) })),
    ...types.map((named) => ({ owner: named.path, names: typesOfNamed(named) })),
  ];
  const broughtOperations = [...models.map((model) => ({ owner: model.name, names: operationsOf(model) })), ...customOperations.map(({ name }) => ({ owner: name, names: [name] }))];
  for (const clash of [...clashes(broughtTypes), ...clashes(broughtOperations)]) {
    tell('name-clash', clash, `${listed(clash.owners)} would both bring '${clash.name}' into the API`);
  }
}

function typesOf(stem: string): string[] {
  return Object.values(typeNames).map((typeName) => typeName(stem));
}

/** The types of a model: those of composite keys only where its key is one. */
function ownTypesOf({ typeStem: stem, primaryKey: { sort } }: Model): string[] {
  const { compositeKeyConditionInput, compositeKeyInput } = typeNames;
  const absent = sort && sort.fields.length > 1 ? [] : [compositeKeyConditionInput(stem), compositeKeyInput(stem)];
  return typesOf(stem).filter((name) => !absent.includes(name));
}

function indexTypesOf({ typeStem: stem, indexes }: Model): string[] {
  return indexes.filter(({ declared, key: { sort } }) => declared?.query && sort && sort.fields.length > 1)
    .flatMap(({ name }) => Object.values(indexTypeNames).map((typeName) => typeName(stem, name)));
}

function typesOfNamed({ type: { kind, graphqlType } }: NamedType): string[] {
  return [graphqlType, ...Object.values(kind === 'enum' ? enumTypeNames : customTypeNames).map((typeName) => typeName(graphqlType))];
}

function operationsOf({ operations, availableOperations, indexes }: Model): string[] {
  return [...availableOperations.map((operation) => operations[operation]), ...indexes.flatMap(({ declared }) => declared?.query ?? [])];
}

/** What a part of a schema, a model or a type, brings into the API. */
interface Brought { readonly owner: string; readonly names: readonly string[] }

/** A generated name, and the parts that it would come from. */
interface Clash { readonly name: string; readonly owners: readonly string[] }

function clashes(all: readonly Brought[]): Clash[] {
  const owners = new Map<string, Set<string>>();
  for (const { owner, names } of all) {
    for (const name of names) owners.set(name, (owners.get(name) ?? new Set()).add(owner));
  }
  return [...owners].filter(([, of]) => of.size > 1).map(([name, of]) => ({ name, owners: [...of] }));
}
