import { type CheckedParts, type CombinedTypes } from './checks/combine';
import { definition, type Defined, type RuleDefinition, type TypeDefinition } from './definition';
import { schema, type Schema } from './schema';

/** Puts the types of several schemas into one. The rules of each stay with its models and operations; those for functions are about all of them. */
export function combine<const Parts extends readonly Schema[]>(parts: CheckedParts<Parts>): Schema<CombinedTypes<Parts>, never> {
  const types: Record<string, Defined<TypeDefinition>> = {};
  const duplicates: string[] = [];
  const resources: Defined<RuleDefinition>[] = [];
  for (const part of parts as readonly Schema[]) {
    const { types: own, authorization = [], resources: inherited = [], duplicates: doubled = [] } = part[definition];
    const isResource = ({ [definition]: { allow } }: Defined<RuleDefinition>): boolean => allow === 'resource';
    const rules = authorization.filter((rule) => !isResource(rule));
    resources.push(...inherited, ...authorization.filter(isResource));
    duplicates.push(...doubled, ...Object.keys(own).filter((name) => Object.hasOwn(types, name)));
    for (const [name, type] of Object.entries(own)) types[name] = rules.length > 0 ? { [definition]: withRules(type[definition], rules) } : type;
  }
  return schema({ kind: 'schema', types, ...(duplicates.length > 0 && { duplicates }), ...(resources.length > 0 && { resources }) });
}

function withRules(declared: TypeDefinition, authorization: readonly Defined<RuleDefinition>[]): TypeDefinition {
  if (declared.kind === 'enum' || declared.kind === 'customType') return declared;
  return { ...declared, authorization: declared.authorization ?? authorization };
}
