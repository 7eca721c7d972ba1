/** Whose words a schema is written in. */
export type SchemaModule = 'cdk-appsync-data/schema' | '@aws-amplify/data-schema';

/**
 * The source of an app with the models of {@link chainSchema} and the types of its clients: of each model, what a create takes and a
 * record with its loaders is used.
 */
export function chainSource(length: number, module: SchemaModule): string {
  const positions = Array.from({ length }, (_, position) => position);
  return `import { a, type ClientSchema } from '${module}';
const schema = a.schema({
${positions.map((position) => `  Model${position}: a.model({
    title: a.string().required(),
    count: a.integer(),
    price: a.float(),
    isOpen: a.boolean(),
    day: a.date(),
    previousId: a.id(),
${position > 0 ? `    previous: a.belongsTo('Model${position - 1}', 'previousId'),\n` : ''}${position < length - 1 ? `    next: a.hasMany('Model${position + 1}', 'previousId'),\n` : ''}  }),
`).join('')}}).authorization((allow) => allow.publicApiKey());
type Schema = ClientSchema<typeof schema>;
${positions.map((position) => `export const create${position}: Schema['Model${position}']['createType'] = { title: '' };
export const titleOf${position} = (record: Schema['Model${position}']['type']): string => record.title;
`).join('')}`;
}
