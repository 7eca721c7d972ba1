import { type CheckedParts, type CombinedTypes } from './checks/combine';
import { definition, type Defined, type ModelDefinition, type TypeDefinition } from './definition';
import { schema, type Schema } from './schema';

/** Puts the types of several schemas into one. The rules of each stay with its models. */
export function combine<const Parts extends readonly Schema[]>(parts: CheckedParts<Parts>): Schema<CombinedTypes<Parts>> {
  const types: Record<string, Defined<TypeDefinition>> = {};
  const duplicates: string[] = [];
  for (const part of parts as readonly Schema[]) {
    const { types: own, authorization, duplicates: inherited = [] } = part[definition];
    duplicates.push(...inherited, ...Object.keys(own).filter((name) => Object.hasOwn(types, name)));
    for (const [name, type] of Object.entries(own)) {
      const declared = type[definition];
      types[name] = declared.kind === 'model' && authorization ? { [definition]: withRules(declared, authorization) } : type;
    }
  }
  return schema({ kind: 'schema', types, ...(duplicates.length > 0 && { duplicates }) });
}

function withRules(model: ModelDefinition, authorization: NonNullable<ModelDefinition['authorization']>): ModelDefinition {
  return { ...model, authorization: model.authorization ?? authorization };
}
