import { a } from 'cdk-appsync-data/schema';

/** An online shop: everything that fields, indexes and operations can be, beside relationships. */
export const shop = a.schema({
  Status: a.enum(['OPEN', 'PAID', 'SHIPPED']),

  Money: a.customType({
    amount: a.float().required(),
    currency: a.enum(['EUR', 'USD']),
  }),

  Address: a.customType({
    lines: a.string().required().array().required(),
    country: a.ref('Country'),
    position: a.customType({ lat: a.float().required(), long: a.float().required() }),
  }),

  Country: a.enum(['DE', 'FR', 'US']),

  Customer: a.model({
    name: a.string().required(),
    addresses: a.ref('Address').required().array(),
    // Read from the index that the model of the orders declares.
    orders: a.hasMany('Order', 'customerId'),
  }),

  Order: a.model({
    customerId: a.id().required(),
    customer: a.belongsTo('Customer', 'customerId'),
    status: a.ref('Status').required(),
    history: a.ref('Status').array(),
    priority: a.enum(['LOW', 'HIGH']),
    placedAt: a.datetime().required(),
    region: a.string(),
    total: a.integer(),
    price: a.ref('Money'),
    deliverTo: a.ref('Address'),
    parcel: a.customType({ weight: a.float(), tracking: a.url() }),
    note: a.string(),
  }).secondaryIndexes((index) => [
    index('customerId').sortKeys(['placedAt']).name('byCustomer').queryField('ordersOfCustomer'),
    index('status').sortKeys(['total']),
    index('status').sortKeys(['priority', 'region']),
    index('region').queryField(null),
    index('total').name('byTotal').queryField('orderKeysByTotal').projection('KEYS_ONLY'),
    index('priority').sortKeys(['placedAt']).projection('INCLUDE', ['status', 'customerId']),
  ]),

  // What is the same for all of a country, in a table that is filled by other means.
  TaxRate: a.model({
    country: a.ref('Country').required(),
    year: a.integer().required(),
    rate: a.float().required(),
    notes: a.hasMany('TaxNote', ['country', 'year']),
  }).identifier(['country', 'year']).disableOperations(['mutations']),

  // Nothing but what the tax rates lead to.
  TaxNote: a.model({
    country: a.ref('Country'),
    year: a.integer(),
    text: a.string(),
  }).secondaryIndexes((index) => [
    index('country').sortKeys(['year']).queryField(null),
  ]).disableOperations(['queries', 'subscriptions', 'delete']),
}).authorization((allow) => allow.publicApiKey());
