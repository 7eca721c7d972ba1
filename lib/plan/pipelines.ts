import { type Handler, type Model } from '../model';
import { type GuardedReadConfiguration } from './configuration';
import { type Guards } from './guards';
import { type CodePlan, type CustomResolverPlan, type FunctionPlan, type HandlerStep, type PipelineStep, type ResolverPlan, type SharedStep } from './plan';
import { relatedTables } from './related-tables';

/** The code of a resolver that leaves all to its functions. */
export const pipelineCode: CodePlan = { bundle: 'pipeline', configuration: {} };

/** How many pages are read beyond the first, at most, to fill one of which a filter leaves records out. */
const FURTHER_PAGES = 4;

/** A field that reads one record of a model's table. */
export function recordSteps({ name }: Model): SharedStep[] {
  return [{ model: name, function: 'read' }];
}

/**
 * A field that reads pages of a model's table. What the records belong to is read after the first page, where it is the only one, as
 * most are; and after all, else, where it may take two turns. One that is not needed asks nothing.
 */
export function pageSteps(model: Model): SharedStep[] {
  const read = recordSteps(model);
  const related = relatedSteps(model);
  return [...read, ...related, ...Array.from({ length: FURTHER_PAGES }, () => read).flat(), ...related, ...related];
}

/** Reads what the records of a page belong to, where they do: what is selected, or what one field leads to. */
export function relatedSteps({ name, relationships }: Model, field?: string): SharedStep[] {
  return relationships.some(({ kind }) => kind === 'belongsTo') ? [{ model: name, function: 'related', ...(field !== undefined && { field }) }] : [];
}

/** Code of the user's own, or Lambda functions, one after the other. */
export function handlerSteps(part: 'Before' | 'Handler' | 'After', handlers: readonly Handler[]): HandlerStep[] {
  return handlers.map((handler, position) => ({ id: `${part}${position + 1}`, handler }));
}

/** The functions that some resolvers run, each once. */
export function functionsOf(resolvers: readonly (ResolverPlan | CustomResolverPlan)[], models: readonly Model[], guards: Guards): FunctionPlan[] {
  // Of each function the fields that it reads for, undefined for all.
  const turns = new Map<string, Set<string | undefined>>();
  for (const step of resolvers.flatMap((resolver): readonly PipelineStep[] => ('steps' in resolver ? resolver.steps : []))) {
    if (!('function' in step)) continue;
    const { model = '', function: name, field } = step;
    turns.set(`${model} ${name}`, (turns.get(`${model} ${name}`) ?? new Set()).add(field));
  }
  const hasRules = resolvers.some((resolver) => 'code' in resolver && resolver.code.bundle === 'subscription');
  return [
    ...(turns.has(' subscribe') ? [{ name: 'subscribe' as const, code: { bundle: hasRules ? 'guarded-subscribe' as const : 'subscribe' as const, configuration: {} } }] : []),
    ...models.flatMap((model): FunctionPlan[] => {
      const { name } = model;
      const fields = turns.get(`${name} related`);
      return [
        ...(turns.has(`${name} read`) ? [{ model: name, name: 'read' as const, code: readCode(guards.read(model)) }] : []),
        ...(fields ? [{ model: name, name: 'related' as const, code: { bundle: 'related' as const, configuration: { belongsTo: relatedTables(model, fields) } } }] : []),
      ];
    }),
  ];
}

function readCode(guard: GuardedReadConfiguration | undefined): CodePlan {
  return guard ? { bundle: 'guarded-read', configuration: guard } : { bundle: 'read', configuration: {} };
}
