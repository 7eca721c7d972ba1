import { type LocalApi } from 'cdk-appsync-data/local';
import { EmbeddedEngine } from '../../lib/local/dynamodb';
import { type Plain } from './oracle';

type Value = { readonly S: string } | { readonly L: readonly Value[] } | { readonly NULL: true } | { readonly N: string };
type Item = Readonly<Record<string, Value>>;

/** The tables behind an API, which tests put records into, and look into, past all rules. */
export class Tables {
  private constructor(private readonly engine: EmbeddedEngine, private readonly names: readonly string[]) {}

  public static async of(api: LocalApi): Promise<Tables> {
    const { resources } = api as unknown as { readonly resources: readonly unknown[] };
    const engine = resources.find((resource) => resource instanceof EmbeddedEngine)!;
    const { TableNames: names } = await engine.request('ListTables' as never, {}) as unknown as { TableNames: string[] };
    return new Tables(engine, names);
  }

  /** Writes records of a model, as they are. */
  public async put(model: string, records: readonly Plain[]): Promise<void> {
    const table = this.nameOf(model);
    for (let start = 0; start < records.length; start += 25) {
      const requests = records.slice(start, start + 25).map((record) => ({ PutRequest: { Item: stored({ __typename: model, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', ...record }) } }));
      await this.engine.request('BatchWriteItem' as never, { RequestItems: { [table]: requests } });
    }
  }

  /** All records of a model, by their ids. */
  public async all(model: string): Promise<ReadonlyMap<string, Plain>> {
    const { Items: items } = await this.engine.request('Scan', { TableName: this.nameOf(model) }) as unknown as { Items: readonly Item[] };
    return new Map(items.map((item) => plain(item)).map((record) => [record.id as string, record]));
  }

  /** Leaves a table empty. */
  public async clear(model: string): Promise<void> {
    const ids = [...(await this.all(model)).keys()];
    for (let start = 0; start < ids.length; start += 25) {
      const requests = ids.slice(start, start + 25).map((id) => ({ DeleteRequest: { Key: { id: { S: id } } } }));
      await this.engine.request('BatchWriteItem' as never, { RequestItems: { [this.nameOf(model)]: requests } });
    }
  }

  private nameOf(model: string): string {
    const [name, ...others] = this.names.filter((candidate) => new RegExp(`DataTables${model}[0-9A-F]{8}$`).test(candidate));
    if (name === undefined || others.length > 0) throw new Error(`no table, or several, of ${model}: ${this.names.slice(0, 5).join(', ')} ...`);
    return name;
  }
}

function stored(record: Plain): Item {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined).map(([name, value]) => [name, attribute(value)]));
}

function attribute(value: unknown): Value {
  if (value === null) return { NULL: true };
  if (typeof value === 'number') return { N: String(value) };
  return Array.isArray(value) ? { L: value.map((one) => attribute(one)) } : { S: String(value) };
}

function plain(item: Item): Plain {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(value: Value): unknown {
  if ('L' in value) return value.L.map((one) => valueOf(one));
  if ('NULL' in value) return null;
  return 'S' in value ? value.S : Number(value.N);
}
