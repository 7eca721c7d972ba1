import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Access } from '../plan';

/**
 * What DynamoDB does with a table's key in the name of who reads from the table, and of who writes to it: action by action, where its
 * documentation has `kms:ReEncrypt*` and `kms:GenerateDataKey*`, without those for key pairs, which no table has.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const readingKey = ['kms:Decrypt', 'kms:DescribeKey'];
const writingKey = ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'];
const writes: readonly Access['action'][] = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

/** One action on a table. */
export interface TableAccess {
  readonly table: ITable;
  readonly action: Access['action'];
}

/** The right to use the keys of tables with customer managed ones, as far as the actions take it: a key's own policy leaves that to IAM. */
export function keyStatements(access: readonly TableAccess[]): PolicyStatement[] {
  const actions = new Map<string, Set<string>>();
  for (const { table: { encryptionKey }, action } of access) {
    if (!encryptionKey) continue;
    const known = actions.get(encryptionKey.keyArn) ?? [];
    actions.set(encryptionKey.keyArn, new Set([...known, ...readingKey, ...(writes.includes(action) ? writingKey : [])]));
  }
  return [...actions].map(([key, allowed]) => new PolicyStatement({ actions: [...allowed], resources: [key] }));
}
