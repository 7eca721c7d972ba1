import { buildASTSchema, isScalarType, isTypeExtensionNode, Kind, parse, validateSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import { applyRule, scalarNames } from './scalars';

/** Where directives may stand that say what a merged API makes of a definition; to the API itself they mean nothing. */
const mergedPlaces = 'OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | FIELD_DEFINITION | INPUT_FIELD_DEFINITION';

/** What AppSync adds to every schema. */
const additions = parse(`
  ${scalarNames.map((name) => `scalar ${name}`).join('\n')}
  directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
  directive @aws_auth(cognito_groups: [String!]!) on FIELD_DEFINITION
  directive @aws_api_key on OBJECT | FIELD_DEFINITION
  directive @aws_iam on OBJECT | FIELD_DEFINITION
  directive @aws_oidc on OBJECT | FIELD_DEFINITION
  directive @aws_lambda on OBJECT | FIELD_DEFINITION
  directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
${['canonical', 'hidden', 'renamed(to: String!)'].map((directive) => `  directive @${directive} on ${mergedPlaces}`).join('\n')}
`);

/**
 * The executable schema of an API's SDL, with AppSync's scalars and directives.
 * @throws Error when AppSync would refuse the schema
 */
export function buildAppSyncSchema(definition: string): GraphQLSchema {
  let schema: GraphQLSchema;
  try {
    const document = parse(definition, { noLocation: true });
    refuseUnsupported(document);
    schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions: [...missing(document), ...document.definitions] });
  } catch (error) {
    throw new Error(`the schema is not valid: ${(error as Error).message}`);
  }
  const [problem] = validateSchema(schema);
  if (problem) throw new Error(`the schema is not valid: ${problem.message}`);
  Object.values(schema.getTypeMap()).filter(isScalarType).forEach(applyRule);
  return schema;
}

/**
 * @throws Error for what GraphQL has and AppSync has not
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 */
function refuseUnsupported({ definitions }: DocumentNode): void {
  for (const definition of definitions) {
    const name = 'name' in definition ? definition.name?.value ?? '' : '';
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION && !scalarNames.includes(name)) throw new Error(`AppSync takes no scalars but its own, and '${name}' is none of them`);
    if (isTypeExtensionNode(definition)) throw new Error(`AppSync takes no \`extend\`: write what extends '${name}' into the type itself`);
  }
}

/** The additions that a schema doesn't declare by itself. */
function missing(document: DocumentNode): DocumentNode['definitions'] {
  const declared = new Set(document.definitions.map((definition) => `${definition.kind} ${'name' in definition ? definition.name?.value : ''}`));
  return additions.definitions.filter((definition) => !declared.has(`${definition.kind} ${'name' in definition ? definition.name?.value : ''}`));
}
