import { a } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

export const operationErrorCases = {
  'unknown-operation': [
    { what: 'words that are none', schema: schemaOf({ Team: a.model({}).disableOperations(['list', 'remove' as never, 'Queries' as never]) }), issues: [['Team.disableOperations', /no operation 'remove'/, /'queries', 'mutations', 'subscriptions', 'get', 'list'/], ['Team.disableOperations', /no operation 'Queries'/, /'queries'/]] },
  ],
  'no-queries': [
    { what: 'no model with a query', schema: schemaOf({ Team: a.model({}).disableOperations(['queries']), Member: a.model({}).disableOperations(['get', 'list']) }), issues: [['schema', /queries of all models are disabled/, /leave one/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
