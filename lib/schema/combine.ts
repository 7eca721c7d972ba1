import { type CheckedParts, type CombinedTypes } from './checks/combine';
import { definition, type AuthorizationRule, type Defined, type TypeDefinition } from './definition';
import { schema, type Schema } from './schema';

/** Puts the types of several schemas into one. The rules of each stay with its models and operations. */
export function combine<const Parts extends readonly Schema[]>(parts: CheckedParts<Parts>): Schema<CombinedTypes<Parts>> {
  const types: Record<string, Defined<TypeDefinition>> = {};
  const duplicates: string[] = [];
  for (const part of parts as readonly Schema[]) {
    const { types: own, authorization, duplicates: inherited = [] } = part[definition];
    duplicates.push(...inherited, ...Object.keys(own).filter((name) => Object.hasOwn(types, name)));
    for (const [name, type] of Object.entries(own)) types[name] = authorization ? { [definition]: withRules(type[definition], authorization) } : type;
  }
  return schema({ kind: 'schema', types, ...(duplicates.length > 0 && { duplicates }) });
}

function withRules(declared: TypeDefinition, authorization: readonly AuthorizationRule[]): TypeDefinition {
  if (declared.kind === 'enum' || declared.kind === 'customType') return declared;
  return { ...declared, authorization: declared.authorization ?? authorization };
}
