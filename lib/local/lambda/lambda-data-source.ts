import { type Asker, type DataSource, DataSourceError } from '../data-source';
import { readFields, requireObject } from '../request-fields';
import { type LambdaFunctionDefinition } from '../template';
import { Batches } from './batches';
import { invoke, messageOf, requireFunction } from './invoke';
import { type LambdaFunction } from './lambda-function';

/**
 * An AppSync data source of type AWS_LAMBDA: invokes a function of this process. Events and results cross as JSON.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-lambda-js.html
 */
export class LambdaDataSource implements DataSource {
  private readonly batches: Readonly<Record<string, Batches>>;

  /** @param run what stands for the Lambda function, absent where none was given */
  public constructor(private readonly definition: LambdaFunctionDefinition, private readonly run: LambdaFunction | undefined) {
    this.batches = {
      RequestResponse: new Batches((payloads) => this.request(payloads)),
      Event: new Batches(async (payloads) => {
        this.notify(payloads);
        return payloads.map(() => null);
      }),
    };
  }

  /**
   * @throws DataSourceError of type `Lambda:Unhandled` for what the function throws, and of type `MappingTemplate` for a request
   * object that AppSync does not pass on
   * @throws Error when no function was given
   */
  public async invoke(request: unknown, asker: Asker): Promise<unknown> {
    const { operation, invocationType = 'RequestResponse', payload = null } = readFields(
      requireObject(request ?? null, '$'), { operation: 'required', payload: 'optional', invocationType: 'optional', version: 'optional' },
    );
    checkOneOf('operation', operation, ['Invoke', 'BatchInvoke']);
    checkOneOf('invocationType', invocationType, ['RequestResponse', 'Event']);
    requireFunction(this.definition, this.run);
    if (operation === 'BatchInvoke') return this.batches[String(invocationType)]!.add(payload, asker);
    if (invocationType === 'RequestResponse') return this.call(payload);
    this.notify(payload);
    return null;
  }

  /** A batch: as many results as payloads, in the same order. */
  private async request(payloads: readonly unknown[]): Promise<readonly unknown[]> {
    const results = await this.call(payloads);
    if (Array.isArray(results) && results.length === payloads.length) return results;
    const answered = Array.isArray(results) ? results.length : JSON.stringify(results);
    throw new DataSourceError(
      `The function '${this.definition.names[0]}' has to answer a BatchInvoke of ${payloads.length} payloads with a list of as many results, not with ${answered}.`,
      'Lambda:IllegalArgument',
    );
  }

  /** Nobody waits for the function: how it ends is told on the console, as Lambda tells it in its log. */
  private notify(payload: unknown): void {
    this.call(payload).catch((error: Error) => {
      console.error(`the Lambda function '${this.definition.names[0]}', invoked as an event, failed: ${error.message}`);
    });
  }

  private async call(payload: unknown): Promise<unknown> {
    try {
      return await invoke(this.definition, this.run, payload);
    } catch (error) {
      throw new DataSourceError(messageOf(error), 'Lambda:Unhandled');
    }
  }
}

function checkOneOf(field: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) {
    throw new DataSourceError(`Value for field '$[${field}]' is ${JSON.stringify(value)}: it is one of ${allowed.join(', ')}.`, 'MappingTemplate');
  }
}
