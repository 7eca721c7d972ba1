import { definition, scalars, type ModelDefinition, type RuleDefinition } from '../schema';
import { type Field } from './data-model';
import { describe, isRelationship } from './fields';
import { checkName } from './graphql-name';
import { FILTER_GROUPS } from './names';
import { type SchemaIssues } from './schema-error';

/** The model whose records rules are about. */
interface Governed {
  readonly name: string;
  readonly definition: ModelDefinition;
  /** Those of the model so far: what rules name and it lacks is added. */
  readonly fields: Field[];
}

/** The field that names the owners or groups of a record, added where the model declares none; nothing if it can't be one. */
export function ruleField(path: string, { name: model, definition: { fields: declared }, fields }: Governed, { allow, field: name, isList: several }: RuleDefinition, issues: SchemaIssues): Field | undefined {
  if (name === undefined) return undefined;
  const isList = several === true;
  const declaredField = Object.hasOwn(declared, name) ? declared[name]![definition] : undefined;
  const field = fields.find((candidate) => candidate.name === name);
  const what = `${allow === 'owner' ? 'the owner' : 'the group'}${isList ? 's' : ''} of a record`;
  const tell = (problem: string, hint: string): undefined => {
    issues.add('authorization-field', path, `'${name}' of ${model} would name ${what}, and is ${problem}`, hint);
  };
  const example = `a.string()${isList ? '.array()' : ''}`;
  const remedy = `declare it as ${example}, or leave it out, so that the API adds it`;
  if (declaredField && isRelationship(declaredField)) return tell('a relationship', `let the rule name another field, or give the relationship another name`);
  const reason = name === 'filter' && allow === 'owner' && !isList ? 'would be an argument of subscriptions, which have one of that name already' : FILTER_GROUPS.includes(name) ? 'joins conditions in filters, next to the fields' : undefined;
  if (reason !== undefined) {
    issues.add('reserved-name', path, `'${name}' ${reason}`, 'let the rule name another field');
    return undefined;
  }
  if (field?.written || (name === 'id' && !declaredField)) return tell('written by the API itself', 'let the rule name another field');
  if (!field) {
    // What is wrong with the type of a declared field has been said already.
    if (declaredField) return undefined;
    checkName(path, name, issues);
    const added: Field = { kind: 'value', name, type: { kind: 'scalar', ...scalars.string }, required: false, ...(isList && { list: { elementRequired: false } }), declared: false, written: false };
    fields.push(added);
    return added;
  }
  if (!declaredField) {
    if ((field.list !== undefined) === isList) return field;
    issues.add('authorization-clash', path, `one rule has '${name}' of ${model} name one of them, and another one a list`, 'let both be the same, or let them name two fields');
    return undefined;
  }
  const isText = (field.type.kind === 'scalar' && field.type.valueType === 'string') || (field.type.kind === 'enum' && allow === 'groups');
  if (!isText) return tell(describe(declaredField), remedy);
  if ((field.list !== undefined) === isList) return field;
  const word = allow === 'owner' ? 'owner' : 'group';
  return tell(field.list ? 'a list' : 'no list', `write ${field.list ? `allow.${word}sDefinedIn('${name}')` : `allow.${word}DefinedIn('${name}')`}, or declare it as ${example}`);
}
