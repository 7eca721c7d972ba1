import { type DynaliteStore, type RecordWrite } from '../dynalite-types';

/**
 * Runs an operation and keeps back what it would have written: what becomes of it is then known, and nothing has changed. Nothing else
 * may use the store meanwhile.
 */
export async function rehearse({ db }: DynaliteStore, run: () => Promise<unknown>): Promise<readonly RecordWrite[]> {
  const writes: RecordWrite[] = [];
  const { put, del } = db;
  db.put = (key, value, callback) => {
    writes.push({ type: 'put', key, value });
    callback(null);
  };
  db.del = (key, callback) => {
    writes.push({ type: 'del', key });
    callback(null);
  };
  try {
    await run();
  } finally {
    Object.assign(db, { put, del });
  }
  return writes;
}
