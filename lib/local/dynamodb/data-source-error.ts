import { randomBytes } from 'node:crypto';
import { DataSourceError } from '../data-source';
import { type DynamoDbError } from './engine';

/** Exceptions that the AWS SDK, which AppSync uses, has no class of their own for. */
const withoutClass = ['ValidationException', 'SerializationException'];

/** An exception of DynamoDB as AppSync reports it; `data` is what AppSync adds to it. */
export function dataSourceError({ name, message }: DynamoDbError, data: unknown = null): DataSourceError {
  const requestId = randomBytes(26).toString('hex').toUpperCase();
  const type = withoutClass.includes(name) ? 'DynamoDbException' : name;
  return new DataSourceError(`${message} (Service: DynamoDb, Status Code: 400, Request ID: ${requestId})`, `DynamoDB:${type}`, data);
}
