import { type Handler } from '../model';
import { fieldPath } from './field-path';
import { handlerSteps, pipelineCode } from './pipelines';
import { type GuardedPipelineConfiguration } from './configuration';
import { type CodePlan, type CustomResolverPlan, type HandlerStep, type OwnStep, type PipelineStep, type Plan, type ResolverPlan } from './plan';

/** What runs before and after the resolvers of operations, by `Type.field`. */
export interface Hooks {
  readonly before: Readonly<Record<string, readonly Handler[]>>;
  readonly after: Readonly<Record<string, readonly Handler[]>>;
}

/** A plan whose operations have more steps. */
export function withHooks(plan: Plan, hooks: Hooks): Plan {
  return {
    ...plan,
    resolvers: plan.resolvers.map((resolver) => {
      const own: readonly PipelineStep[] = resolver.kind === 'pipeline' ? resolver.steps : [{ model: resolver.model, code: resolver.code }];
      const steps = around(own, resolver, hooks);
      if (steps === own) return resolver;
      if (resolver.kind === 'unit') return { ...resolver, kind: 'pipeline', steps, code: codeAround(resolver) };
      return { ...resolver, steps: 'handler' in steps[0]! ? askedFirst(resolver, steps) : steps, code: codeBefore(steps.at(-1)!, resolver.code) };
    }),
    customResolvers: plan.customResolvers.map((resolver) => ({ ...resolver, steps: around(resolver.steps, resolver, hooks) })),
  };
}

/** Asks whether the caller may use the operation at all, before any step of the user's own. It takes the place of the last turn that reads on. */
function askedFirst({ model, access }: ResolverPlan, steps: readonly PipelineStep[]): readonly PipelineStep[] {
  if (!access) return steps;
  const turns = steps.filter((step) => 'function' in step && step.function === 'read');
  const ask: OwnStep = { model, code: { bundle: 'authorize', configuration: { access } } };
  return [ask, ...steps.filter((_, position) => turns.length === 0 || position !== steps.lastIndexOf(turns.at(-1)!))];
}

/** The code of an operation whose one request is a step of a pipeline now: the last step gives what subscribers get. */
function codeAround({ code, access }: ResolverPlan): CodePlan {
  const { audience } = code.configuration as GuardedPipelineConfiguration;
  return access || audience ? { bundle: 'guarded-pipeline', configuration: { ...(access && { access }), ...(audience && { audience }) } } : pipelineCode;
}

/** What reads pages ends its pipeline once all is read, unless there are steps after it. */
function codeBefore(last: PipelineStep, code: CodePlan): CodePlan {
  if (!('handler' in last)) return code;
  switch (code.bundle) {
    case 'list': return { ...code, configuration: { ...code.configuration, stepsAfter: true } };
    case 'list-by-identifier': return { ...code, configuration: { ...code.configuration, stepsAfter: true } };
    case 'list-by-index': return { ...code, configuration: { ...code.configuration, stepsAfter: true } };
    default: return code;
  }
}

function around<Step>(own: readonly Step[], resolver: ResolverPlan | CustomResolverPlan, { before, after }: Hooks): readonly (Step | HandlerStep)[] {
  const field = fieldPath(resolver);
  const first = handlerSteps('Before', before[field] ?? []);
  const last = handlerSteps('After', after[field] ?? []);
  return first.length + last.length > 0 ? [...first, ...own, ...last] : own;
}
