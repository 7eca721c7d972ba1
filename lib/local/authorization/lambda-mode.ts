import { randomUUID } from 'node:crypto';
import { type Caller } from '../caller';
import { RequestError } from '../graphql';
import { invoke, messageOf, type LambdaFunction } from '../lambda';
import { type ApiDefinition, type LambdaModeDefinition } from '../template';
import { type AuthorizationMode, type AuthorizationRequest, unauthorized } from './authorization';

/** What a Lambda authorizer answers: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-lambda-authorization */
interface Answer {
  readonly isAuthorized: boolean;
  readonly resolverContext?: Readonly<Record<string, unknown>>;
  readonly deniedFields?: readonly string[] | null;
  readonly ttlOverride?: number | null;
}

/** An answer that is kept, and until when. */
interface Kept { readonly answer: Answer; readonly until: number }

const answersKept = 1000;

/** Lets in whom a Lambda function lets in, by whatever stands in the `Authorization` header. */
export class LambdaMode implements AuthorizationMode {
  /** By token. */
  private readonly kept = new Map<string, Kept>();

  public constructor(
    private readonly definition: LambdaModeDefinition,
    private readonly run: LambdaFunction | undefined,
    private readonly api: Pick<ApiDefinition, 'apiId' | 'account'>,
  ) {}

  public isMeant({ headers }: AuthorizationRequest): boolean {
    return headers.authorization !== undefined;
  }

  public async identify(request: AuthorizationRequest): Promise<Caller> {
    const token = request.headers.authorization!;
    const { tokenPattern } = this.definition;
    if (tokenPattern !== undefined && !new RegExp(`^(?:${tokenPattern})$`).test(token)) throw unauthorized();
    const { isAuthorized, resolverContext, deniedFields } = await this.answer(token, request);
    if (!isAuthorized) throw unauthorized();
    const denied = new Set((deniedFields ?? []).map((field) => this.shortName(field)));
    return {
      mode: 'AWS_LAMBDA',
      identity: resolverContext == null ? {} : { resolverContext },
      ...(denied.size > 0 && { isRefused: (typeName, fieldName) => denied.has(`${typeName}.${fieldName}`) }),
    };
  }

  private async answer(token: string, request: AuthorizationRequest): Promise<Answer> {
    const kept = this.kept.get(token);
    if (kept && kept.until > Date.now()) return kept.answer;
    const answer = await this.ask(token, request);
    this.kept.delete(token);
    const seconds = answer.ttlOverride ?? this.definition.cacheSeconds;
    if (seconds > 0) {
      if (this.kept.size >= answersKept) this.kept.delete(this.kept.keys().next().value!);
      this.kept.set(token, { answer, until: Date.now() + seconds * 1000 });
    }
    return answer;
  }

  private async ask(authorizationToken: string, { body, requestHeaders }: AuthorizationRequest): Promise<Answer> {
    const { apiId, account: accountId } = this.api;
    const { query: queryString = '', operationName = null, variables = null } = requestIn(body);
    const event = { authorizationToken, requestContext: { apiId, accountId, requestId: randomUUID(), queryString, operationName, variables }, requestHeaders };
    let answer: unknown;
    try {
      answer = await invoke(this.definition.function, this.run, event);
    } catch (error) {
      throw this.failure(messageOf(error));
    }
    if (!isAnswer(answer)) throw this.failure(`it has to answer { isAuthorized: true } or { isAuthorized: false }, not ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A denied field as `Type.field`: of another API, for which only an ARN can be, it is left as it is and denies nothing. */
  private shortName(field: string): string {
    const [, apiId, type, name] = /^arn:[^:]*:appsync:[^:]*:[^:]*:apis\/([^/]+)\/types\/([^/]+)\/fields\/([^/]+)$/.exec(field) ?? [];
    return apiId === this.api.apiId ? `${type}.${name}` : field;
  }

  private failure(problem: string): RequestError {
    return new RequestError(400, 'BadRequestException', `The Lambda authorizer '${this.definition.function.names[0]}' failed: ${problem}`);
  }
}

function isAnswer(answer: unknown): answer is Answer {
  if (typeof answer !== 'object' || answer === null) return false;
  const { isAuthorized, deniedFields, ttlOverride } = answer as Partial<Record<keyof Answer, unknown>>;
  return typeof isAuthorized === 'boolean'
    && (deniedFields == null || Array.isArray(deniedFields) && deniedFields.every((field) => typeof field === 'string'))
    && (ttlOverride == null || typeof ttlOverride === 'number');
}

/** The GraphQL request in a body, as far as there is one. */
function requestIn(body: string): { readonly query?: unknown; readonly operationName?: unknown; readonly variables?: unknown } {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
