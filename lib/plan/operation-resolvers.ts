import { operations, type Field, type FieldRule, type Key, type Model, type OperationName } from '../model';
import { type CreateConfiguration, type ListByIdentifierConfiguration, type ListConfiguration, type ListKeyConfiguration, type RuleConfiguration, type SubscriptionConfiguration, type UpdateConfiguration } from './configuration';
import { type Guards } from './guards';
import { joinedAttributes, keyMapping } from './key-mapping';
import { pageSteps, pipelineCode } from './pipelines';
import { type CodePlan, type ResolverKind, type ResolverPlan } from './plan';

/** What each operation of a model runs. */
const operationCode: Readonly<Record<OperationName, (model: Model, guards: Guards) => CodePlan>> = {
  get: getCode,
  list: (model) => (model.listsByIdentifier ? { bundle: 'list-by-identifier', configuration: listByIdentifier(model) } : { bundle: 'list', configuration: list(model) }),
  create: createCode,
  update: updateCode,
  delete: deleteCode,
  onCreate: (model, guards) => subscriptionCode(guards.subscription(model, 'onCreate')),
  onUpdate: (model, guards) => subscriptionCode(guards.subscription(model, 'onUpdate')),
  onDelete: (model, guards) => subscriptionCode(guards.subscription(model, 'onDelete')),
};

/** The resolvers of a model's queries, mutations and subscriptions. */
export function operationResolvers(model: Model, guards: Guards): ResolverPlan[] {
  return model.availableOperations.map((operation) => {
    const access = guards.operation(model, operation);
    return {
      typeName: operations[operation].root,
      fieldName: model.operations[operation],
      model: model.name,
      code: operationCode[operation](model, guards),
      ...(access && { access }),
      ...kindOf(operation, model),
    };
  });
}

function kindOf(operation: OperationName, model: Model): ResolverKind {
  if (operation === 'list') return { kind: 'pipeline', steps: pageSteps(model) };
  return operations[operation].root === 'Subscription' ? { kind: 'pipeline', steps: [{ function: 'subscribe' }] } : { kind: 'unit' };
}

/** The keys that a filter may lead to: the table's, and those of indexes that hold whole records. Sorted by name, so that the order of the schema changes nothing. */
function list({ primaryKey, indexes, pageSize }: Model): ListConfiguration {
  const whole = indexes.filter(({ projection }) => !projection).sort((one, other) => (one.name < other.name ? -1 : 1));
  return { keys: [listKey(primaryKey), ...whole.map(({ name, key }) => ({ index: name, ...listKey(key) }))], ...(pageSize !== undefined && { pageSize }) };
}

function listKey({ fields }: Key): ListKeyConfiguration {
  const asked = fields.slice(1).filter(({ required, authorization }) => !required || authorization);
  return { fields: names(fields), ...(asked.length > 0 && { asked: names(asked) }) };
}

function listByIdentifier(model: Model): ListByIdentifierConfiguration {
  const { identifier: [partition, ...sort], sortArgument } = model;
  return {
    ...list(model),
    partition: partition!.name,
    ...(sortArgument !== undefined && { sort: { argument: sortArgument, fields: names(sort) } }),
  };
}

function getCode(model: Model, guards: Guards): CodePlan {
  const access = guards.operation(model, 'get');
  const key = keyMapping(model.primaryKey);
  return access ? { bundle: 'guarded-get', configuration: { key, access } } : { bundle: 'get', configuration: { key } };
}

// Only models with rules pay for the code that checks them.
function createCode(model: Model, guards: Guards): CodePlan {
  const rules = rulesOf(model);
  const guard = guards.mutation(model, 'create');
  if (guard) return { bundle: 'guarded-create', configuration: { ...create(model), ...(rules.length > 0 && { rules }), ...guard } };
  return rules.length > 0 ? { bundle: 'validated-create', configuration: { ...create(model), rules } } : { bundle: 'create', configuration: create(model) };
}

function updateCode(model: Model, guards: Guards): CodePlan {
  const rules = rulesOf(model);
  const guard = guards.mutation(model, 'update');
  if (guard) return { bundle: 'guarded-update', configuration: { ...update(model), ...(rules.length > 0 && { rules }), ...guard } };
  return rules.length > 0 ? { bundle: 'validated-update', configuration: { ...update(model), rules } } : { bundle: 'update', configuration: update(model) };
}

function deleteCode(model: Model, guards: Guards): CodePlan {
  const guard = guards.mutation(model, 'delete');
  const key = keyMapping(model.primaryKey);
  return guard ? { bundle: 'guarded-delete', configuration: { key, ...guard } } : { bundle: 'delete', configuration: { key } };
}

function subscriptionCode(guard: SubscriptionConfiguration | undefined): CodePlan {
  return guard ? { bundle: 'subscription', configuration: guard } : pipelineCode;
}

function create(model: Model): CreateConfiguration {
  const withDefault = model.fields.filter((field) => field.default !== undefined);
  return {
    typeName: model.name,
    key: keyMapping(model.primaryKey),
    joined: joinedAttributes(model),
    generatesId: model.identifier.some((field) => field.name === 'id'),
    defaults: Object.fromEntries(withDefault.map((field) => [field.name, field.default])),
  };
}

function update(model: Model): UpdateConfiguration {
  return {
    key: keyMapping(model.primaryKey),
    joined: joinedAttributes(model),
    required: names(model.fields.filter((field) => field.declared && field.required && !model.identifier.includes(field))),
  };
}

/** What the resolvers make of each rule. */
const ruleCode: Readonly<Record<FieldRule['rule'], Pick<RuleConfiguration, 'is' | 'ofLength'>>> = {
  minLength: { is: 'gte', ofLength: true },
  maxLength: { is: 'lte', ofLength: true },
  startsWith: { is: 'startsWith' },
  endsWith: { is: 'endsWith' },
  matches: { is: 'matches' },
  gt: { is: 'gt' },
  gte: { is: 'gte' },
  lt: { is: 'lt' },
  lte: { is: 'lte' },
};

function rulesOf({ fields }: Model): RuleConfiguration[] {
  return fields.flatMap(({ name, validation = [] }) => validation.map(({ rule, operand, message }) => ({ field: name, ...ruleCode[rule], operand, message })));
}

function names(fields: readonly Field[]): string[] {
  return fields.map((field) => field.name);
}
