import { getDirectiveValues, type GraphQLField, type GraphQLSchema } from 'graphql';

/**
 * The mutations that each subscription is published by, as `@aws_subscribe` says.
 * @throws Error when AppSync would refuse the schema: a mutation that isn't there, or returns something else than the subscription
 */
export function publishedMutations(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const directive = schema.getDirective('aws_subscribe')!;
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const check = (field: GraphQLField<unknown, unknown>, mutation: string): void => {
    const problem = `the schema is not valid: the subscription ${field.name} is published by ${mutation}, `;
    const publishing = Object.hasOwn(mutations, mutation) ? mutations[mutation] : undefined;
    if (!publishing) throw new Error(`${problem}and there is no such mutation`);
    const [returned, expected] = [publishing.type, field.type].map((type) => String(type).replace(/!$/, ''));
    if (returned !== expected) throw new Error(`${problem}which returns ${publishing.type}, not ${field.type}`);
  };
  return new Map(Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map((field) => {
    const values = field.astNode && getDirectiveValues(directive, field.astNode);
    const names = (values?.mutations ?? []) as readonly string[];
    for (const name of names) check(field, name);
    return [field.name, names];
  }));
}
