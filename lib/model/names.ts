import { definition, type SchemaModels } from '../schema';
import { type Model } from './data-model';
import { type SchemaIssues } from './schema-error';
import { typeNames, typeStem } from './type-names';
import { listed } from './wording';

/** https://spec.graphql.org/October2021/#Name */
const GRAPHQL_NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Types that GraphQL or the generated schema has anyway. */
const RESERVED_TYPE = /^(Query|Mutation|Subscription|ID|String|Int|Float|Boolean|ModelSortDirection|ModelAttributeTypes|Model(Subscription)?(ID|String|Int|Float|Boolean|Size)(KeyCondition)?Input)$/;

/** AppSync keeps it for its scalars. */
const RESERVED_PREFIX = 'AWS';

/** What every JavaScript object has, and so every record in a resolver: `constructor`. */
const isInherited = (name: string): boolean => name in Object.prototype;

/** What filters and conditions have beside the fields of a model. */
const FILTER_GROUPS = ['and', 'or', 'not'];

/** Checks the names that a schema declares by themselves. */
export function checkDeclaredNames(models: SchemaModels, issues: SchemaIssues): void {
  for (const [model, { [definition]: { fields } }] of Object.entries(models)) {
    checkName(model, model, issues);
    const taken = [model, ...typesOf(typeStem(model))].find((name) => RESERVED_TYPE.test(name));
    if (taken) {
      issues.add('reserved-name', model, `it would bring the type '${taken}' into the API, which has one of that name already`, 'give the model another name');
    } else if (model.startsWith(RESERVED_PREFIX)) {
      issues.add('reserved-name', model, `'${model}' begins with ${RESERVED_PREFIX}, which AppSync keeps for its own types`, 'give the model another name');
    }
    for (const field of Object.keys(fields)) {
      checkName(`${model}.${field}`, field, issues);
      if (FILTER_GROUPS.includes(field)) {
        issues.add('reserved-name', `${model}.${field}`, `'${field}' joins conditions in filters, next to the fields`, 'give the field another name');
      }
    }
  }
}

function checkName(path: string, name: string, issues: SchemaIssues): void {
  if (!GRAPHQL_NAME.test(name)) {
    issues.add('invalid-name', path, `'${name}' is no GraphQL name`, 'use letters, digits and underscores, and begin with a letter');
  } else if (name.startsWith('__')) {
    issues.add('invalid-name', path, `'${name}' begins with two underscores, which GraphQL keeps for itself`, 'begin with a letter');
  } else if (isInherited(name)) {
    issues.add('reserved-name', path, `'${name}' is something that every object of JavaScript has`, 'choose another name');
  }
}

/** Checks that no two models bring along a type or an operation of the same name. */
export function checkGeneratedNames(models: readonly Model[], issues: SchemaIssues): void {
  const told = new Set<string>();
  const tell = (code: 'duplicate-plural' | 'name-clash', clash: Clash, message: string): void => {
    if (told.has(String(clash.models))) return;
    told.add(String(clash.models));
    issues.add(code, clash.models.at(-1)!, message, 'rename one of them');
  };
  for (const clash of clashes(models, (model) => [model.operations.list])) {
    tell('duplicate-plural', clash, `the models ${listed(clash.models)} have one plural, so that '${clash.name}' would list both`);
  }
  for (const clash of [...clashes(models, ({ name, typeStem: stem }) => [name, ...typesOf(stem)]), ...clashes(models, ({ operations }) => Object.values(operations))]) {
    tell('name-clash', clash, `the models ${listed(clash.models)} would both bring '${clash.name}' into the API`);
  }
}

function typesOf(stem: string): string[] {
  return Object.values(typeNames).map((typeName) => typeName(stem));
}

/** A generated name, and the models that it would come from. */
interface Clash { readonly name: string; readonly models: readonly string[] }

function clashes(models: readonly Model[], namesOf: (model: Model) => readonly string[]): Clash[] {
  const owners = new Map<string, Set<string>>();
  for (const model of models) {
    for (const name of namesOf(model)) owners.set(name, (owners.get(name) ?? new Set()).add(model.name));
  }
  return [...owners].filter(([, names]) => names.size > 1).map(([name, names]) => ({ name, models: [...names] }));
}
