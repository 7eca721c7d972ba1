import { CfnDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';

/** Checks, before anything is synthesized, that no two data sources of an API have one name, whoever made them: AppSync refuses the second. */
export function checkDataSourceNames(scope: Construct, { apiId }: GraphqlApi): void {
  scope.node.addValidation({
    validate: () => {
      const paths = new Map<string, string[]>();
      for (const source of scope.node.root.node.findAll()) {
        if (!CfnDataSource.isCfnDataSource(source) || source.apiId !== apiId) continue;
        paths.set(source.name, [...paths.get(source.name) ?? [], `'${source.node.path}'`]);
      }
      return [...paths].filter(([, of]) => of.length > 1).map(([name, of]) => `the data sources ${of.join(' and ')} of one API are both named '${name}', and AppSync takes a name once: give another to the one that you make`);
    },
  });
}
