import { type CustomType, type DataModel, type Field } from '../model';

/** The custom types that operations take, each once, also those inside of others. */
export function argumentTypes({ customOperations }: DataModel): CustomType[] {
  const found = new Set<CustomType>();
  const add = ({ type }: Field): void => {
    if (type.kind !== 'customType' || found.has(type)) return;
    found.add(type);
    type.fields.forEach(add);
  };
  customOperations.flatMap((operation) => operation.arguments).forEach(add);
  return [...found];
}
