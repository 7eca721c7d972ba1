/**
 * What AppSync adds to every schema: its scalars and directives.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/merged-api.html
 */
export const appsyncDefinitions = `
scalar AWSDate
scalar AWSTime
scalar AWSDateTime
scalar AWSTimestamp
scalar AWSEmail
scalar AWSJSON
scalar AWSURL
scalar AWSPhone
scalar AWSIPAddress
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
directive @aws_auth(cognito_groups: [String!]!) on FIELD_DEFINITION
directive @aws_api_key on OBJECT | FIELD_DEFINITION
directive @aws_iam on OBJECT | FIELD_DEFINITION
directive @aws_oidc on OBJECT | FIELD_DEFINITION
directive @aws_lambda on OBJECT | FIELD_DEFINITION
directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
directive @canonical on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @hidden on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @renamed(to: String!) on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | FIELD_DEFINITION | INPUT_FIELD_DEFINITION
`;
