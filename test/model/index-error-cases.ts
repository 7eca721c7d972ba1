import { a, type Defined, type FieldDefinition, type IndexDefinition, type Schema } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

/** What starts an index, with names that the compiler would not let through. */
type Start = (partitionKey: string) => Index;
interface Index extends Defined<IndexDefinition> {
  sortKeys(names: readonly string[]): Index;
  name(name: string): Index;
  queryField(name: string | null): Index;
  projection(type: 'ALL' | 'KEYS_ONLY' | 'INCLUDE', names?: readonly string[]): Index;
}

/** A schema with one model that has indexes. */
function indexed(fields: Record<string, Defined<FieldDefinition>>, callback: (index: Start) => readonly Index[]): Schema {
  return schemaOf({ Order: a.model(fields).secondaryIndexes(callback as never), Customer: a.model({}) });
}

const fields = { status: a.string(), total: a.integer(), tags: a.string().array(), open: a.boolean(), customerId: a.id(), customer: a.belongsTo('Customer', 'customerId') };
const many = Object.fromEntries(Array.from({ length: 21 }, (_, position) => [`field${position}`, a.string()]));
const path = 'Order.secondaryIndexes';

export const indexErrorCases = {
  'index-unknown': [
    { what: 'a partition key that is not there', schema: indexed({ status: a.string() }, (index) => [index('stat')]), issues: [[path, /declares no field 'stat'/, /one of 'status', 'id'/]] },
    { what: 'a sort key that is not there', schema: indexed({ status: a.string() }, (index) => [index('status').sortKeys(['totl'])]), issues: [[path, /no field 'totl'/, /declare it/]] },
    { what: 'a timestamp that is not declared', schema: indexed({ status: a.string() }, (index) => [index('status').sortKeys(['createdAt'])]), issues: [[path, /no field 'createdAt'/, /declare it/]] },
  ],
  'index-duplicate': [
    { what: 'a field twice', schema: indexed(fields, (index) => [index('status').sortKeys(['total', 'status'])]), issues: [[path, /'status' stands in the index twice/, /once/]] },
  ],
  'index-list': [
    { what: 'a list', schema: indexed(fields, (index) => [index('tags')]), issues: [[path, /'tags' is a list/, /leave \.array\(\) out/]] },
    { what: 'a list of an enum', schema: schemaOf({ Status: a.enum(['A']), Order: a.model({ all: a.ref('Status').array() }).secondaryIndexes((index) => [index('all' as never)]) }), issues: [[path, /'all' is a list/, /\.array\(\)/]] },
  ],
  'index-relationship': [
    { what: 'a belongsTo', schema: indexed(fields, (index) => [index('customer')]), issues: [[path, /'customer' is a relationship/, /'customerId'/]] },
  ],
  'index-type': [
    { what: 'a boolean', schema: indexed(fields, (index) => [index('open')]), issues: [[path, /'open' has the type Boolean/, /strings or numbers, or an enum/]] },
    { what: 'a custom type', schema: indexed({ place: a.customType({ x: a.id() }) }, (index) => [index('place')]), issues: [[path, /'place' has the type OrderPlace/, /enum/]] },
    { what: 'what every update changes, joined with others', schema: indexed({ ...fields, updatedAt: a.datetime() }, (index) => [index('status').sortKeys(['updatedAt', 'total'])]), issues: [[path, /'updatedAt' is changed by every update/, /the only sort key/]] },
  ],
  'index-name': [
    { what: 'two of one name', schema: indexed(fields, (index) => [index('status'), index('total').name('ordersByStatus')]), issues: [[path, /two indexes are named 'ordersByStatus'/, /another name/]] },
    { what: 'an index declared twice, once without query', schema: indexed(fields, (index) => [index('status'), index('status').queryField(null)]), issues: [[path, /two indexes are named 'ordersByStatus'/, /another name/]] },
    { what: 'names that differ in the case of their first letter', schema: indexed(fields, (index) => [index('status').sortKeys(['total', 'customerId']).name('byIt'), index('total').sortKeys(['status', 'customerId']).name('ByIt')]), issues: [[path, /'byIt', 'ByIt' have one name in GraphQL/, /another name/]] },
    { what: 'characters that DynamoDB refuses', schema: indexed(fields, (index) => [index('status').name('by status')]), issues: [[path, /'by status' is no name that DynamoDB takes/, /3 letters/]] },
    { what: 'a name that is too short', schema: indexed(fields, (index) => [index('status').name('by')]), issues: [[path, /'by' is no name/, /3 letters/]] },
    { what: 'a name that cannot be part of a type', schema: indexed(fields, (index) => [index('status').sortKeys(['total', 'customerId']).name('by-status')]), issues: [[path, /'by-status' has characters that GraphQL has not/, /letters, digits and underscores/]] },
    {
      what: 'the name of a relationship\'s index',
      schema: schemaOf({ Customer: a.model({ orders: a.hasMany('Order', 'customerId') }), Order: a.model(fields).secondaryIndexes((index) => [index('total').name('gsi-Customer.orders')]) }),
      issues: [[path, /two indexes are named 'gsi-Customer\.orders'/, /another name/]],
    },
  ],
  'index-query': [
    { what: 'one query twice', schema: indexed(fields, (index) => [index('status').queryField('find'), index('total').queryField('find')]), issues: [[path, /has the query 'find' already/, /queryField\(null\)/]] },
    { what: 'an operation of the model', schema: indexed(fields, (index) => [index('status').queryField('listOrders')]), issues: [[path, /has the query 'listOrders' already/, /another name/]] },
  ],
  'index-projection': [
    { what: 'a field that is not there', schema: indexed(fields, (index) => [index('status').projection('INCLUDE', ['totl'])]), issues: [[path, /includes 'totl', which is no field of Order/, /'status', 'total'/]] },
    { what: 'a field twice', schema: indexed(fields, (index) => [index('status').projection('INCLUDE', ['total', 'total'])]), issues: [[path, /includes 'total' twice/, /once/]] },
    { what: 'a relationship', schema: indexed(fields, (index) => [index('status').projection('INCLUDE', ['customer'])]), issues: [[path, /includes 'customer', which is a relationship/, /reference fields/]] },
    { what: 'nothing', schema: indexed(fields, (index) => [index('status').projection('INCLUDE', [])]), issues: [[path, /includes no fields/, /KEYS_ONLY/]] },
    { what: 'more than DynamoDB takes', schema: indexed({ ...fields, ...many }, (index) => [index('status').projection('INCLUDE', Object.keys(many))]), issues: [[path, /includes 21 fields, and DynamoDB takes 20/, /'ALL'/]] },
    {
      what: 'more than DynamoDB takes in all',
      schema: indexed({ ...many, pk: a.id() }, (index) => Array.from({ length: 6 }, (_, position) => index('pk').name(`index${position}`).queryField(null).projection('INCLUDE', Object.keys(many).slice(0, 17)))),
      issues: [[path, /include 102 fields, and DynamoDB takes 100/, /'ALL'/]],
    },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
