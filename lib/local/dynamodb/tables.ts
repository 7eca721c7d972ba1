import { setTimeout as sleep } from 'node:timers/promises';
import { type KeySchemaElement, type SecondaryIndexDefinition, type TableDefinition } from '../template/api-definition';
import { type DynamoDbEngine, DynamoDbError, type TableDescription } from './engine';

const TIMEOUT_MILLISECONDS = 60_000;
const REMEDY = 'delete the table, or start with another data directory';

/**
 * Makes the engine's tables what the definitions say: creates missing tables, and creates and deletes global secondary
 * indexes of tables that are there, whose items stay. Other tables are left alone.
 * @throws Error when a table has another primary key or other local secondary indexes, which DynamoDB cannot change
 */
export async function ensureTables(engine: DynamoDbEngine, tables: readonly TableDefinition[]): Promise<void> {
  await Promise.all(tables.map((table) => ensureTable(engine, table)));
}

async function ensureTable(engine: DynamoDbEngine, table: TableDefinition): Promise<void> {
  const existing = await describe(engine, table.name);
  if (!existing) {
    await engine.request('CreateTable', createTableInput(table)).catch((error) => {
      throw new Error(`cannot create the table ${table.name} of resource '${table.logicalId}' (${error.message})`, { cause: error });
    });
    await waitUntilActive(engine, table.name);
  } else {
    refuseOtherKeys(table, existing);
    await updateIndexes(engine, table, await waitUntilActive(engine, table.name));
  }
}

function createTableInput(table: TableDefinition): Record<string, unknown> {
  return {
    TableName: table.name,
    AttributeDefinitions: table.attributeDefinitions,
    KeySchema: table.keySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(table.globalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes: table.globalSecondaryIndexes }),
    ...(table.localSecondaryIndexes.length > 0 && { LocalSecondaryIndexes: table.localSecondaryIndexes }),
  };
}

/** DynamoDB takes one change at a time, and no definition of an attribute that is not a key of something. */
async function updateIndexes(engine: DynamoDbEngine, table: TableDefinition, existing: TableDescription): Promise<void> {
  const wanted = indexTexts(table.globalSecondaryIndexes, table.attributeDefinitions);
  const present = indexTexts(existing.GlobalSecondaryIndexes, existing.AttributeDefinitions);
  const obsolete = [...present.keys()].filter((name) => present.get(name) !== wanted.get(name));
  const missing = table.globalSecondaryIndexes.filter(({ IndexName }) => present.get(IndexName) !== wanted.get(IndexName));
  const current = new Set(table.globalSecondaryIndexes.filter((index) => !missing.includes(index)));

  const update = async (change: object): Promise<void> => {
    const keys = [...table.keySchema, ...[...table.localSecondaryIndexes, ...current].flatMap((index) => index.KeySchema)];
    const AttributeDefinitions = table.attributeDefinitions.filter(({ AttributeName }) => keys.some((key) => key.AttributeName === AttributeName));
    await engine.request('UpdateTable', { TableName: table.name, AttributeDefinitions, GlobalSecondaryIndexUpdates: [change] }).catch((error) => {
      throw new Error(`cannot change the indexes of the table ${table.name} (${error.message}): ${REMEDY}`);
    });
    await waitUntilActive(engine, table.name);
  };
  for (const name of obsolete) {
    await update({ Delete: { IndexName: name } });
  }
  for (const index of missing) {
    current.add(index);
    await update({ Create: index });
  }
}

function refuseOtherKeys(table: TableDefinition, existing: TableDescription): void {
  const aspects = [
    ['primary key', keyText(existing.KeySchema, existing.AttributeDefinitions), keyText(table.keySchema, table.attributeDefinitions)],
    ['local secondary indexes', localIndexText(existing.LocalSecondaryIndexes, existing.AttributeDefinitions), localIndexText(table.localSecondaryIndexes, table.attributeDefinitions)],
  ] as const;
  for (const [aspect, there, wanted] of aspects) {
    if (there !== wanted) {
      throw new Error(`the table ${table.name} has the ${aspect} ${there}, but the template says ${wanted}, and DynamoDB cannot change that: ${REMEDY}`);
    }
  }
}

function keyText(schema: readonly KeySchemaElement[], definitions: TableDefinition['attributeDefinitions']): string {
  const type = (name: string): string | undefined => definitions.find((definition) => definition.AttributeName === name)?.AttributeType;
  return schema.map(({ AttributeName }) => `${AttributeName} (${type(AttributeName)})`).join(', ');
}

/** What makes an index what it is, by its name. */
function indexTexts(indexes: readonly SecondaryIndexDefinition[] = [], definitions: TableDefinition['attributeDefinitions']): Map<string, string> {
  return new Map(indexes.map(({ IndexName, KeySchema, Projection }) => [
    IndexName,
    [keyText(KeySchema, definitions), Projection.ProjectionType, ...[...(Projection.NonKeyAttributes ?? [])].sort()].join(' '),
  ]));
}

function localIndexText(indexes: readonly SecondaryIndexDefinition[] | undefined, definitions: TableDefinition['attributeDefinitions']): string {
  return [...indexTexts(indexes, definitions)].map(([name, text]) => `${name} on ${text}`).sort().join('; ') || 'none';
}

async function describe(engine: DynamoDbEngine, name: string): Promise<TableDescription | undefined> {
  try {
    return (await engine.request('DescribeTable', { TableName: name })).Table;
  } catch (error) {
    if (error instanceof DynamoDbError && error.name === 'ResourceNotFoundException') {
      return undefined;
    }
    throw error;
  }
}

async function waitUntilActive(engine: DynamoDbEngine, name: string): Promise<TableDescription> {
  for (const deadline = Date.now() + TIMEOUT_MILLISECONDS; Date.now() < deadline; await sleep(2)) {
    const table = await describe(engine, name);
    if (table?.TableStatus === 'ACTIVE' && (table.GlobalSecondaryIndexes ?? []).every((index) => index.IndexStatus === 'ACTIVE')) {
      return table;
    }
  }
  throw new Error(`the table ${name} did not become active within ${TIMEOUT_MILLISECONDS / 1000} seconds`);
}
