import { type Field, type Model, type Relationship } from '../../lib/model';

export type Item = Readonly<Record<string, unknown>>;

/** What the records of an API are, and how they belong together, in plain memory. It shares no code with the resolvers. */
export class Oracle {
  private readonly items = new Map<Model, Map<string, Item>>();

  public all(model: Model): Item[] {
    return [...this.itemsOf(model).values()];
  }

  public get(model: Model, identifier: Item): Item | undefined {
    return this.itemsOf(model).get(keyOf(model, identifier));
  }

  /** Whether it was done: a record that is there already stays as it is. */
  public create(model: Model, item: Item): boolean {
    if (this.get(model, item)) return false;
    this.itemsOf(model).set(keyOf(model, item), item);
    return true;
  }

  public update(model: Model, changes: Item): boolean {
    const item = this.get(model, changes);
    if (item) this.itemsOf(model).set(keyOf(model, changes), { ...item, ...changes });
    return item !== undefined;
  }

  public delete(model: Model, identifier: Item): boolean {
    return this.itemsOf(model).delete(keyOf(model, identifier));
  }

  /** The records that a relationship field of a record leads to. */
  public related({ kind, model, related, references }: Relationship, item: Item): Item[] {
    const [child, parent] = kind === 'belongsTo' ? [references, related.identifier] : [model.identifier, references];
    return this.all(related).filter((candidate) => child.every((field, position) => {
      const value = item[field.name] ?? null;
      return value !== null && value === (candidate[parent[position]!.name] ?? null);
    }));
  }

  private itemsOf(model: Model): Map<string, Item> {
    return this.items.get(model) ?? this.items.set(model, new Map()).get(model)!;
  }
}

function keyOf({ identifier }: Model, item: Item): string {
  return JSON.stringify(identifier.map((field) => item[field.name]));
}

/** A record as the API gives it: without what it has no value for. */
export function asRead(fields: readonly Field[], item: Item): Item {
  return Object.fromEntries(fields.map(({ name }) => [name, item[name] ?? null]));
}
