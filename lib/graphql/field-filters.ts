import { enumTypeNames, type EnumType, type Field, type Model } from '../model';
import { fieldsFrom, type Definition } from './definitions';
import { operatorInputs } from './operators';

/** The input that filters each of these fields, by its name. Custom types are not filtered by. */
export function filterTypes(fields: readonly Field[], where: 'filter' | 'subscription'): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => {
    const type = filterType(field, where);
    return type === undefined ? [] : [[field.name, type]];
  }));
}

function filterType({ type, list }: Field, where: 'filter' | 'subscription'): string | undefined {
  if (type.kind === 'customType') return undefined;
  if (type.kind === 'enum' && where === 'filter') return enumTypeNames[list ? 'listFilterInput' : 'filterInput'](type.graphqlType);
  return operatorInputs[where](type.filterType);
}

/** The input of a condition on a sort key that is one field. */
export function sortKeyType({ type }: Field): string {
  return operatorInputs.key(keyFilterType(type));
}

/** What a sort key is compared as: as its scalar, an enum as text. */
export function keyFilterType(type: Field['type']): 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' {
  return type.kind === 'customType' ? 'String' : type.filterType;
}

/** The inputs that filter by enums, those that some model has a field for. */
export function enumFilterInputs(models: readonly Model[], enums: readonly EnumType[]): Definition[] {
  const fields = models.flatMap((model) => model.fields);
  return enums.flatMap((type): Definition[] => {
    const { graphqlType: name } = type;
    const ofType = fields.filter((field) => field.type === type);
    const same = { eq: name, ne: name };
    return [
      ...(ofType.some(({ list }) => !list) ? [{ kind: 'input' as const, name: enumTypeNames.filterInput(name), fields: fieldsFrom(same) }] : []),
      ...(ofType.some(({ list }) => list) ? [{ kind: 'input' as const, name: enumTypeNames.listFilterInput(name), fields: fieldsFrom({ eq: `[${name}]`, ne: `[${name}]`, contains: name, notContains: name }) }] : []),
    ];
  });
}
