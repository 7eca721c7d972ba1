import ts from 'typescript';
import { chainSource } from '../../bench/chain-source';
import { programOver } from '../support/compile';

/** The types that the compiler makes up to check an app with so many models: a count, where its time would wobble. */
function instantiations(length: number, use = ''): number {
  const { program, fileOf } = programOver({ chain: chainSource(length, 'cdk-appsync-data/schema') + use });
  const diagnostics = program.getSemanticDiagnostics(fileOf('chain'));
  expect(diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  return (program as unknown as { getInstantiationCount(): number }).getInstantiationCount();
}

test('100 models with ClientSchema take at most 100,000 instantiations, and 300 three times as many', () => {
  const [hundred, threeHundred] = [instantiations(100), instantiations(300)];
  expect(hundred).toBeLessThanOrEqual(100_000);
  expect(threeHundred).toBeLessThanOrEqual(3 * hundred);
  // Far fewer would mean that the types are not looked at at all.
  expect(hundred).toBeGreaterThan(20_000);
});

test('a client of 300 models is no type too deep', () => {
  const count = instantiations(300, `
    import { generateClient } from 'aws-amplify/data';
    const { Model150 } = generateClient<Schema>().models;
    export async function titles(): Promise<string[]> {
      const { data } = await Model150.list({ selectionSet: ['title', 'next.next.next.next.next.title', 'previous.next.title'] });
      const [first] = (await (await Model150.get({ id: 'x' })).data!.next()).data;
      return [first!.title, data[0]!.previous.next[0]!.title, ...data[0]!.next.map((record) => record.next[0]!.next[0]!.next[0]!.next[0]!.title)];
    }
  `);
  expect(count).toBeLessThanOrEqual(350_000);
});
