import { a } from 'cdk-appsync-data';

/** Keys of all kinds: of one field, of two, joined, with numbers, with fields that records may lack, and indexes that hold part of a record. */
export const schema = a.schema({
  Task: a.model({
    teamId: a.id(), team: a.belongsTo('Team', 'teamId'), rank: a.integer().required(), status: a.string(), due: a.date(),
    level: a.integer(), code: a.string(),
  }).secondaryIndexes((index) => [
    index('teamId').sortKeys(['rank']).name('byTeamAndRank'),
    index('status').sortKeys(['due']).name('byStatusAndDue'),
    index('level').name('byLevel'),
    index('code').projection('KEYS_ONLY').name('byCode'),
    index('due').sortKeys(['rank']).projection('INCLUDE', ['code']).name('byDue'),
  ]),
  Team: a.model({ tasks: a.hasMany('Task', 'teamId') }),
  Seat: a.model({ id: a.id().required(), place: a.string(), hall: a.string().required(), weight: a.float(), due: a.date(), note: a.string() })
    .secondaryIndexes((index) => [index('place').sortKeys(['hall', 'weight', 'due']).name('byPlace'), index('place').sortKeys(['hall', 'id']).name('byPlaceAndId')]),
  Visit: a.model({ place: a.string().required(), day: a.date().required(), hall: a.string().required(), note: a.string() }).identifier(['place', 'day', 'hall']),
  Entry: a.model({ book: a.integer().required(), page: a.float().required(), note: a.string() }).identifier(['book', 'page']),
  Slot: a.model({ number: a.integer().required(), note: a.string() }).identifier(['number']),
}).authorization((allow) => allow.publicApiKey());

export type Values = Readonly<Record<string, readonly unknown[]>>;

/** A key that a list may query, which holds whole records. */
export interface Key {
  /** Absent for the table's own. */
  readonly index?: string;
  readonly partition: string;
  /** Several are joined in one attribute. */
  readonly sort: readonly string[];
}

export interface Model {
  readonly list: string;
  readonly identifier: readonly string[];
  readonly values: Values;
  /** The fields that every record has a value for. */
  readonly required: readonly string[];
  readonly keys: readonly Key[];
  /** Those of indexes that hold part of a record. */
  readonly unusable?: readonly (readonly string[])[];
}

const halls = ['', 'a', 'a#b', 'b', '#'];
const days = ['2000-01-01', '1999-12-31'];
const notes = ['', 'a', '"teamId":{"eq":"x"}'];

/** What the schema says, once more and plainly. */
export const models: Readonly<Record<string, Model>> = {
  Task: {
    list: 'listTasks', identifier: ['id'], required: ['id', 'rank'],
    values: {
      id: ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'], teamId: ['x', 'y'], rank: [-1, 0, 9, 10], status: ['open', 'open#'], due: days,
      level: [0, 1], code: ['a', 'b'],
    },
    keys: [
      { partition: 'id', sort: [] },
      { index: 'byTeamAndRank', partition: 'teamId', sort: ['rank'] },
      { index: 'byStatusAndDue', partition: 'status', sort: ['due'] },
      { index: 'byLevel', partition: 'level', sort: [] },
    ],
    unusable: [['code'], ['due', 'rank']],
  },
  Seat: {
    list: 'listSeats', identifier: ['id'], required: ['id', 'hall'],
    // Few, so that records meet filters on nearly all of a key's fields.
    values: { id: ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'], place: ['Rome', 'Rome#a'], hall: ['', 'a', 'a#0.5'], weight: [0.5, 1e21], due: days, note: notes },
    keys: [
      { partition: 'id', sort: [] },
      { index: 'byPlace', partition: 'place', sort: ['hall', 'weight', 'due'] },
      { index: 'byPlaceAndId', partition: 'place', sort: ['hall', 'id'] },
    ],
  },
  Visit: {
    list: 'listVisits', identifier: ['place', 'day', 'hall'], required: ['place', 'day', 'hall'],
    values: { place: ['Rome', 'Rome#1'], day: days, hall: halls, note: notes },
    keys: [{ partition: 'place', sort: ['day', 'hall'] }],
  },
  Entry: {
    list: 'listEntries', identifier: ['book', 'page'], required: ['book', 'page'],
    values: { book: [-1, 0, 7], page: [-1.5, 0, 9, 10, 1e10], note: notes },
    keys: [{ partition: 'book', sort: ['page'] }],
  },
  Slot: {
    list: 'listSlots', identifier: ['number'], required: ['number'],
    values: { number: [-1, 0, 7, 10], note: notes },
    keys: [{ partition: 'number', sort: [] }],
  },
};
