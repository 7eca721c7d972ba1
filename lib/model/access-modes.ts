import { type AccessOperation, type AuthorizationMode, type AuthorizationRule, type CustomOperation, type CustomType, type DataModel, type Field, type Model } from './data-model';
import { type OperationName } from './operations';

/** What of a model an operation is about. */
const accessOf: Readonly<Record<OperationName, AccessOperation>> = {
  get: 'get', list: 'list', create: 'create', update: 'update', delete: 'delete', onCreate: 'listen', onUpdate: 'listen', onDelete: 'listen',
};

type Member = Model['members'][number];

/** The modes by which somebody can come in who may use an operation of a model. The queries of indexes are as `list`. */
export function modesOfOperation(model: Model, operation: OperationName, dataModel: DataModel): AuthorizationMode[] {
  return modesOf(model.authorization.filter(({ operations }) => operations.includes(accessOf[operation])), dataModel);
}

/** The modes that reach the records of a model, by whatever operation. */
export function modesOfType(model: Model, dataModel: DataModel): AuthorizationMode[] {
  return modesOf(model.authorization, dataModel);
}

/** The modes that read a field or follow a relationship: those of its own rules, else those of its model. */
export function modesOfMember(model: Model, { authorization }: Member, dataModel: DataModel): AuthorizationMode[] {
  return authorization ? modesOf(authorization.filter(isRead), dataModel) : modesOfType(model, dataModel);
}

/** The modes that reach pages of a model's records: its own, and those of the models with a field that gives pages of them. */
export function modesOfConnection(model: Model, dataModel: DataModel): AuthorizationMode[] {
  const leading = dataModel.models.flatMap((other) => [...other.relationships.filter(({ kind }) => kind === 'hasMany'), ...other.manyToMany].filter(({ related }) => related === model));
  return united([modesOfType(model, dataModel), ...leading.map((member) => modesOfMember(member.model, member, dataModel))], dataModel);
}

/** The modes by which somebody can come in who may use an operation that is no model's. */
export function modesOfCustomOperation({ authorization }: CustomOperation, dataModel: DataModel): AuthorizationMode[] {
  return modesOf(authorization, dataModel);
}

/** The modes that reach values of each custom type: those of all fields and operations that give some, also inside of others. */
export function modesOfCustomTypes(dataModel: DataModel): ReadonlyMap<CustomType, readonly AuthorizationMode[]> {
  const found = new Map<CustomType, AuthorizationMode[]>();
  const reach = (type: Field['type'] | CustomOperation['result']['type'], modes: readonly AuthorizationMode[]): void => {
    if (type.kind !== 'customType') return;
    const known = found.get(type);
    const more = united([known ?? [], modes], dataModel);
    if (known && known.length === more.length) return;
    found.set(type, more);
    for (const field of type.fields) reach(field.type, more);
  };
  for (const model of dataModel.models) {
    for (const field of model.fields) reach(field.type, modesOfMember(model, field, dataModel));
  }
  for (const operation of dataModel.customOperations) reach(operation.result.type, modesOfCustomOperation(operation, dataModel));
  return found;
}

/** Whether a rule lets somebody read. */
function isRead({ operations }: AuthorizationRule): boolean {
  return operations.some((operation) => operation === 'get' || operation === 'list' || operation === 'listen');
}

/** The modes of rules, in the order of the API's. IAM principals are let in by their policies, so that IAM is always one where the API has it. */
function modesOf(rules: readonly AuthorizationRule[], dataModel: DataModel): AuthorizationMode[] {
  return united([rules.map(({ mode }) => mode)], dataModel);
}

function united(modes: readonly (readonly AuthorizationMode[])[], { authorizationModes }: DataModel): AuthorizationMode[] {
  return authorizationModes.filter((mode) => mode === 'iam' || modes.some((some) => some.includes(mode)));
}
