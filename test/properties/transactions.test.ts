import fc from 'fast-check';
import { EmbeddedEngine, ensureTables } from '../../lib/local/dynamodb';
import { type Attributes } from '../../lib/local/dynamodb/attribute-values';
import { type CancellationReason, type DynamoDbError, type DynamoDbOperation, type ItemResponse } from '../../lib/local/dynamodb/engine';
import { members } from '../local/dynamodb/engines';
import { explanations, type Account, type Accounts, type Action, type Condition, type Outcome, type Step } from './transaction-model';

const TableName = 'Member';
const keyOf = (id: string): Attributes => ({ id: { S: id } });
const stored = (id: string, { teamId, rank }: Account): Attributes => ({ ...keyOf(id), teamId: { S: teamId }, rank: { N: String(rank) } });
const accountIn = ({ teamId, rank }: Attributes): Account => ({ teamId: String(teamId!.S), rank: Number(rank!.N) });

const conditions: Readonly<Record<Condition, string | undefined>> = { none: undefined, absent: 'attribute_not_exists(id)', present: 'attribute_exists(id)', positive: '#rank > :zero' };

/** The parameters of an action, which are those of the single operation too. */
function parametersOf({ kind, id, condition, account, amount }: Action): Record<string, unknown> {
  const isUpdate = kind === 'Update';
  const usesRank = isUpdate || condition === 'positive';
  const values = { ...(isUpdate && { ':amount': { N: String(amount) } }), ...(condition === 'positive' && { ':zero': { N: '0' } }) };
  return {
    TableName,
    ...(kind === 'Put' ? { Item: stored(id, account) } : { Key: keyOf(id) }),
    ...(isUpdate && { UpdateExpression: 'SET #rank = #rank + :amount' }),
    ...(conditions[condition] && { ConditionExpression: conditions[condition] }),
    ...(usesRank && { ExpressionAttributeNames: { '#rank': 'rank' }, ExpressionAttributeValues: values }),
  };
}

const codes: Readonly<Record<string, string>> = { ConditionalCheckFailedException: 'ConditionalCheckFailed', ValidationException: 'ValidationError' };

async function run(engine: EmbeddedEngine, step: Step): Promise<Outcome> {
  try {
    if (step.type === 'read') {
      const { Responses } = await engine.request('TransactGetItems', { TransactItems: step.ids.map((id) => ({ Get: { TableName, Key: keyOf(id) } })) });
      return (Responses as ItemResponse[]).map(({ Item }) => (Item ? accountIn(Item) : null));
    }
    if (step.type === 'single') {
      await engine.request(`${step.action.kind}Item` as DynamoDbOperation, parametersOf(step.action));
      return ['None'];
    }
    await engine.request('TransactWriteItems', { TransactItems: step.actions.map((action) => ({ [action.kind]: parametersOf(action) })) });
    return step.actions.map(() => 'None');
  } catch (error) {
    const { name, message, details } = error as DynamoDbError;
    if (message === 'Transaction request cannot include multiple operations on one item') return ['Refused'];
    return name === 'TransactionCanceledException' ? (details.CancellationReasons as CancellationReason[]).map(({ Code }) => Code) : [codes[name] ?? message];
  }
}

/** The table, and that its indexes have the same items. */
async function accountsIn(engine: EmbeddedEngine): Promise<Accounts> {
  const scans = await Promise.all([undefined, 'byTeam', 'byTeamAndRank'].map((IndexName) => engine.request('Scan', { TableName, IndexName })));
  const [table, ...indexes] = scans.map(({ Items }) => [...Items!].sort((one, other) => (String(one.id!.S) < String(other.id!.S) ? -1 : 1)));
  for (const index of indexes) expect(index).toEqual(table);
  return new Map(table!.map((item) => [String(item.id!.S), accountIn(item)]));
}

const textOf = (accounts: Accounts): string => [...accounts].map(([id, { teamId, rank }]) => `${id}: ${teamId} ${rank}`).sort().join(', ');

const id = fc.constantFrom('a', 'b', 'c', 'd');
const action = (kinds: readonly Action['kind'][]): fc.Arbitrary<Action> => fc.record({
  kind: fc.constantFrom(...kinds), id, condition: fc.constantFrom<Condition>('none', 'none', 'absent', 'present', 'positive'),
  account: fc.record({ teamId: fc.constantFrom('t1', 't2'), rank: fc.integer({ min: -2, max: 3 }) }), amount: fc.integer({ min: -2, max: 2 }),
}).map((made) => (made.kind === 'ConditionCheck' && made.condition === 'none' ? { ...made, condition: 'present' } : made));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('transaction' as const), actions: fc.array(action(['Put', 'Update', 'Delete', 'ConditionCheck']), { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('single' as const), action: action(['Put', 'Update', 'Delete']) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('read' as const), ids: fc.array(id, { minLength: 1, maxLength: 4 }) }) },
);

test('random transactions, some of them at once, are each all or nothing', async () => {
  const engine = new EmbeddedEngine();
  await ensureTables(engine, [members]);
  try {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), async (rounds) => {
      let accounts: Accounts = new Map();
      try {
        for (const round of rounds) {
          const outcomes = await Promise.all(round.map(async (made) => ({ step: made, outcome: await run(engine, made) })));
          const found = await accountsIn(engine);
          expect({ outcomes, states: explanations(accounts, outcomes).map(textOf) }).toEqual({ outcomes, states: expect.arrayContaining([textOf(found)]) });
          accounts = found;
        }
      } finally {
        for (const left of (await accountsIn(engine)).keys()) await engine.request('DeleteItem', { TableName, Key: keyOf(left) });
      }
    }), { numRuns: 150 });
  } finally {
    await engine.close();
  }
});
