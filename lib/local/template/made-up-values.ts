import { createHash } from 'node:crypto';
import { uuidOf } from '../uuid';

/** A resource, as far as the values that AWS would give it depend on it. */
interface MadeUpSubject {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  /** A property that is a plain text once resolved; undefined where it's not set. */
  property(name: string): string | undefined;
}

type Attributes = Readonly<Record<string, (subject: MadeUpSubject) => string>>;

/** The name property of a resource, where its type has one that matters here. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::AppSync::DataSource': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
};

const arn = (subject: MadeUpSubject, service: string, path: string, region = subject.region) =>
  `arn:aws:${service}:${region}:${subject.account}:${path}`;
/** 26 lower-case letters and digits, as in AppSync's ids, always the same for the same resource. */
const madeUpId = (subject: MadeUpSubject) => {
  const digest = createHash('sha256').update(`${subject.stackName}/${subject.logicalId}`).digest('hex');
  return BigInt(`0x${digest}`).toString(36).padStart(26, '0').slice(-26);
};
/** The id of a Cognito user pool: the region and nine letters and digits. */
const userPoolId = (subject: MadeUpSubject) => `${subject.region}_${madeUpId(subject).slice(0, 9)}`;
const identityPoolId = (subject: MadeUpSubject) => `${subject.region}:${uuidOf(`${subject.stackName}/${subject.logicalId}`)}`;
const name = (subject: MadeUpSubject) => subject.property(nameProperties[subject.type] ?? '') ?? `${subject.stackName}-${subject.logicalId}`;
const apiPath = (subject: MadeUpSubject, path: string) => arn(subject, 'appsync', `apis/${subject.property('ApiId')}/${path}`);
const apiHost = (subject: MadeUpSubject, service: string) => `${madeUpId(subject)}.${service}.${subject.region}.amazonaws.com`;

/** The ARN of a Lambda function that a version or an alias names, by its name or its ARN. */
const functionArn = (subject: MadeUpSubject) => {
  const functionName = subject.property('FunctionName') ?? '';
  return functionName.startsWith('arn:') ? functionName : arn(subject, 'lambda', `function:${functionName}`);
};
const versionArn = (subject: MadeUpSubject) => `${functionArn(subject)}:1`;
const aliasArn = (subject: MadeUpSubject) => `${functionArn(subject)}:${subject.property('Name')}`;

const tableAttributes: Attributes = {
  Ref: name,
  Arn: (subject) => arn(subject, 'dynamodb', `table/${name(subject)}`),
  StreamArn: (subject) => arn(subject, 'dynamodb', `table/${name(subject)}/stream/2020-01-01T00:00:00.000`),
  TableId: madeUpId,
};

const attributesByType: Readonly<Record<string, Attributes>> = {
  'AWS::DynamoDB::Table': tableAttributes,
  'AWS::DynamoDB::GlobalTable': tableAttributes,
  'AWS::AppSync::GraphQLApi': {
    Ref: (subject) => arn(subject, 'appsync', `apis/${madeUpId(subject)}`),
    Arn: (subject) => arn(subject, 'appsync', `apis/${madeUpId(subject)}`),
    ApiId: madeUpId,
    GraphQLUrl: (subject) => `https://${apiHost(subject, 'appsync-api')}/graphql`,
    GraphQLDns: (subject) => apiHost(subject, 'appsync-api'),
    RealtimeUrl: (subject) => `wss://${apiHost(subject, 'appsync-realtime-api')}/graphql`,
    RealtimeDns: (subject) => apiHost(subject, 'appsync-realtime-api'),
  },
  'AWS::AppSync::ApiKey': {
    Ref: (subject) => apiPath(subject, `apikeys/da2-${madeUpId(subject)}`),
    Arn: (subject) => apiPath(subject, `apikeys/da2-${madeUpId(subject)}`),
    ApiKey: (subject) => `da2-${madeUpId(subject)}`,
    ApiKeyId: (subject) => `da2-${madeUpId(subject)}`,
  },
  'AWS::AppSync::DataSource': {
    Ref: (subject) => apiPath(subject, `datasources/${name(subject)}`),
    DataSourceArn: (subject) => apiPath(subject, `datasources/${name(subject)}`),
    Name: name,
  },
  'AWS::AppSync::FunctionConfiguration': {
    Ref: (subject) => apiPath(subject, `functions/${madeUpId(subject)}`),
    FunctionArn: (subject) => apiPath(subject, `functions/${madeUpId(subject)}`),
    FunctionId: madeUpId,
    Name: (subject) => subject.property('Name') ?? '',
    DataSourceName: (subject) => subject.property('DataSourceName') ?? '',
  },
  'AWS::IAM::Role': {
    Ref: name,
    Arn: (subject) => arn(subject, 'iam', `role/${name(subject)}`, ''),
    RoleId: madeUpId,
  },
  'AWS::Cognito::UserPool': {
    Ref: userPoolId,
    Arn: (subject) => arn(subject, 'cognito-idp', `userpool/${userPoolId(subject)}`),
    UserPoolId: userPoolId,
    ProviderName: (subject) => `cognito-idp.${subject.region}.amazonaws.com/${userPoolId(subject)}`,
    ProviderURL: (subject) => `https://cognito-idp.${subject.region}.amazonaws.com/${userPoolId(subject)}`,
  },
  'AWS::Cognito::UserPoolClient': { Ref: madeUpId, ClientId: madeUpId },
  'AWS::Cognito::IdentityPool': { Ref: identityPoolId, Id: identityPoolId },
  'AWS::IAM::ManagedPolicy': {
    Ref: (subject) => arn(subject, 'iam', `policy/${name(subject)}`, ''),
    PolicyArn: (subject) => arn(subject, 'iam', `policy/${name(subject)}`, ''),
  },
  'AWS::Lambda::Function': { Ref: name, Arn: (subject) => arn(subject, 'lambda', `function:${name(subject)}`) },
  'AWS::Lambda::Version': { Ref: versionArn, FunctionArn: versionArn, Version: () => '1' },
  'AWS::Lambda::Alias': { Ref: aliasArn, AliasArn: aliasArn },
};

/**
 * What `Ref` (attribute 'Ref') or `Fn::GetAtt` gives for a resource: a value of the right form, the same at each start.
 * Resources that the local API has no business with get a name or an ARN that is made of theirs.
 */
export function madeUpValue(subject: MadeUpSubject, attribute: string): string {
  const known = attributesByType[subject.type]?.[attribute];
  if (known) return known(subject);
  if (attribute === 'Ref') return name(subject);
  if (attribute === 'Arn') return arn(subject, subject.type.split('::')[1]!.toLowerCase(), name(subject));
  return `${name(subject)}-${attribute}`;
}
