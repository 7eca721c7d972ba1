import {
  getDirectiveValues, getNamedType, getVariableValues, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, isCompositeType, isInterfaceType, isObjectType,
  Kind, print, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLInterfaceType,
  type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode,
} from 'graphql';

type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** The fields that a request selects below one field, after fragments, `@skip` and `@include`. */
export class Selection {
  private constructor(
    private readonly request: Request,
    private readonly type: GraphQLCompositeType | undefined,
    private readonly selections: readonly SelectionNode[],
  ) {}

  /** What is selected below the field that a resolver runs for. */
  public static of(info: GraphQLResolveInfo): Selection {
    const type = getNamedType(info.returnType);
    return new Selection(info, isCompositeType(type) ? type : undefined, info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []));
  }

  /** What an operation selects of its root type. */
  public static ofOperation(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>,
  ): Selection {
    const { coerced: variableValues = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const fragments = Object.fromEntries(document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]));
    return new Selection({ schema, fragments, variableValues }, schema.getRootType(operation.operation) ?? undefined, operation.selectionSet.selections);
  }

  /** The field that has a key in the response: its own name, and what is selected below it. One, or none. */
  public field(key: string): { readonly name: string; readonly node: FieldNode; readonly below: Selection }[] {
    const nodes = this.fields().get(key);
    return nodes ? [{ name: nodes[0]!.name.value, node: nodes[0]!, below: this.below(nodes) }] : [];
  }

  /** The keys of the response. */
  public keys(): string[] {
    return [...this.fields().keys()];
  }

  /**
   * As `ctx.info.selectionSetList`: names (aliases where given) with slashes between the levels, each once. Of an interface or
   * union, what is selected on one of its types only is not listed, as documented.
   */
  public list(): string[] {
    return [...this.fields()].flatMap(([key, nodes]) => [key, ...this.below(nodes).list().map((path) => `${key}/${path}`)]);
  }

  /** As `ctx.info.selectionSetGraphQL`. */
  public graphQL(): string {
    return this.selections.length ? print({ kind: Kind.SELECTION_SET, selections: this.selections }) : '';
  }

  /** The parts of an error's data that the request has selected. */
  public cut(data: unknown): unknown {
    if (!this.type || typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) return data.map((element) => this.cut(element));
    const source = data as Record<string, unknown>;
    return Object.fromEntries([...this.fields()]
      .filter(([, [node]]) => Object.hasOwn(source, node!.name.value))
      .map(([key, nodes]) => [key, this.below(nodes).cut(source[nodes[0]!.name.value])]));
  }

  /** A response with the fields' own names for its keys. Of a field with several keys, the first one counts. */
  public withoutAliases(response: unknown): unknown {
    if (!this.type || typeof response !== 'object' || response === null) return response;
    if (Array.isArray(response)) return response.map((element) => this.withoutAliases(element));
    const source = response as Record<string, unknown>;
    const actual = this.ofActualType(source.__typename);
    return Object.fromEntries([...actual.fields()].reverse().map(([key, nodes]) => [nodes[0]!.name.value, actual.below(nodes).withoutAliases(source[key] ?? null)]));
  }

  /** Of an interface or union, what is selected on the type that a value has. */
  private ofActualType(name: unknown): Selection {
    const type = isAbstractType(this.type) && typeof name === 'string' ? this.request.schema.getType(name) : undefined;
    return isObjectType(type) ? new Selection(this.request, type, this.selections) : this;
  }

  private fields(): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const collect = (selections: readonly SelectionNode[]): void => {
      for (const node of selections) {
        if (!this.isIncluded(node)) continue;
        if (node.kind === Kind.FIELD) {
          const key = (node.alias ?? node.name).value;
          fields.set(key, [...fields.get(key) ?? [], node]);
          continue;
        }
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.request.fragments[node.name.value] : node;
        if (fragment && this.applies(fragment.typeCondition?.name.value)) collect(fragment.selectionSet.selections);
      }
    };
    collect(this.selections);
    return fields;
  }

  private below(nodes: readonly FieldNode[]): Selection {
    const field = hasFields(this.type) ? this.type.getFields()[nodes[0]!.name.value] : undefined;
    const type = field && getNamedType(field.type);
    return new Selection(this.request, isCompositeType(type) ? type : undefined, nodes.flatMap((node) => node.selectionSet?.selections ?? []));
  }

  private isIncluded(node: SelectionNode): boolean {
    return getDirectiveValues(GraphQLSkipDirective, node, this.request.variableValues)?.if !== true
      && getDirectiveValues(GraphQLIncludeDirective, node, this.request.variableValues)?.if !== false;
  }

  private applies(typeName: string | undefined): boolean {
    if (typeName === undefined || typeName === this.type?.name) return true;
    const condition = this.request.schema.getType(typeName);
    return isAbstractType(condition) && hasFields(this.type) && this.request.schema.isSubType(condition, this.type);
  }
}

const hasFields = (type: unknown): type is GraphQLObjectType | GraphQLInterfaceType => isObjectType(type) || isInterfaceType(type);
