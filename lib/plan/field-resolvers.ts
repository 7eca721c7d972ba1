import { type Field, type Model } from '../model';
import { type Guards } from './guards';
import { type FieldResolverPlan } from './plan';

/** The resolvers of a model's fields with values that not everyone may read who may read the record, or that clients get a part of. */
export function fieldResolvers(model: Model, guards: Guards): FieldResolverPlan[] {
  return model.fields.flatMap((field): FieldResolverPlan[] => {
    const guard = guards.value(model, field);
    const isName = namesOwners(model, field);
    return guard || isName ? [{ typeName: model.name, fieldName: field.name, code: { bundle: 'field', configuration: { ...guard, ...(isName && { isName }) } } }] : [];
  });
}

/** Whether owners stand in a field with several claims each, as they do unless a rule names one. */
function namesOwners({ authorization, members }: Model, field: Field): boolean {
  const rules = [authorization, ...members.map((member) => member.authorization ?? [])].flat();
  return rules.some((rule) => rule.allow === 'owner' && rule.field === field && (rule.claim ?? '::').includes('::'));
}
