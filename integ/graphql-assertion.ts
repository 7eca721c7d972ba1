import { type IntegTest, ExpectedResult, type IApiCall } from '@aws-cdk/integ-tests-alpha';
import { type AppSyncData } from 'cdk-appsync-data';

/** Has integ-runner send a document to a deployed API, with its key, and compares the data that comes back. It may have more fields than are expected. */
export function expectData(test: IntegTest, { api }: Pick<AppSyncData, 'api'>, query: string, data: Readonly<Record<string, unknown>>): IApiCall {
  const call = test.assertions.httpApiCall(api.graphqlUrl, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': api.apiKey! }, body: JSON.stringify({ query }),
  });
  call.expect(ExpectedResult.objectLike({ status: 200, body: { data } }));
  return call;
}
