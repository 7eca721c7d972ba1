import { type PolicyStatement } from './iam-definition';

/** A policy document in IAM's words. */
export interface PolicyDocument { readonly Statement?: OneOrMore<StatementElement> }

interface StatementElement {
  readonly Effect: string;
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: object;
}

type OneOrMore<Element> = Element | readonly Element[];

/**
 * The statements of a policy document.
 * @param policy how messages name the policy
 */
export function readStatements({ Statement }: PolicyDocument, policy: string): PolicyStatement[] {
  return list(Statement).map(({ Effect, Action, NotAction, Resource, NotResource, Condition }) => ({
    effect: Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: list(NotAction ?? Action),
    isAllButActions: NotAction !== undefined,
    resources: list(NotResource ?? Resource),
    isAllButResources: NotResource !== undefined,
    hasCondition: Condition !== undefined && Object.keys(Condition).length > 0,
    policy,
  }));
}

function list<Element>(value: OneOrMore<Element> | undefined): readonly Element[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Element];
}
