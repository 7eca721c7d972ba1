import { definition } from '../schema';
import { type Model } from './data-model';
import { type ManyToManyDraft } from './many-to-many';
import { type SchemaIssues } from './schema-error';
import { counted, listed } from './wording';

/** A field of many to many whose models are all there, and where it stands. */
type Join = ManyToManyDraft & { readonly path: string };

type Side = 'from' | 'to';

/** The model that each side leads to, and the other side. */
const sides = { from: { target: 'model', other: 'to' }, to: { target: 'related', other: 'from' } } as const;

/** The fields of the join model that lead to the one side and to the other; nothing if it is not clear which they are. */
export function joinSides(join: Join, issues: SchemaIssues): Record<Side, string> | undefined {
  const { path, declared, model, related } = join;
  const named = (['from', 'to'] as const).filter((side) => declared[side] !== undefined);
  if (named.map((side) => isBelongsTo(join, side, declared[side]!, issues)).includes(false)) return undefined;
  if (named.length === 2 && declared.from === declared.to) {
    issues.add('join-field', path, `'${declared.from}' is named as 'from' and as 'to', so that each record would lead to itself`, `name the one that leads to this record as 'from', and another as 'to'`);
    return undefined;
  }
  const from = sideOf(join, 'from', issues);
  // Of a model with itself, the one side is as unclear as the other, which has been said then.
  const to = model === related && named.length === 0 ? undefined : sideOf(join, 'to', issues);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** The names of the join model's fields that lead to a model. */
function fieldsTo(target: Model, { throughDefinition: { fields } }: Join): string[] {
  return Object.keys(fields).filter((name) => {
    const { [definition]: field } = fields[name]!;
    return field.kind === 'belongsTo' && field.model === target.name;
  });
}

/** Whether a field that is named as a side can be it. */
function isBelongsTo(join: Join, side: Side, name: string, issues: SchemaIssues): boolean {
  const target = join[sides[side].target];
  const candidates = fieldsTo(target, join);
  if (candidates.includes(name)) return true;
  const field = Object.hasOwn(join.throughDefinition.fields, name) ? join.throughDefinition.fields[name]![definition] : undefined;
  const message = field?.kind === 'belongsTo' ? `'${name}' of ${join.through.name} leads to ${field.model}, and '${side}' to ${target.name}` : `${join.through.name} has no belongsTo '${name}', which is named as '${side}'`;
  issues.add('join-field', join.path, message, candidates.length > 0 ? `name ${listed(candidates)}` : declaring(target, join));
  return false;
}

/** The field that is a side: the one that is named, else the only one that can be. */
function sideOf(join: Join, side: Side, issues: SchemaIssues): string | undefined {
  const { path, declared, model, related, through } = join;
  if (declared[side] !== undefined) return declared[side];
  const target = join[sides[side].target];
  const other = declared[sides[side].other];
  const candidates = fieldsTo(target, join).filter((name) => name !== other);
  const needsTwo = model === related && other === undefined;
  if (candidates.length > 1) {
    const remedy = needsTwo ? `from: '${candidates[0]}', to: '${candidates[1]}'` : `${side}: '${candidates[0]}'`;
    issues.add('join-ambiguous', path, `${through.name} has ${candidates.length} belongsTo that lead to ${target.name}: ${listed(candidates)}`, `say which is meant, such as { through: '${through.name}', ${remedy} }`);
  } else if (candidates.length === 0 || needsTwo) {
    const found = model === related ? `${counted(fieldsTo(target, join).length, 'belongsTo', 'belongsTo')} that leads to ${target.name}, and needs two` : `no belongsTo that leads to ${target.name}`;
    issues.add('join-missing', path, `the join model ${through.name} has ${found}`, declaring(target, join));
  } else {
    return candidates[0];
  }
  return undefined;
}

function declaring(target: Model, { through }: Join): string {
  return `declare one in ${through.name}, with its reference field, such as a.belongsTo('${target.name}', ...), or name another join model`;
}
