import { coerceInputValue, isInputType, isNonNullType, typeFromAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { locationOf, type ResponseError } from './response';

interface Wording {
  readonly pattern: RegExp;
  readonly message: (match: readonly string[], variable: string, name: string) => string;
  readonly unlocated?: true;
}

/** What graphql-js says about a value, and what AppSync does; `name` is the field or variable that has the value. */
const wordings: readonly Wording[] = [
  {
    pattern: /^Expected non-nullable type "(.+)" not to be null|of required type "(.+)" was not provided/,
    message: (types, variable) => `Variable '${variable}' has coerced Null value for NonNull type '${types.find(Boolean)}'`,
  },
  {
    pattern: /is not defined by type "(.+?)"/,
    message: ([type]) => `The variables input contains a field that is not defined for input object type '${type}' `,
    unlocated: true,
  },
  {
    pattern: /^Value "(.+)" does not exist in "(.+?)" enum/,
    message: ([value, type], _, name) => `Variable '${name}' has an invalid value. Invalid input for Enum '${type}'. No value found for name '${value}'`,
  },
  { pattern: /^(?:Expected type ".+?"\. )?([^]*)$/, message: ([problem], _, name) => `Variable '${name}' has an invalid value. ${problem}` },
];

/** The first problem with the variables of a request, in AppSync's words (it reports one). Undefined when there is none. */
export function variableError(
  schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>,
): ResponseError | undefined {
  const errors: ResponseError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const variable = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never);
    const isGiven = Object.hasOwn(variables, variable);
    if (!isInputType(type) || !isGiven && (definition.defaultValue || !isNonNullType(type))) continue;
    coerceInputValue(isGiven ? variables[variable] : null, type, (path, _value, { message }) => {
      const name = path.filter((step) => typeof step === 'string').at(-1) ?? variable;
      const wording = wordings.find(({ pattern }) => pattern.test(message))!;
      errors.push({
        path: null,
        locations: wording.unlocated ? null : locationOf(definition),
        message: wording.message(wording.pattern.exec(message)!.slice(1), variable, String(name)),
      });
    });
  }
  return errors[0];
}
