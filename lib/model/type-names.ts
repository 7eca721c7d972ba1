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

/** The name as generated names have it. */
export function typeStem(modelName: string): string {
  return modelName.charAt(0).toUpperCase() + modelName.slice(1);
}
