import { Stack, Token } from 'aws-cdk-lib';
import { type CfnGraphQLSchema, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import { schemaDifferences } from '../graphql';
import { resolvedBy } from './added-resolver';
import { type ApiProps } from './api-props';
import { AppSyncDataSchema } from './appsync-data-schema';
import { differ } from './own-table';
import { quoted } from './quoted';

/** Another API than one that is made for the schema, or more in that. */
export interface OwnApiProps {
  /**
   * An API that there is already, of this stack or of another one, to which data sources, functions and resolvers are added. Its schema has
   * to have all that the data model makes: `Definition.fromSchema(new AppSyncDataSchema(schema))` is one. What configures the API is set on
   * the API itself.
   *
   * @default - an API is made
   */
  readonly api?: GraphqlApi;

  /**
   * More types for the API that is made, and more fields of types that the data model makes, in GraphQL's schema definition language:
   * `extend type Query { health: String }`. `addResolver()` gives such fields their resolvers.
   *
   * @default - the schema is that of the data model
   */
  readonly schemaExtension?: string;
}

/** What configures an API that is made; the compiler asks for each. */
const apiProps: Readonly<Record<keyof ApiProps, true>> = {
  name: true, logConfig: true, xrayEnabled: true, enhancedMetricsConfig: true, queryDepthLimit: true, resolverCountLimit: true, introspectionConfig: true, visibility: true,
  domainName: true, webAclArn: true, apiKeyExpires: true, authorizationModes: true,
};

/** The id of what is added to an API itself, of which there can be one. */
const MARK = 'AppSyncData';

interface OwnApiContext {
  /** The schema that the data model makes. */
  readonly generated: string;
  /** The fields that have resolvers of the data model. */
  readonly fields: readonly string[];
  readonly props: ApiProps & OwnApiProps;
}

/**
 * Checks that an API can take the resolvers of a data model, and gives its schema, where that is known.
 *
 * @throws Error for properties that belong to the API, and for an API of another place, with another schema, or with such resolvers
 */
export function checkOwnApi(scope: Construct, api: GraphqlApi, { generated, fields, props }: OwnApiContext): string | undefined {
  const path = `the API '${api.node.path}'`;
  const given = Object.keys(apiProps).filter((name) => props[name as keyof ApiProps] !== undefined);
  if (given.length > 0) throw new Error(`'api' is given together with ${quoted(given)}, which configure an API; set them on ${path} itself`);
  if (props.schemaExtension !== undefined) throw new Error(`'api' is given together with 'schemaExtension'; the schema of ${path} can have it: new AppSyncDataSchema(schema, { extension })`);
  if (api.node.tryFindChild(MARK)) throw new Error(`${path} has an AppSyncData already; write one schema of both, with a.combine([...])`);

  const [here, there] = [Stack.of(scope), Stack.of(api)];
  for (const place of ['region', 'account'] as const) {
    if (differ(here[place], there[place])) throw new Error(`${path} is in the ${place} '${there[place]}', and '${scope.node.path}' in '${here[place]}': AppSync has data sources and resolvers in the place of their API; put both into one ${place}`);
  }
  const sdl = schemaOf(api);
  const differences = sdl === undefined ? [] : schemaDifferences(generated, sdl);
  if (differences.length > 0) {
    throw new Error(`the schema of ${path} is not that of the data model and more; make it with Definition.fromSchema(new AppSyncDataSchema(schema)):\n${differences.map((difference) => `  ${difference}`).join('\n')}`);
  }
  const resolved = resolvedBy(api).filter((field) => fields.includes(field));
  if (resolved.length > 0) throw new Error(`${path} has resolvers already for ${quoted(resolved)}, which are fields of the data model; AppSync takes one a field`);
  return sdl;
}

/**
 * The schema of an API, where it is known: one of ours, or one that stands in the template.
 *
 * @throws Error for an API that is merged of others, which has no schema of its own
 */
function schemaOf(api: GraphqlApi): string | undefined {
  const resource = api.node.tryFindChild('Schema') as CfnGraphQLSchema | undefined;
  if (!resource) throw new Error(`the API '${api.node.path}' is merged of others, and has no schema and no resolvers of its own; give one that it is merged of`);
  if (api.schema instanceof AppSyncDataSchema) return api.schema.sdl;
  return Token.isUnresolved(resource.definition) ? undefined : resource.definition;
}

/** Where the outputs of an API stand that there is already: in its stack, where the command line looks for them. */
export function outputScope(api: GraphqlApi): Construct {
  return new Construct(api, MARK);
}
