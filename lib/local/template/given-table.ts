import { quoted } from '../wording';
import { type KeySchemaElement, type SecondaryIndexDefinition, type TableDefinition } from './api-definition';
import { supportedProperties } from './supported-properties';
import { defineTable } from './table';

/** A table that no stack of the assembly makes, in the words of `AWS::DynamoDB::Table`. */
export interface LocalTable {
  /** The physical name, as the template has it. */
  readonly TableName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  /** The type of each attribute that is part of a key. */
  readonly AttributeDefinitions: TableDefinition['attributeDefinitions'];
  /** @default - none */
  readonly GlobalSecondaryIndexes?: readonly SecondaryIndexDefinition[];
  /** @default - none */
  readonly LocalSecondaryIndexes?: readonly SecondaryIndexDefinition[];
}

/**
 * The definition of a table that the option `tables` describes.
 * @throws Error that names the option for what is missing or unknown
 */
export function readGivenTable(table: LocalTable): TableDefinition {
  const { TableName: name } = table;
  if (!name) throw new Error(`option 'tables': a table has no TableName: ${JSON.stringify(table)}`);
  const properties: Readonly<Record<string, unknown>> = { ...table };
  const fail = (problem: string): never => {
    throw new Error(`option 'tables': table '${name}': ${problem}`);
  };
  const property = <T>(key: string) => properties[key] as T | undefined;
  const required = <T>(key: string) => property<T>(key) ?? fail(`'${key}' is missing`);
  const { used } = supportedProperties['AWS::DynamoDB::Table']!;
  const unknown = Object.keys(properties).find((key) => !used.includes(key));
  if (unknown !== undefined) fail(`'${unknown}' is unknown: there is ${quoted(used)}`);
  return defineTable({ property, required, fail }, name, name);
}
