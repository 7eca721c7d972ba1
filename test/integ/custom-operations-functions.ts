import { type ClientSchema } from 'cdk-appsync-data';
import { type LambdaFunctions } from 'cdk-appsync-data/local';
import { type customOperations } from '../../integ/schemas/custom-operations';

type Schema = ClientSchema<typeof customOperations>;
type SummarizeEvent = Parameters<Schema['summarize']['functionHandler']>[0];
type DecorateEvent = Parameters<Schema['publish']['functionHandler']>[0];

/** What stands for the Lambda functions of `integ.custom-operations`: they do the same as the code there. */
export const lambdaFunctions: LambdaFunctions = {
  Summarize: ({ arguments: { postId }, info }: SummarizeEvent) => ({ words: postId.length, longest: info.fieldName }),
  Decorate: ({ prev }: DecorateEvent) => ({ ...prev!.result, content: `* ${prev!.result.content} *` }),
  Rebuild: () => undefined,
};
