import { BackedDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type Construct } from 'constructs';
import { functionRole } from './data-source-role';

interface FunctionDataSourceProps {
  readonly api: GraphqlApi;
  readonly name: string;
  readonly lambdaFunction: IFunction;
}

/**
 * A data source for a Lambda function, with a role of its own. The CDK's `LambdaDataSource` would let that role invoke the function once
 * more, and fails for an imported function whose account the CDK can't compare with that of the stack.
 */
export class FunctionDataSource extends BackedDataSource {
  public constructor(scope: Construct, id: string, { lambdaFunction, ...props }: FunctionDataSourceProps) {
    super(scope, id, { ...props, serviceRole: functionRole(scope, props.api, lambdaFunction).withoutPolicyUpdates() }, {
      type: 'AWS_LAMBDA', lambdaConfig: { lambdaFunctionArn: lambdaFunction.functionArn },
    });
  }
}
