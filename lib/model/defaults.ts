import { type Field, type ScalarFieldType } from './data-model';
import { type SchemaIssues } from './schema-error';

/** Checks that a field's default is a value of it: a create that writes it would not be readable else. Says whether it is. */
export function checkDefault(path: string, field: Field, type: ScalarFieldType, issues: SchemaIssues): boolean {
  const { list, default: value, written } = field;
  if (written) {
    issues.add('invalid-default', path, 'it has a default, but the API gives it its value', 'leave .default() out');
    return false;
  }
  const isValue = list ? isListOf(type, list.elementRequired, value) : isValueOf(type, value);
  if (!isValue) {
    issues.add('invalid-default', path, `the default ${shown(value)} is no value of ${list ? `a list of ${type.graphqlType}` : type.graphqlType}`,
      list ? 'call .default() with a list of values, after .array()' : `give a ${type.description}, or leave .default() out`);
  }
  return isValue;
}

function isListOf(type: ScalarFieldType, elementRequired: boolean, value: unknown): boolean {
  return Array.isArray(value) && value.every((element) => (element === null ? !elementRequired : isValueOf(type, element)));
}

function isValueOf(type: ScalarFieldType, value: unknown): boolean {
  if (value === null) return false;
  if (type.valueType === undefined) return isJson(value);
  return typeof value === type.valueType && (type.isValue?.(value as never) ?? true);
}

function isJson(value: unknown): boolean {
  return jsonOf(value) !== undefined && isPlain(value);
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value === null || ['string', 'boolean'].includes(typeof value);
  // JavaScript makes something else of this key.
  if (Object.hasOwn(value, '__proto__')) return false;
  return (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) && Object.values(value).every(isPlain);
}

/** A value as JSON; nothing for what JSON has no words for, or no end. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : jsonOf(value) ?? String(value);
}
