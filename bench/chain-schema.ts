import { a, type Schema } from 'cdk-appsync-data';

/** Models in a chain: five scalar fields, a belongsTo to the previous model and a hasMany to the next one. */
export function chainSchema(length: number): Schema {
  const name = (position: number) => `Model${position}`;
  return a.schema(Object.fromEntries(Array.from({ length }, (_, position) => [name(position), a.model({
    title: a.string().required(),
    count: a.integer(),
    price: a.float(),
    isOpen: a.boolean(),
    day: a.date(),
    previousId: a.id(),
    ...(position > 0 && { previous: a.belongsTo(name(position - 1), 'previousId') }),
    ...(position < length - 1 && { next: a.hasMany(name(position + 1), 'previousId') }),
  })]))).authorization((allow) => allow.publicApiKey());
}
