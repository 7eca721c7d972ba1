import { Template } from 'aws-cdk-lib/assertions';
import { a } from 'cdk-appsync-data';
import { loadHandlers } from '../../lib/local/appsync-js';
import { makeContext, makeEffects } from '../local/appsync-js/handler-call';
import { codesIn, stackOf } from '../support/synthesized';

const schema = a.schema({ Note: a.model({ text: a.string(), stars: a.integer() }) }).authorization((allow) => allow.publicApiKey());

const [, code] = Object.entries(codesIn(Template.fromStack(stackOf(schema)))).find(([id]) => id.includes('Subscribe'))!;
const handlers = loadHandlers(code, 'Subscribe');

interface FilterGroup { readonly filterGroup: readonly { readonly filters: readonly { readonly fieldName: string; readonly operator: string; readonly value: unknown }[] }[] }

/** What the resolver sets for a client's filter, each condition as `field operator value`; undefined where it sets nothing. */
function filterSetFor(filter?: unknown): string[][] | undefined {
  const effects = makeEffects();
  const context = makeContext({ arguments: filter === undefined ? {} : { filter } });
  expect(handlers.request(context, effects).value).toEqual({ payload: null });
  expect(handlers.response(context, effects).value).toBeNull();
  const set = effects.subscriptionFilter as FilterGroup | undefined;
  return set?.filterGroup.map(({ filters }) => filters.map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${JSON.stringify(value)}`));
}

/** The order is of no account. */
const sorted = (alternatives?: string[][]) => alternatives?.map((filters) => [...filters].sort().join(', ')).sort();

const everything = [['createdAt ne "-"']];
const [x, y, z] = [{ text: { eq: 'x' } }, { stars: { gt: 3 } }, { id: { beginsWith: 'z' } }];

describe('the filter that a subscription sets', () => {
  test.each<[string, unknown, string[][] | undefined]>([
    ['none, where none is given', undefined, undefined],
    ['one condition', x, [['text eq "x"']]],
    ['fields hold together', { ...x, ...y }, [['text eq "x"', 'stars gt 3']]],
    ['and holds together', { and: [x, y], ...z }, [['id beginsWith "z"', 'text eq "x"', 'stars gt 3']]],
    ['or is one of them', { or: [x, y] }, [['text eq "x"'], ['stars gt 3']]],
    ['or with a field beside it', { ...z, or: [x, y] }, [['id beginsWith "z"', 'text eq "x"'], ['id beginsWith "z"', 'stars gt 3']]],
    ['or in and', { and: [z, { or: [x, y] }] }, [['text eq "x"', 'id beginsWith "z"'], ['stars gt 3', 'id beginsWith "z"']]],
    ['and in or', { or: [z, { and: [x, y] }] }, [['id beginsWith "z"'], ['text eq "x"', 'stars gt 3']]],
    ['ge and le of a field hold together', { stars: { ge: 1, le: 5 } }, [['stars between [1,5]']]],
    ['le and ge, wherever they stand', { and: [{ stars: { le: 5 } }, { stars: { ge: 1 } }] }, [['stars between [1,5]']]],
    ['several that it is not', { and: [{ stars: { ne: 1 } }, { stars: { ne: 2 } }, { stars: { notIn: [3, 4] } }] }, [['stars notIn [3,4,2,1]']]],
    ['a list of values', { stars: { in: [1, 2] } }, [['stars in [1,2]']]],
    ['those of some numbers that another condition leaves', { and: [{ stars: { in: [1, 2, 3, 4, 5] } }, { stars: { gt: 1 } }, { stars: { between: [1, 4] } }, { stars: { notIn: [3] } }] }, [['stars in [2,4]']]],
    ['those of some texts', { and: [{ text: { in: ['ab', 'ac', 'b', 'ad'] } }, { text: { beginsWith: 'a' } }, { text: { notContains: 'd' } }, { text: { le: 'ac' } }] }, [['text in ["ab","ac"]']]],
    ['one value that is left', { and: [{ stars: { ge: 2 } }, { stars: { in: [1, 2] } }] }, [['stars eq 2']]],
    ['none that is left', { and: [x, { text: { ne: 'x' } }] }, [['createdAt eq "-"']]],
    ['false and zero are values', { text: { ne: '' }, stars: { gt: 0 } }, [['text ne ""', 'stars gt 0']]],
    ['an empty one asks for nothing', {}, everything],
    ['nothing but empty groups ask for nothing', { and: [], or: [{}, { and: [{}] }] }, everything],
    ['null groups count as absent', { and: null, or: null, ...x }, [['text eq "x"']]],
    ['an empty group in or counts as absent', { ...y, or: [{ and: [{}] }, x] }, [['stars gt 3', 'text eq "x"']]],
  ])('%s', (_, filter, expected) => {
    expect(sorted(filterSetFor(filter))).toEqual(sorted(expected));
  });

  const nested = (levels: number): object => (levels === 0 ? x : { and: [nested(levels - 1)] });
  test.each<[string, unknown, string]>([
    ['operators that have no common form', { stars: { gt: 1, lt: 5 } }, `filter uses same fieldName multiple time: 'stars' can have one condition, eq or in with others, ge with le, or several of ne and notIn`],
    ['one field twice', { and: [{ text: { contains: 'x' } }, { text: { beginsWith: 'x' } }] }, `filter uses same fieldName multiple time: 'text' can have one condition, eq or in with others, ge with le, or several of ne and notIn`],
    ['too many alternatives', { or: Array.from({ length: 11 }, (_, stars) => ({ stars: { eq: stars } })) }, 'Filters combination exceed maximum limit 10 for subscription.'],
    ['alternatives that multiply', { and: [0, 1].map(() => ({ or: [x, y, z, x] })) }, 'Filters combination exceed maximum limit 10 for subscription.'],
    ['no operator', { text: {} }, `'text' has no operator`],
    ['null for a condition', { text: null }, `'text' has no operator`],
    ['null for a value', { text: { eq: null } }, `'eq' needs a value`],
    ['groups that nest too deep', nested(10), `'and' joins at most 1000 filters, 10 levels deep`],
    ['a long group', { and: Array.from({ length: 1001 }, () => ({})) }, `'and' joins at most 1000 filters, 10 levels deep`],
  ])('refuses %s', (_, filter, message) => {
    expect(() => filterSetFor(filter)).toThrow(expect.objectContaining({ details: expect.objectContaining({ message, errorType: 'Unrecognized Filter' }) }));
  });

  test('takes groups as deep as they may be', () => {
    expect(filterSetFor(nested(9))).toEqual([['text eq "x"']]);
  });
});
