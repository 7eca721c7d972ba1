import { type OperationResult } from '../model';

/** A type, as the clients know it: a scalar by its name, others by what they are. */
export type TypeEntry = string | { readonly model: string } | { readonly enum: string } | { readonly nonModel: string };

export function typeEntry({ kind, graphqlType }: OperationResult['type']): TypeEntry {
  switch (kind) {
    case 'scalar': return graphqlType;
    case 'enum': return { enum: graphqlType };
    case 'customType': return { nonModel: graphqlType };
    case 'model': return { model: graphqlType };
  }
}
