/** A statement of an IAM policy, its lists made lists. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  /** The actions that it is about, or all but these. */
  readonly actions: readonly string[];
  readonly isAllButActions: boolean;
  /** The resources that it is about, or all but these. */
  readonly resources: readonly string[];
  readonly isAllButResources: boolean;
  readonly hasCondition: boolean;
  /** The policy that it stands in, for messages. */
  readonly policy: string;
}

/** A role of the assembly, with all policies that it has. */
export interface RoleDefinition {
  readonly arn: string;
  /** The name at the end of its ARN. */
  readonly name: string;
  /** What it may be called by, the most telling name first. */
  readonly names: readonly string[];
  readonly statements: readonly PolicyStatement[];
  /** Why it can't be known what the role may do; absent where it can. */
  readonly problem?: string;
}

/** A Cognito identity pool, with the ARNs of the roles that it gives to those who come. */
export interface IdentityPoolDefinition {
  readonly id: string;
  /** Absent where it has no role for guests. */
  readonly guestRole?: string;
  readonly authenticatedRole?: string;
}

/** What the assembly says of those who sign their requests. */
export interface IamDefinition {
  readonly roles: readonly RoleDefinition[];
  readonly identityPools: readonly IdentityPoolDefinition[];
}
