import { definition, type CustomTypeDefinition, type OperationDefinition, type SchemaTypes } from '../schema';
import { type Authorization } from './authorization';
import { type CustomOperation, type CustomType, type Field, type Model, type OperationResult } from './data-model';
import { handlersOf } from './handlers';
import { type RootType } from './operations';
import { type SchemaIssues } from './schema-error';
import { sourcesOf } from './subscription-sources';
import { checkNoRules, checkValues } from './type-checks';
import { upperFirst } from './type-names';
import { presenceOf, type Types } from './types';
import { kindsOf, type DeclaredKinds } from './wording';

const roots: Readonly<Record<OperationDefinition['kind'], RootType>> = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** What an operation gives that does not wait for its function, by the name that Amplify has for it. */
const INVOCATION_NAME = 'EventInvocationResponse';
const INVOCATION: CustomTypeDefinition = { kind: 'customType', fields: { success: { [definition]: { kind: 'scalar', scalar: 'boolean', required: true } } } };

/** The operations of a schema that are no model's: queries and mutations first, whose results subscriptions get. */
export class CustomOperations {
  private readonly kinds: DeclaredKinds;
  private invocation?: CustomType;

  public constructor(
    private readonly schemaTypes: SchemaTypes, private readonly rules: Authorization,
    private readonly models: readonly Model[], private readonly types: Types, private readonly issues: SchemaIssues,
  ) {
    this.kinds = kindsOf(schemaTypes);
  }

  public resolve(): CustomOperation[] {
    const declared = Object.entries(this.schemaTypes).flatMap(([name, { [definition]: type }]): [string, OperationDefinition][] =>
      (type.kind === 'query' || type.kind === 'mutation' || type.kind === 'subscription' ? [[name, type]] : []));
    const callable = new Map(declared.flatMap(([name, operation]): [string, CustomOperation][] => {
      if (operation.kind === 'subscription') return [];
      const parts = this.partsOf(name, operation);
      const result = this.resultOf(name, operation);
      return result ? [[name, { ...parts, result, publishedBy: [] }]] : [];
    }));
    return declared.flatMap(([name, operation]) => {
      if (operation.kind !== 'subscription') return callable.get(name) ?? [];
      const sources = sourcesOf(name, operation, { callable, kinds: this.kinds, models: this.models }, this.issues);
      const parts = this.partsOf(name, operation);
      if (!sources) return [];
      if ((operation.handlers ?? []).length === 0) this.checkArguments(name, parts.arguments, sources.result);
      return [{ ...parts, ...sources }];
    });
  }

  /** Where no handler says otherwise, AppSync tells a subscriber of results whose fields have the values of the arguments. */
  private checkArguments(name: string, parameters: readonly Field[], { type }: OperationResult): void {
    const fields = type.kind === 'model' ? this.models.find((model) => model.name === type.graphqlType)!.fields : type.kind === 'customType' ? type.fields : [];
    for (const parameter of parameters) {
      const field = fields.find((one) => one.name === parameter.name);
      if (field && !field.list && !parameter.list && field.type.graphqlType === parameter.type.graphqlType) continue;
      const problem = field ? `is another type than the field of ${type.graphqlType}` : `names no field of ${type.graphqlType}`;
      this.issues.add('operation-argument', `${name}.${parameter.name}`, `without a handler AppSync compares it with a field of what is told, and it ${problem}`,
        'name and declare it as that field, or add a .handler() that sets a filter of its own');
    }
  }

  private partsOf(name: string, operation: OperationDefinition): Omit<CustomOperation, 'result' | 'publishedBy'> {
    const authorization = this.rules.ofOperation(name, operation);
    const handlers = handlersOf(name, operation.handlers ?? [], this.kinds, this.issues);
    if (operation.kind !== 'subscription' && (operation.handlers ?? []).length === 0) {
      this.issues.add('operation-handler', name, `nothing serves this ${operation.kind}`, "add .handler(a.handler.custom({ entry: './file.ts' })) or .handler(a.handler.function(...))");
    }
    return { root: roots[operation.kind], name, arguments: this.argumentsOf(name, operation), handlers, authorization };
  }

  private argumentsOf(name: string, operation: OperationDefinition): Field[] {
    checkValues(name, operation.arguments, this.issues);
    return Object.entries(operation.arguments).flatMap(([argument, { [definition]: declared }]): Field[] => {
      const type = this.types.typeOf(`${name}.${argument}`, upperFirst(name) + upperFirst(argument), declared, { inputOnly: true });
      return type ? [{ kind: 'value', name: argument, type, ...presenceOf(declared), declared: true, written: false }] : [];
    });
  }

  private resultOf(name: string, { kind, returns, handlers = [] }: OperationDefinition): OperationResult | undefined {
    const last = handlers.at(-1)?.[definition];
    if (last?.kind === 'function' && last.async) {
      if (returns) this.issues.add('operation-result', name, 'it does not wait for its function, so that it can give nothing of what .returns() says', 'leave .returns() out, or .async()');
      this.invocation ??= this.types.typeOf(name, INVOCATION_NAME, INVOCATION) as CustomType;
      return { type: this.invocation, required: false };
    }
    if (!returns) {
      this.issues.add('operation-result', name, `nothing says what this ${kind} gives`, "add .returns(a.string()), or .returns(a.ref('Type')) for a type or a model of the schema");
      return undefined;
    }
    const declared = returns[definition];
    checkNoRules(name, declared, this.issues);
    const model = declared.kind === 'ref' ? this.models.find((one) => one.name === declared.type) : undefined;
    const type = model ? { kind: 'model' as const, graphqlType: model.name } : this.types.typeOf(name, `${upperFirst(name)}ReturnType`, declared, { result: true });
    return type && { type, ...presenceOf(declared) };
  }
}
