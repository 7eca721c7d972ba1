/** The names of the GraphQL types that a model brings along, from its type stem. */
export const typeNames = {
  connection: (stem: string) => `Model${stem}Connection`,
  filterInput: (stem: string) => `Model${stem}FilterInput`,
  conditionInput: (stem: string) => `Model${stem}ConditionInput`,
  subscriptionFilterInput: (stem: string) => `ModelSubscription${stem}FilterInput`,
  createInput: (stem: string) => `Create${stem}Input`,
  updateInput: (stem: string) => `Update${stem}Input`,
  deleteInput: (stem: string) => `Delete${stem}Input`,
  compositeKeyConditionInput: (stem: string) => `Model${stem}PrimaryCompositeKeyConditionInput`,
  compositeKeyInput: (stem: string) => `Model${stem}PrimaryCompositeKeyInput`,
} as const;

/** The names of the inputs for the sort key of an index, from the model's type stem and the index's name. */
export const indexTypeNames = {
  compositeKeyConditionInput: (stem: string, index: string) => `Model${stem}${upperFirst(index)}CompositeKeyConditionInput`,
  compositeKeyInput: (stem: string, index: string) => `Model${stem}${upperFirst(index)}CompositeKeyInput`,
} as const;

/** The names of the inputs that an enum brings along, from its name. */
export const enumTypeNames = {
  filterInput: (name: string) => `Model${name}Input`,
  listFilterInput: (name: string) => `Model${name}ListInput`,
} as const;

/** The names of the inputs that a custom type brings along, from its name. */
export const customTypeNames = {
  input: (name: string) => `${name}Input`,
} as const;

/** The name as generated names have it. */
export function typeStem(modelName: string): string {
  return upperFirst(modelName);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
