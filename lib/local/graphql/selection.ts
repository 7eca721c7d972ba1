import {
  getDirectiveValues, getNamedType, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, isCompositeType, isInterfaceType, isObjectType,
  Kind, print, type FieldNode, type GraphQLCompositeType, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLResolveInfo,
  type SelectionNode,
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
