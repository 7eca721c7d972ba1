/** What can be wrong with a schema, each with what it means. `docs/schema-errors.md` has an example and the remedy of each. */
export const schemaIssueCodes = {
  'invalid-declaration': 'something that `a` has not made, where a schema, a type, a field, a rule or a name belongs',
  'empty-schema': 'a schema without models and operations',
  'invalid-name': 'a name that GraphQL or AppSync refuses',
  'reserved-name': 'a name that the generated API needs itself',
  'name-too-long': 'an index or key attribute whose name is longer than DynamoDB takes',
  'name-clash': 'two parts of a schema whose types or operations have one name',
  'duplicate-plural': 'two models with one plural, and so with one list operation',
  'missing-authorization': 'a model or an operation that no authorization rule speaks of',
  'authorization-mode': 'a rule for who comes in by a mode that the API does not have',
  'authorization-default': 'a default mode that no rule is about',
  'authorization-operation': 'a rule about operations that there are none of where it stands',
  'authorization-group': 'a rule for groups that names none',
  'authorization-place': 'a rule for owners or groups of a record where there are no records, or for a field that is no model\'s',
  'authorization-field': 'a field that cannot name the owners or groups of a record',
  'authorization-clash': 'two rules that have one field name one owner or group and several',
  'authorization-identifier': 'a field with rules of its own that identifies a record',
  'authorization-index': 'an index that does not hold what the rules for its query ask',
  'implied-field-type': 'an id, createdAt or updatedAt declared with a type that it cannot have',
  'duplicate-type': 'a name that two of the combined schemas declare',
  'invalid-default': 'a default that is no value of its field',
  'invalid-validation': 'a validation rule that is none for its field',
  'enum-empty': 'an enum without values',
  'enum-value': 'a value of an enum that GraphQL refuses',
  'enum-duplicate': 'a value that stands in an enum twice',
  'custom-type-empty': 'a custom type without fields',
  'custom-type-cycle': 'a custom type whose values would need each other without end',
  'unknown-type': 'a reference to an enum or a custom type that does not exist',
  'ref-to-model': 'a reference, as to an enum or a custom type, to a model',
  'identifier-empty': 'an identifier without fields',
  'identifier-unknown': 'an identifier field that does not exist',
  'identifier-duplicate': 'a field that stands in an identifier twice',
  'identifier-optional': 'an identifier field that is not required',
  'identifier-list': 'an identifier field that is a list',
  'identifier-relationship': 'an identifier field that is a relationship',
  'identifier-type': 'an identifier field of a type that DynamoDB takes as no key',
  'unknown-model': 'a relationship with a model that does not exist',
  'related-not-model': 'a relationship with something else than a model',
  'reference-unknown': 'a reference field that does not exist',
  'reference-duplicate': 'a reference field that is named twice',
  'reference-list': 'a reference field that is a list',
  'reference-relationship': 'a reference field that is a relationship itself',
  'reference-count': 'more or fewer reference fields than the identifier has fields',
  'reference-type': 'a reference field of another type than the identifier field it stands for',
  'reference-mixed': 'required and optional reference fields in one relationship',
  'relationship-required': 'a relationship that is declared as required itself',
  'relationship-duplicate': 'two relationships of one model over the same reference fields',
  'relationship-disagreement': 'two sides of a relationship that contradict each other',
  'sort-field': 'a field that the records of a relationship cannot be sorted by',
  'invalid-limit': 'a limit that is no size of a page',
  'join-missing': 'a join model that does not belong to both models',
  'join-ambiguous': 'a join model that belongs to one of the models in several ways',
  'join-field': 'a field, named as a side of a join, that leads to no such side',
  'index-unknown': 'a field of an index that does not exist',
  'index-duplicate': 'a field that stands in an index twice',
  'index-list': 'a field of an index that is a list',
  'index-relationship': 'a field of an index that is a relationship',
  'index-type': 'a field of an index of a type that DynamoDB takes as no key',
  'index-name': 'an index whose name DynamoDB or GraphQL refuses, or another index has',
  'index-query': 'an index whose query another index or operation has',
  'index-projection': 'fields that an index cannot include',
  'too-many-indexes': 'more indexes on one table than DynamoDB allows',
  'unknown-operation': 'a disabled operation that no model has',
  'operation-handler': 'a query or a mutation that nothing serves, or one with more handlers than AppSync takes',
  'operation-data-source': 'a handler that works on the table of a model that does not exist',
  'operation-result': 'a query or a mutation that does not say what it gives, or says it where it can give nothing',
  'operation-argument': 'an argument of a subscription that AppSync would compare with a field which there is not',
  'operation-source': 'a subscription to results that no mutation has, or that are of several types',
  'no-queries': 'an API without any query',
} as const;

export type SchemaIssueCode = keyof typeof schemaIssueCodes;

/** One mistake in a schema. */
export interface SchemaIssue {
  readonly code: SchemaIssueCode;
  /** Where it is: `Team.members`, a model's name, or `schema`. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}

/** Thrown before anything is synthesized, with every mistake of a schema at once. */
export class SchemaError extends Error {
  public override readonly name = 'SchemaError';

  public constructor(public readonly issues: readonly SchemaIssue[]) {
    super([
      `the schema has ${issues.length === 1 ? 'an error' : `${issues.length} errors`}`,
      ...issues.map(({ code, path, message, hint }) => `  ${path}: ${message}\n    ${hint} (${code})`),
    ].join('\n'));
  }
}

/** Collects what is found, so that a user sees all of it in one go. */
export class SchemaIssues {
  private readonly issues: SchemaIssue[] = [];

  public add(code: SchemaIssueCode, path: string, message: string, hint: string): void {
    this.issues.push({ code, path, message, hint });
  }

  /** @throws SchemaError if there is any issue */
  public throwIfAny(): void {
    if (this.issues.length > 0) throw new SchemaError(this.issues);
  }
}
