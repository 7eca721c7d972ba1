import { type FunctionGroup } from '../function-group';
import { dynamodb } from '../util/dynamodb';
import { batchRequests } from './batch-requests';
import { itemRequests } from './item-requests';
import { listRequests } from './list-requests';
import { operations } from './operations';
import { transactRequests } from './transact-requests';

const { toStringSet, toNumberSet, toBinarySet } = dynamodb;

/** What `@aws-appsync/utils/dynamodb` exports: functions that make requests for the DynamoDB data source. */
export const dynamodbModule: FunctionGroup = {
  ...itemRequests, ...listRequests, ...batchRequests, ...transactRequests, operations, toStringSet, toNumberSet, toBinarySet,
};
