import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type ResourceAccess, type RootType } from '../model';
import { type IdentityPoolPlan } from '../plan';
import { type FunctionReference } from '../schema';
import { type IamModeOptions } from './authorization-modes';
import { type AppSyncDataGrants } from './grants';

interface RuleGrants {
  readonly iam: IamModeOptions;
  readonly identityPool: IdentityPoolPlan;
  readonly resources: readonly ResourceAccess[];
  /** The function that a rule names. */
  readonly functionOf: (rule: string, called: string | FunctionReference) => IFunction;
}

const grantsByRoot: Readonly<Record<RootType, 'query' | 'mutation' | 'subscription'>> = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' };

/** Gives those what the schema's rules say that need a policy for it: the roles of an identity pool, and functions. */
export function grantByRules(grants: AppSyncDataGrants, { iam: { authenticatedRole, unauthenticatedRole }, identityPool, resources, functionOf }: RuleGrants): void {
  if (authenticatedRole && identityPool.authenticated.length > 0) grants.authenticated(authenticatedRole);
  if (unauthenticatedRole && identityPool.unauthenticated.length > 0) grants.guests(unauthenticatedRole);
  for (const { function: called, roots } of resources) {
    const grantee = functionOf('allow.resource()', called);
    for (const root of roots) grants[grantsByRoot[root]](grantee);
  }
}
