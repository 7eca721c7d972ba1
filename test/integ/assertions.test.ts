import { LocalApi, type LambdaFunctions } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { lambdaFunctions } from './custom-operations-functions';
import { assertionsIn, synthesizeApp } from '../support/integ-app';

/** What stands for the Lambda functions of the apps. */
const functions: Readonly<Record<string, LambdaFunctions>> = { 'integ.custom-operations': lambdaFunctions };

test.each(['integ.authorization', 'integ.custom-operations', 'integ.data-modelling', 'integ.nested', 'integ.own-api', 'integ.own-tables', 'integ.reads', 'integ.relationships'])('what integ-runner would ask %s is answered as it expects, locally', async (name) => {
  const outdir = synthesizeApp(name);
  const assertions = assertionsIn(outdir);
  expect(assertions.map(({ query }) => query.startsWith('mutation'))).toEqual([true, false]);

  const api = await LocalApi.fromAssembly(outdir, { stack: assertions[0]!.stack, functions: functions[name] ?? {} });
  try {
    for (const { query, data } of assertions) expect(await send(api, query)).toMatchObject({ data });
  } finally {
    await api.close();
  }
});
