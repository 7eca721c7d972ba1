import { Names, Resource, Stack, Token } from 'aws-cdk-lib';
import { AuthorizationType, IamResource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Policy, type Grant, type IGrantable, type IRole } from 'aws-cdk-lib/aws-iam';
import { type DataModel, type RootType } from '../model';
import { type IdentityPoolPlan, type Plan } from '../plan';
import { quoted } from './quoted';

const nouns: Readonly<Record<RootType, readonly [one: string, all: string]>> = {
  Query: ['query', 'queries'],
  Mutation: ['mutation', 'mutations'],
  Subscription: ['subscription', 'subscriptions'],
};

const reads: readonly RootType[] = ['Query', 'Subscription'];
const writes: readonly RootType[] = ['Mutation'];

/**
 * Allows principals of IAM to use operations of the API: the action `appsync:GraphQL` on the fields that serve them. The API has to have IAM
 * as an authorization mode. A principal may do what its policies say; the schema's rules are about guests and users of an identity pool,
 * whose roles they say it of beside.
 */
export class AppSyncDataGrants<Model extends string = string, Query extends string = string, Mutation extends string = string, Subscription extends string = string> {
  public constructor(private readonly api: GraphqlApi, private readonly plan: Pick<Plan, 'tables' | 'resolvers' | 'identityPool'> & Pick<DataModel, 'customOperations'>) {}

  /**
   * Allows queries: `data.grants.query(role, 'getTeam', 'listTeams')`; all there are and will be, where none is named.
   *
   * @throws Error for names of queries that the API does not have
   */
  public query(grantee: IGrantable, ...fields: Query[]): Grant {
    return this.fields(grantee, 'Query', fields);
  }

  /**
   * Allows mutations: `data.grants.mutation(role, 'createTeam')`; all there are and will be, where none is named.
   *
   * @throws Error for names of mutations that the API does not have
   */
  public mutation(grantee: IGrantable, ...fields: Mutation[]): Grant {
    return this.fields(grantee, 'Mutation', fields);
  }

  /**
   * Allows subscriptions: `data.grants.subscription(role, 'onCreateTeam')`; all there are and will be, where none is named.
   *
   * @throws Error for names of subscriptions that the API does not have
   */
  public subscription(grantee: IGrantable, ...fields: Subscription[]): Grant {
    return this.fields(grantee, 'Subscription', fields);
  }

  /**
   * Allows what reads records of a model: its queries, those of its indexes among them, and its subscriptions.
   *
   * @throws Error for a model that there is not, or that has no such operation
   */
  public read(grantee: IGrantable, model: Model): Grant {
    return this.operations(grantee, model, reads);
  }

  /**
   * Allows what writes records of a model: its mutations.
   *
   * @throws Error for a model that there is not, or that has no such operation
   */
  public write(grantee: IGrantable, model: Model): Grant {
    return this.operations(grantee, model, writes);
  }

  /**
   * Allows all operations of a model.
   *
   * @throws Error for a model that there is not, or that has no operation
   */
  public readWrite(grantee: IGrantable, model: Model): Grant {
    return this.operations(grantee, model, [...reads, ...writes]);
  }

  /**
   * Allows what `allow.guest()` lets guests of an identity pool do: for the pool's role for them.
   *
   * @throws Error where no rule lets them do anything
   */
  public guests(grantee: IGrantable): Grant {
    return this.ofIdentityPool(grantee, 'unauthenticated', 'allow.guest()');
  }

  /**
   * Allows what `allow.authenticated('identityPool')` lets users of an identity pool do who have signed in: for the pool's role for them.
   *
   * @throws Error where no rule lets them do anything
   */
  public authenticated(grantee: IGrantable): Grant {
    return this.ofIdentityPool(grantee, 'authenticated', "allow.authenticated('identityPool')");
  }

  private ofIdentityPool(grantee: IGrantable, kind: keyof IdentityPoolPlan, rule: string): Grant {
    const fields = this.plan.identityPool[kind];
    if (fields.length === 0) throw new Error(`no rule of the schema is ${rule}, so that there is nothing to grant; add it where it is meant`);
    return this.allow(this.besideApi(grantee), resourceOf(fields.map((field) => field.split('.') as [string, string])));
  }

  /**
   * Where the policy of an identity pool's role goes. The stack of a role is often that of the user pool too, which the API's stack depends on:
   * a policy there, which names the API, would have each of the two depend on the other.
   */
  private besideApi(grantee: IGrantable): IGrantable {
    const role = grantee.grantPrincipal;
    if (!isRole(role) || Stack.of(role) === Stack.of(this.api)) return grantee;
    const id = `PolicyOf${Names.nodeUniqueId(role.node)}`;
    return this.api.node.tryFindChild(id) as Policy | undefined ?? new Policy(this.api, id, { roles: [role] });
  }

  private fields(grantee: IGrantable, root: RootType, fields: readonly string[]): Grant {
    const known = [
      ...this.plan.resolvers.filter(({ typeName }) => typeName === root).map(({ fieldName }) => fieldName),
      ...this.plan.customOperations.filter((operation) => operation.root === root).map(({ name }) => name),
    ];
    const unknown = fields.filter((name) => !Token.isUnresolved(name) && !known.includes(name));
    const [one, all] = nouns[root];
    if (unknown.length > 0) throw new Error(`there is no ${one} ${quoted(unknown)}; the API has ${known.length > 0 ? `the ${all} ${quoted(known)}` : `no ${all}`}`);
    return this.allow(grantee, IamResource.ofType(root, ...fields));
  }

  private operations(grantee: IGrantable, model: string, roots: readonly RootType[]): Grant {
    const models = this.plan.tables.map((table) => table.model);
    if (!models.includes(model)) throw new Error(`there is no model '${model}'; the models are ${quoted(models)}`);
    const operations = this.plan.resolvers.filter((resolver) => resolver.model === model && roots.some((root) => root === resolver.typeName));
    if (operations.length === 0) throw new Error(`the model '${model}' has no ${roots.map((root) => nouns[root][1]).join(' and no ')}, as its schema disables them`);
    return this.allow(grantee, resourceOf(operations.map(({ typeName, fieldName }) => [typeName, fieldName])));
  }

  private allow(grantee: IGrantable, resources: IamResource): Grant {
    if (!this.api.modes.includes(AuthorizationType.IAM)) throw new Error(`the API '${this.api.node.path}' does not have IAM as an authorization mode, so that a grant would have no effect; add iam: true to 'authorizationModes'`);
    return this.api.grant(grantee, resources, 'appsync:GraphQL');
  }
}

function isRole(principal: object): principal is IRole {
  return Resource.isResource(principal as Resource) && 'roleArn' in principal;
}

function resourceOf(fields: readonly (readonly [typeName: string, fieldName: string])[]): IamResource {
  return IamResource.custom(...fields.map(([typeName, fieldName]) => `types/${typeName}/fields/${fieldName}`));
}
