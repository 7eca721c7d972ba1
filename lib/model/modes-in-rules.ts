import { definition, type Defined, type RuleDefinition, type Schema } from '../schema';
import { modeOfProvider } from './authorization-modes';
import { type AuthorizationMode } from './data-model';

/** The modes that the rules of a schema are about, in the order in which it names them; a key's where it names none. */
export function modesInRules(schema: Schema): AuthorizationMode[] {
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
