import { operations, type AccessOperation, type AuthorizationRule, type DataModel, type Model, type OperationName } from '../model';
import { accessOf, rulesAbout } from './callers';
import { type CallerKind } from './configuration';

/** The operations that the users of an identity pool may use, as `Type.field`. */
export interface IdentityPoolPlan {
  /** Those who have signed in. */
  readonly authenticated: readonly string[];
  readonly unauthenticated: readonly string[];
}

/** What rules let the users of an identity pool do: AppSync asks for a policy that says so beside. */
export function identityPoolPlan(dataModel: DataModel): IdentityPoolPlan {
  return { authenticated: fieldsOf('authenticated', dataModel), unauthenticated: fieldsOf('unauthenticated', dataModel) };
}

function fieldsOf(kind: CallerKind, { models, customOperations, authorizationModes }: DataModel): string[] {
  const lets = (rules: readonly AuthorizationRule[]): boolean => accessOf(rules, authorizationModes)[kind] === true;
  const letsDo = ({ authorization }: Model, operation: AccessOperation): boolean => lets(rulesAbout(authorization, operation));
  return [
    ...models.flatMap((model) => [
      ...model.availableOperations.filter((name) => letsDo(model, aboutRecords(name))).map((name) => `${operations[name].root}.${model.operations[name]}`),
      ...model.indexes.flatMap(({ declared }) => (typeof declared?.query === 'string' && letsDo(model, 'list') ? [`Query.${declared.query}`] : [])),
    ]),
    ...customOperations.filter(({ authorization }) => lets(authorization)).map(({ root, name }) => `${root}.${name}`),
  ];
}

/** What of the records an operation is about. */
export function aboutRecords(operation: OperationName): AccessOperation {
  return operations[operation].root === 'Subscription' ? 'listen' : operation as AccessOperation;
}
