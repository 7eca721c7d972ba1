import { type ResourceOperation, type RuleDefinition } from '../schema';
import { type AccessOperation } from './data-model';
import { type RootType } from './operations';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** What a rule for records can be about, and what that is. There is nothing to synchronise and to search. */
const accessOperations: Readonly<Record<string, readonly AccessOperation[]>> = {
  create: ['create'],
  update: ['update'],
  delete: ['delete'],
  read: ['get', 'list', 'listen'],
  get: ['get'],
  list: ['list'],
  sync: [],
  listen: ['listen'],
  search: [],
};

/** What a rule is about that does not say. */
const DEFAULT_OPERATIONS = ['create', 'update', 'delete', 'read'] as const;

const resourceRoots: Readonly<Record<ResourceOperation, RootType>> = { query: 'Query', mutate: 'Mutation', listen: 'Subscription' };

/** What a rule for records is about: as it says, and resolved. */
export function operationsOf({ operations = DEFAULT_OPERATIONS }: RuleDefinition): { readonly declaredOperations: readonly string[]; readonly operations: readonly AccessOperation[] } {
  return { declaredOperations: operations, operations: [...new Set(operations.flatMap((operation) => accessOperations[operation] ?? []))] };
}

/** What a rule for a function is about. */
export function rootsOf({ operations = ['query', 'mutate', 'listen'] }: RuleDefinition): readonly RootType[] {
  return [...new Set(operations.flatMap((operation) => resourceRoots[operation as ResourceOperation] ?? []))];
}

/** What rules can be about, by what they stand on. */
const words = {
  record: Object.keys(accessOperations),
  field: DEFAULT_OPERATIONS,
  resource: Object.keys(resourceRoots),
} as const;

/** Checks what a rule says that it is about. */
export function checkOperations(path: string, { operations }: RuleDefinition, about: keyof typeof words, issues: SchemaIssues): void {
  if (operations === undefined) return;
  const known: readonly string[] = words[about];
  const wrong = operations.find((operation) => !known.includes(operation));
  if (operations.length === 0) {
    issues.add('authorization-operation', path, 'a rule of it allows nothing: .to([])', `name some of ${listed(known)}, or leave the rule out`);
  } else if (wrong !== undefined) {
    const reason = about === 'field' && words.record.includes(wrong) ? `a rule of a field can't be about '${wrong}' alone: all reads of a field are one` : `there is no operation '${wrong}' that a rule could allow`;
    issues.add('authorization-operation', path, reason, `name some of ${listed(known)}`);
  }
}
