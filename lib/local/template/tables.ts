import { type TableDefinition } from './api-definition';
import { type LocalTable, readGivenTable } from './given-table';
import { type ResourceReader } from './resource-reader';
import { readTable, tableName } from './table';

/** The tables that an API may use: those of its stack, those that are given, and those of other stacks that are asked for. */
export class Tables {
  private readonly byName: Map<string, TableDefinition>;

  /**
   * @param own the table resources of the API's stack
   * @param elsewhere the table resources of other stacks
   * @throws Error for a given table that is wrong, or that the stack makes itself
   */
  public constructor(own: readonly ResourceReader[], given: readonly LocalTable[], private readonly elsewhere: () => readonly ResourceReader[]) {
    this.byName = new Map(own.map(readTable).map((table) => [table.name, table]));
    for (const table of given.map(readGivenTable)) {
      const known = this.byName.get(table.name);
      if (known) throw new Error(`option 'tables': the table '${table.name}' is that of '${known.logicalId}' already: leave it out`);
      this.byName.set(table.name, table);
    }
  }

  /** All that are known: tables of other stacks after they were asked for. */
  public get all(): readonly TableDefinition[] {
    return [...this.byName.values()];
  }

  /** A table by its physical name. */
  public find(name: string): TableDefinition | undefined {
    const known = this.byName.get(name);
    if (known) return known;
    const resource = this.elsewhere().find((table) => tableName(table) === name);
    if (!resource) return undefined;
    const table = readTable(resource);
    this.byName.set(name, table);
    return table;
  }
}
