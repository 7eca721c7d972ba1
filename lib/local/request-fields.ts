import { DataSourceError } from './data-source';

/** The fields of a request object: a versioned data source's are known, but there is no such data source locally. */
export type RequestFields = Readonly<Record<string, 'required' | 'optional' | 'versioned'>>;

/**
 * The fields of an object that have a value. The messages are AppSync's own where they are known.
 * @throws DataSourceError when the value is no object, a field is unknown, or a required one is missing
 */
export function readFields(value: unknown, fields: RequestFields, path = '$'): Record<string, unknown> {
  const object = requireObject(value, path);
  const present = Object.entries(object).filter(([, content]) => content !== null && content !== undefined);
  for (const [name] of present) {
    if (!Object.hasOwn(fields, name)) {
      throw new DataSourceError(`Unsupported element '${path}[${name}]'.`, 'MappingTemplate');
    }
    if (fields[name] === 'versioned') {
      throw new DataSourceError(`'${path}[${name}]' is for versioned data sources, which the local API does not support.`, 'MappingTemplate');
    }
  }
  for (const [name, kind] of Object.entries(fields)) {
    if (kind === 'required' && !present.some(([other]) => other === name)) {
      throw new DataSourceError(`Value for field '${path}[${name}]' not found.`, 'MappingTemplate');
    }
  }
  return Object.fromEntries(present);
}

export function requireObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DataSourceError(`Expected JSON object at '${path}' but got ${JSON.stringify(value)} instead.`, 'MappingTemplate');
  }
  return value as Record<string, unknown>;
}

export function requireArray(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) {
    throw new DataSourceError(`Expected JSON array at '${path}' but got ${JSON.stringify(value)} instead.`, 'MappingTemplate');
  }
  return value;
}
