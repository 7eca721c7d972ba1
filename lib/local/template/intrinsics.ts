/** What intrinsic functions refer to: the names of one stack. */
export interface Names {
  /** The value of a parameter, pseudo parameter or resource. */
  reference(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  mapping(name: string, first: string, second: string): unknown;
  /** What another stack exports by a name. */
  exported(name: string): unknown;
  /** An output of another stack. */
  outputOf(stackName: string, outputName: string): unknown;
}

/** The value of `AWS::NoValue`: the property or element that it stands for is left out. */
export const noValue = Symbol('AWS::NoValue');

/** Each knows the form of its own argument. */
type Intrinsic = (argument: never, names: Names) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  'Ref': (name: string, names) => names.reference(name),
  'Condition': (name: string, names) => names.condition(name),
  'Fn::GetAtt': (argument: string | string[], names) => {
    const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : argument;
    return names.attribute(logicalId!, attribute.map((part) => evaluate(part, names)).join('.'));
  },
  'Fn::Join': ([separator, parts]: [string, unknown], names) => list('Fn::Join', evaluate(parts, names)).join(separator),
  'Fn::Split': ([separator, text]: [string, unknown], names) => String(evaluate(text, names)).split(separator),
  'Fn::Select': ([index, values]: unknown[], names) => {
    const candidates = list('Fn::Select', evaluate(values, names));
    const position = Number(evaluate(index, names));
    if (!(position in candidates)) throw new Error(`Fn::Select finds no element ${position} in a list of ${candidates.length}`);
    return candidates[position];
  },
  'Fn::Sub': (argument: string | [string, Record<string, unknown>], names) => {
    const [text, variables] = typeof argument === 'string' ? [argument, {}] : argument;
    return text.replace(/\$\{(!?)([^}]+)\}/g, (_: string, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (Object.hasOwn(variables, name)) return String(evaluate(variables[name], names));
      const [logicalId, ...attribute] = name.trim().split('.');
      return String(attribute.length ? names.attribute(logicalId!, attribute.join('.')) : names.reference(logicalId!));
    });
  },
  'Fn::If': ([condition, yes, no]: [string, unknown, unknown], names) => evaluate(names.condition(condition) ? yes : no, names),
  'Fn::Equals': ([left, right]: unknown[], names) => JSON.stringify(evaluate(left, names)) === JSON.stringify(evaluate(right, names)),
  'Fn::And': (conditions: unknown[], names) => conditions.every((condition) => evaluate(condition, names)),
  'Fn::Or': (conditions: unknown[], names) => conditions.some((condition) => evaluate(condition, names)),
  'Fn::Not': ([condition]: unknown[], names) => !evaluate(condition, names),
  'Fn::FindInMap': (argument: unknown[], names) => {
    const [name, first, second] = list('Fn::FindInMap', evaluate(argument, names)).map(String);
    return names.mapping(name!, first!, second!);
  },
  'Fn::Base64': (text: unknown, names) => Buffer.from(String(evaluate(text, names))).toString('base64'),
  'Fn::ImportValue': (argument: unknown, names) => names.exported(String(evaluate(argument, names))),
  'Fn::GetStackOutput': (argument: unknown, names) => {
    const { StackName, OutputName } = evaluate(argument, names) as { readonly StackName: string; readonly OutputName: string };
    return names.outputOf(StackName, OutputName);
  },
};

const dynamicReference = /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):[^}]*\}\}/;

/**
 * The value of a template's expression, with all intrinsic functions in it resolved.
 * @throws Error for a name that isn't there and for a function that the local API doesn't know
 */
export function evaluate(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((element) => evaluate(element, names)).filter((element) => element !== noValue);
  if (typeof value === 'string' && dynamicReference.test(value)) {
    throw new Error(`'${dynamicReference.exec(value)![0]}' stands for a value that only AWS knows`);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? ['', undefined];
  // A property may be called Ref or Condition too: only an intrinsic function has a name for its value.
  if (entries.length === 1 && (name.startsWith('Fn::') || typeof argument === 'string' && Object.hasOwn(intrinsics, name))) {
    const intrinsic = intrinsics[name];
    if (!intrinsic) throw new Error(`the intrinsic function ${name} is not supported by the local API`);
    return intrinsic(argument as never, names);
  }
  return Object.fromEntries(entries.map(([key, part]) => [key, evaluate(part, names)]).filter(([, part]) => part !== noValue));
}

function list(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${name} needs a list, not ${JSON.stringify(value)}`);
  return value;
}
