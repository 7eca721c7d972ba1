import { definition, type Defined, type RuleDefinition, type Schema } from '../schema';
import { modeOfProvider } from './authorization-modes';
import { type AuthorizationMode } from './data-model';
import { checkDeclarations } from './declarations';
import { SchemaIssues } from './schema-error';

/**
 * The modes that the rules of a schema are about, in the order in which it names them; a key's where it names none.
 *
 * @throws SchemaError for a schema that is not made of what `a` makes
 */
export function modesInRules(schema: Schema): AuthorizationMode[] {
  const issues = new SchemaIssues();
  checkDeclarations(schema, issues);
  issues.throwIfAny();
  const { types, authorization, resources } = schema[definition];
  const declared = Object.values(types).map(({ [definition]: type }) => type);
  const members = declared.flatMap((type) => (type.kind === 'model' ? Object.values(type.fields).map(({ [definition]: field }) => field) : []));
  const rules = [authorization, resources, ...[...declared, ...members].map(rulesOf)].flatMap((some) => some ?? []);
  const modes = [...new Set(rules.map(({ [definition]: { provider } }) => modeOfProvider[provider]))];
  return modes.length > 0 ? modes : ['apiKey'];
}

function rulesOf(part: object): readonly Defined<RuleDefinition>[] {
  return 'authorization' in part ? (part.authorization ?? []) as readonly Defined<RuleDefinition>[] : [];
}
