import {
  GraphQLError, Kind, specifiedRules, validate, visit, type ArgumentNode, type ASTNode, type ASTVisitor, type DocumentNode, type GraphQLSchema,
  type ValidationContext, type ValueNode,
} from 'graphql';
import { locationOf, type ResponseError } from './response';

/** Where a node stands: the fields that lead to it, and within an argument the names that do. */
interface Place {
  readonly node: ASTNode;
  readonly fields: readonly string[];
  readonly argument?: ArgumentNode;
  readonly names: readonly string[];
}

interface Wording {
  /** What AppSync calls the kind of problem. */
  readonly kind: string;
  /** The message of graphql-js that the wording is for; where none fits, its own message is given. */
  readonly pattern?: RegExp;
  readonly message?: (match: readonly string[], place: Place) => string;
  /** Problems of whole fragments and operations name no field. */
  readonly withoutPlace?: boolean;
}

const wrongType = (problem: (match: readonly string[]) => string): NonNullable<Wording['message']> => (match, { names, node }) =>
  `argument '${names.join('.')}' with value '${describeValue((node.kind === Kind.OBJECT_FIELD ? node.value : node) as ValueNode)}' ${problem(match)}`;

/** By the rules of graphql-js, the kinds and wordings of AppSync (which validates with graphql-java), as recorded in bug reports. */
const wordings: Readonly<Record<string, readonly Wording[]>> = {
  ExecutableDefinitionsRule: [{ kind: 'NonExecutableDefinition' }],
  UniqueOperationNamesRule: [{ kind: 'DuplicateOperationName' }],
  LoneAnonymousOperationRule: [{ kind: 'LoneAnonymousOperationViolation' }],
  SingleFieldSubscriptionsRule: [{ kind: 'SubscriptionMultipleRootFields' }],
  KnownTypeNamesRule: [{ kind: 'UnknownType', pattern: /^Unknown type "(.+?)"/, message: ([type]) => `Unknown type ${type}`, withoutPlace: true }],
  FragmentsOnCompositeTypesRule: [{ kind: 'FragmentTypeConditionInvalid' }],
  VariablesAreInputTypesRule: [{ kind: 'NonInputTypeOnVariable' }],
  ScalarLeafsRule: [
    {
      kind: 'SubSelectionRequired',
      pattern: /^Field "(.+?)" of type "(.+?)" must have/,
      message: ([field, type]) => `Sub selection required for type ${type} of field ${field}`,
    },
    {
      kind: 'SubSelectionNotAllowed',
      pattern: /^Field "(.+?)" must not have a selection since type "(.+?)"/,
      message: ([field, type]) => `Sub selection not allowed on leaf type ${type} of field ${field}`,
    },
  ],
  FieldsOnCorrectTypeRule: [{
    kind: 'FieldUndefined',
    pattern: /^Cannot query field "(.+?)" on type "(.+?)"/,
    message: ([field, type]) => `Field '${field}' in type '${type}' is undefined`,
  }],
  UniqueFragmentNamesRule: [{ kind: 'DuplicateFragmentName' }],
  KnownFragmentNamesRule: [{ kind: 'UndefinedFragment', pattern: /"(.+?)"/, message: ([name]) => `Undefined fragment ${name}` }],
  NoUnusedFragmentsRule: [{ kind: 'UnusedFragment', pattern: /"(.+?)"/, message: ([name]) => `Unused fragment ${name}`, withoutPlace: true }],
  PossibleFragmentSpreadsRule: [{ kind: 'InvalidFragmentType' }],
  NoFragmentCyclesRule: [{ kind: 'FragmentCycle' }],
  UniqueVariableNamesRule: [{ kind: 'DuplicateVariableName' }],
  NoUndefinedVariablesRule: [{ kind: 'UndefinedVariable', pattern: /"\$(.+?)"/, message: ([name]) => `Undefined variable ${name}` }],
  NoUnusedVariablesRule: [{ kind: 'UnusedVariable', pattern: /"\$(.+?)"/, message: ([name]) => `Unused variable ${name}` }],
  KnownDirectivesRule: [
    { kind: 'UnknownDirective', pattern: /^Unknown directive "@(.+?)"/, message: ([name]) => `Unknown directive ${name}` },
    { kind: 'MisplacedDirective' },
  ],
  UniqueDirectivesPerLocationRule: [{ kind: 'DuplicateDirectiveName' }],
  KnownArgumentNamesRule: [{ kind: 'UnknownArgument', pattern: /^Unknown argument "(.+?)"/, message: ([name]) => `Unknown field argument ${name}` }],
  KnownArgumentNamesOnDirectivesRule: [{ kind: 'UnknownArgument' }],
  UniqueArgumentNamesRule: [{ kind: 'DuplicateArgumentNames' }],
  UniqueInputFieldNamesRule: [{ kind: 'DuplicateArgumentNames' }],
  ValuesOfCorrectTypeRule: [
    {
      kind: 'WrongType',
      pattern: /^Field ".+\.(.+?)" of required type/,
      message: wrongType(([field]) => `is missing required fields '[${field}]'`),
    },
    {
      kind: 'WrongType',
      pattern: /^Field "(.+?)" is not defined by type "(.+?)"/,
      message: wrongType(([field, type]) => `contains a field not in '${type}': '${field}'`),
    },
    {
      kind: 'WrongType',
      pattern: /^Expected value of type "(.+?)"|^Value ".+" does not exist in "(.+?)" enum|^Enum "(.+?)" cannot|^(\w+) cannot represent/,
      message: wrongType((types) => `is not a valid '${types.find(Boolean)}'`),
    },
    { kind: 'WrongType' },
  ],
  ProvidedRequiredArgumentsRule: [{
    kind: 'MissingFieldArgument',
    pattern: /argument "(.+?)" of type/,
    message: ([name]) => `Missing field argument ${name}`,
  }],
  VariablesInAllowedPositionRule: [{
    kind: 'VariableTypeMismatch',
    pattern: /of type "(.+?)" used in position expecting type "(.+?)"/,
    message: ([type, expected]) => `Variable type '${type}' doesn't match expected type '${expected}'`,
  }],
  OverlappingFieldsCanBeMergedRule: [{ kind: 'FieldsConflict' }],
};

/** With introspection off, the fields of the schema's own types are unknown; `__typename` is not one of them. */
function noIntrospectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType();
      if (!parent?.name.startsWith('__')) return;
      context.reportError(new GraphQLError(`Cannot query field "${node.name.value}" on type "${parent.name}".`, { nodes: node }));
    },
  };
}

/** What is wrong with a document, in AppSync's words; empty when it can be executed. */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode, introspectionEnabled: boolean): ResponseError[] {
  const rules = introspectionEnabled ? specifiedRules : [...specifiedRules, noIntrospectionRule];
  if (validate(schema, document, rules).length === 0) return [];
  // Only a rule's name tells which kind of problem its errors are, so the rules are tried again one by one.
  return rules.flatMap((rule) => validate(schema, document, [rule]).map((error) => {
    const candidates = wordings[rule === noIntrospectionRule ? 'FieldsOnCorrectTypeRule' : rule.name] ?? [{ kind: 'InvalidSyntax' }];
    return describe(error, document, candidates);
  }));
}

function describe(error: GraphQLError, document: DocumentNode, candidates: readonly Wording[]): ResponseError {
  const wording = candidates.find(({ pattern }) => pattern?.test(error.message)) ?? candidates.at(-1)!;
  // Of several nodes, the one deepest in the selection is what's wrong; the others are what it contradicts.
  const [place] = (error.nodes ?? []).map((node) => findPlace(document, node)).sort((a, b) => b.fields.length - a.fields.length);
  const node = place?.node;
  const match = wording.pattern?.exec(error.message)?.slice(1);
  const message = match && wording.message && place ? wording.message(match, place) : error.message;
  const at = place?.fields.length && !wording.withoutPlace ? ` @ '${place.fields.join('/')}'` : '';
  return { path: null, locations: locationOf(place?.argument ?? node), message: `Validation error of type ${wording.kind}: ${message}${at}` };
}

function findPlace(document: DocumentNode, target: ASTNode): Place {
  let place: Place = { node: target, fields: [], names: [] };
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== target) return;
      const line = [...ancestors, parent, node].filter((step): step is ASTNode => step !== undefined && 'kind' in step);
      place = {
        node,
        fields: line.flatMap((step) => (step.kind === Kind.FIELD || step.kind === Kind.FRAGMENT_DEFINITION ? [step.name.value] : [])),
        argument: line.find((step) => step.kind === Kind.ARGUMENT),
        names: line.flatMap((step) => (step.kind === Kind.ARGUMENT || step.kind === Kind.OBJECT_FIELD ? [step.name.value] : [])),
      };
    },
  });
  return place;
}

/** A value as graphql-java shows it. */
function describeValue(node: ValueNode): string {
  switch (node.kind) {
    case Kind.LIST: return `ArrayValue{values=[${node.values.map(describeValue).join(', ')}]}`;
    case Kind.OBJECT: {
      const fields = node.fields.map(({ name, value }) => `ObjectField{name='${name.value}', value=${describeValue(value)}}`);
      return `ObjectValue{objectFields=[${fields.join(', ')}]}`;
    }
    case Kind.STRING: return `StringValue{value='${node.value}'}`;
    case Kind.ENUM: return `EnumValue{name='${node.value}'}`;
    case Kind.VARIABLE: return `VariableReference{name='${node.name.value}'}`;
    case Kind.NULL: return 'NullValue{}';
    default: return `${node.kind}{value=${node.value}}`;
  }
}
