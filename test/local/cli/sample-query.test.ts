import { sampleQuery } from '../../../lib/cli/sample-query';

test.each([
  ['the first field that needs no arguments', 'type Query { get(id: ID!): String a(n: Int): AWSDate b: String }', '{ a }'],
  ['its plain fields', 'type Query { a: Team } type Team { id: ID kind: Kind of(id: ID!): String team: Team } enum Kind { A }', '{ a { id kind } }'],
  ['the items of a connection', 'type Query { a: Teams } type Teams { items: [Team]! nextToken: String } type Team { id: ID teams: Teams }', '{ a { items { id } nextToken } }'],
  ['something, where there is no such field', 'type Query { get(id: ID!): String }', '{ __typename }'],
])('%s', (_, schema, query) => expect(sampleQuery(schema)).toBe(query));
