import { type DataModel } from '../model';
import { quoted } from './quoted';
import { type ModelTables } from './table-options';

/** The types of fields that DynamoDB takes for a time in seconds. */
const timeToLiveTypes: readonly string[] = ['AWSTimestamp', 'Int'];

/** @throws Error for tables of models that there are not: the compiler says so to those only who use TypeScript */
export function checkModelTables(tables: ModelTables, { models }: DataModel): void {
  const names = models.map(({ name }) => name);
  const unknown = Object.keys(tables).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  throw new Error(`'tables' has ${quoted(unknown)}, of which the schema has no model; its models are ${quoted(names)}`);
}

/**
 * DynamoDB lets nothing expire by an attribute that is no number, and says nothing. An attribute that is no field is left to whoever
 * writes it.
 *
 * @throws Error for an attribute that is a field of another type
 */
export function checkTimeToLive(attribute: string, model: string, { models }: DataModel): void {
  const field = models.find(({ name }) => name === model)!.fields.find(({ name }) => name === attribute);
  if (!field || (!field.list && timeToLiveTypes.includes(field.type.graphqlType))) return;
  const type = field.list ? `[${field.type.graphqlType}]` : field.type.graphqlType;
  throw new Error(`'timeToLiveAttribute' of ${model} is the field '${attribute}' of type ${type}, which is no number of seconds; make the field an a.timestamp() or an a.integer()`);
}
