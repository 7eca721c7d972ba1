/** An expression as dynalite parses it. */
interface Expression {
  readonly type: string;
  readonly name?: string;
  readonly args: readonly Operand[];
}

/** The place of an attribute, or of something inside it. */
type Path = readonly (string | number)[];
type Value = Readonly<Record<string, unknown>>;
type Operand = Expression | Path | Value;

/** What dynalite's validations leave in a request. */
interface ParsedRequest {
  readonly _filter?: { expression: Expression };
  readonly _condition?: { expression: Expression };
}

/**
 * dynalite finds no list or map equal to another, unless both are empty. A comparison with one is written out as comparisons of all
 * that is in it, which are of single values.
 */
export function compareDeeply({ _filter: filter, _condition: condition }: ParsedRequest): void {
  for (const parsed of [filter, condition]) {
    if (parsed) parsed.expression = writtenOut(parsed.expression);
  }
}

function writtenOut(expression: Expression): Expression {
  const { type, args } = expression;
  if (['and', 'or', 'not'].includes(type)) return { ...expression, args: args.map((arg) => writtenOut(arg as Expression)) };
  if (type !== '=' && type !== '<>') return expression;
  const path = args.find(isPath);
  const value = args.find(isDeep);
  if (!path || !value) return expression;
  const equal = equality(path, value);
  return type === '=' ? equal : { type: 'not', args: [equal] };
}

function equality(path: Path, value: Value): Expression {
  if (!isDeep(value)) return { type: '=', args: [path, value] };
  const [type] = Object.keys(value) as ['L' | 'M'];
  const parts = Object.entries(value[type] as Readonly<Record<string, Value>>);
  const sameKind: Expression = { type: 'function', name: 'attribute_type', args: [path, { S: type }] };
  const sameSize: Expression = { type: '=', args: [{ type: 'function', name: 'size', args: [path] }, { N: String(parts.length) }] };
  return parts.map(([name, part]) => equality([...path, type === 'L' ? Number(name) : name], part))
    .reduce((all, one): Expression => ({ type: 'and', args: [all, one] }), { type: 'and', args: [sameKind, sameSize] });
}

function isPath(operand: Operand): operand is Path {
  return Array.isArray(operand);
}

/** Whether it is the value of a list or a map, as no path and no function is. */
function isDeep(operand: Operand): operand is Value {
  return !isPath(operand) && ['L', 'M'].includes(Object.keys(operand).join());
}
