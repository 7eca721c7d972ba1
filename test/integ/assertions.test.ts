import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { assertionsIn, synthesizeApp } from '../support/integ-app';

test.each(['integ.data-modelling', 'integ.nested', 'integ.reads', 'integ.relationships'])('what integ-runner would ask %s is answered as it expects, locally', async (name) => {
  const outdir = synthesizeApp(name);
  const assertions = assertionsIn(outdir);
  expect(assertions.map(({ query }) => query.startsWith('mutation'))).toEqual([true, false]);

  const api = await LocalApi.fromAssembly(outdir, { stack: assertions[0]!.stack });
  try {
    for (const { query, data } of assertions) expect(await send(api, query)).toMatchObject({ data });
  } finally {
    await api.close();
  }
});
