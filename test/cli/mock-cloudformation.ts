import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';

/** What the tests use of the mock. */
interface CloudFormationMock {
  reset(): void;
  on(command: unknown): { resolves(answer: object): void; rejects(error: Error): void };
  calls(): readonly { readonly args: readonly [{ readonly input: unknown }] }[];
  commandCalls(command: unknown): readonly unknown[];
}

/** Every client of CloudFormation answers what a test says. The mock's own types are of another version of the SDK's. */
export function mockCloudFormation(): CloudFormationMock {
  return mockClient(CloudFormationClient as never) as unknown as CloudFormationMock;
}
