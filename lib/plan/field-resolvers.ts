import { type Model } from '../model';
import { type Guards } from './guards';
import { type FieldResolverPlan } from './plan';

/** The resolvers of a model's fields with values that not everyone may read who may read the record. */
export function fieldResolvers(model: Model, guards: Guards): FieldResolverPlan[] {
  return model.fields.flatMap((field): FieldResolverPlan[] => {
    const guard = guards.value(model, field);
    return guard ? [{ typeName: model.name, fieldName: field.name, code: { bundle: 'field', configuration: guard } }] : [];
  });
}
