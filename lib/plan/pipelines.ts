import { type Model } from '../model';
import { type FunctionPlan, type PipelineStep, type ResolverPlan } from './plan';
import { relatedTables } from './related-tables';

/** How many pages are read beyond the first, at most, to fill one of which a filter leaves records out. */
const FURTHER_PAGES = 4;

/** A field that reads one record of a model's table. */
export function recordSteps({ name }: Model): PipelineStep[] {
  return [{ model: name, function: 'read' }];
}

/**
 * A field that reads pages of a model's table. What the records belong to is read after the first page, where it is the only one, as
 * most are; and after all, else, where it may take two turns. One that is not needed asks nothing.
 */
export function pageSteps(model: Model): PipelineStep[] {
  const read = recordSteps(model);
  const related = relatedSteps(model);
  return [...read, ...related, ...Array.from({ length: FURTHER_PAGES }, () => read).flat(), ...related, ...related];
}

/** Reads what the records of a page belong to, where they do. */
export function relatedSteps({ name, relationships }: Model): PipelineStep[] {
  return relationships.some(({ kind }) => kind === 'belongsTo') ? [{ model: name, function: 'related' }] : [];
}

/** The belongsTo fields that some resolvers read along: those of a join model are those that are gone through, where it is read for nothing else. */
function neededOf({ name, relationships }: Model, resolvers: readonly ResolverPlan[]): string[] {
  const all = relationships.filter(({ kind }) => kind === 'belongsTo').map((relationship) => relationship.name);
  const users = resolvers.filter((resolver) => resolver.kind === 'pipeline' && resolver.steps.some((step) => step.model === name && step.function === 'related'));
  const needed = users.flatMap(({ model, code, ...resolver }) => {
    const turns = 'steps' in resolver ? resolver.steps.filter((step) => step.model === name && step.function === 'related').length : 0;
    return code.bundle === 'many-to-many' && model === name && turns === 1 ? [code.configuration.through] : all;
  });
  return all.filter((field) => needed.includes(field));
}

/** The functions that some resolvers run, each once. */
export function functionsOf(resolvers: readonly ResolverPlan[], models: readonly Model[]): FunctionPlan[] {
  const steps = resolvers.flatMap((resolver) => (resolver.kind === 'pipeline' ? resolver.steps : []));
  const runs = (model: Model, name: PipelineStep['function']): boolean => steps.some((step) => step.model === model.name && step.function === name);
  return [
    ...(steps.some(({ function: name }) => name === 'subscribe') ? [{ code: { bundle: 'subscribe' as const, configuration: {} } }] : []),
    ...models.flatMap((model): FunctionPlan[] => [
      ...(runs(model, 'read') ? [{ model: model.name, code: { bundle: 'read' as const, configuration: {} } }] : []),
      ...(runs(model, 'related') ? [{ model: model.name, code: { bundle: 'related' as const, configuration: { belongsTo: relatedTables(model, neededOf(model, resolvers)) } } }] : []),
    ]),
  ];
}
