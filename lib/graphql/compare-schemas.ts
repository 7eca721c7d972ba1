import type { ConstDirectiveNode, EnumTypeDefinitionNode, FieldDefinitionNode, InputObjectTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { graphqlJs } from './graphql-js';

/** A definition as data: what it is, and its members by name, each with what it has to be. */
interface Outline {
  readonly kind: string;
  readonly directives: readonly string[];
  readonly members: ReadonlyMap<string, Member>;
}

interface Member {
  /** As it is written, for messages. */
  readonly text: string;
  readonly type: string;
  readonly arguments: readonly string[];
  readonly directives: readonly string[];
}

/**
 * What a schema lacks, or has differently, of what another one has: types, fields with their arguments and directives, values of enums.
 * What it has more is left to it.
 */
export function schemaDifferences(expected: string, actual: string): string[] {
  const found = outlinesOf(actual);
  return [...outlinesOf(expected)].flatMap(([name, { kind, directives, members }]) => {
    const other = found.get(name);
    if (!other) return [`there is no ${kind} ${name}`];
    if (other.kind !== kind) return [`${name} is a definition of ${other.kind}, and has to be one of ${kind}`];
    const missing = directives.filter((directive) => !other.directives.includes(directive));
    return [...missing.map((directive) => `${name} has no directive ${directive}`), ...[...members].flatMap(([member, wanted]) => {
      const has = other.members.get(member);
      if (!has) return [`${name} has no ${wanted.text}`];
      return has.type === wanted.type && includes(has.arguments, wanted.arguments) && includes(has.directives, wanted.directives)
        ? [] : [`${name} has ${has.text}, and has to have ${wanted.text}`];
    })];
  });
}

/** The fields of the types of a schema: `Query.getTeam`, `Team.members`. */
export function fieldNames(sdl: string): string[] {
  return [...outlinesOf(sdl)].flatMap(([name, { kind, members }]) => (kind === 'type' ? [...members.keys()].map((member) => `${name}.${member}`) : []));
}

function includes(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}

function outlinesOf(sdl: string): Map<string, Outline> {
  const { parse } = graphqlJs();
  return new Map(parse(sdl, { noLocation: true }).definitions.flatMap((node): [string, Outline][] => {
    switch (node.kind) {
      case 'ObjectTypeDefinition': return [[node.name.value, outline('type', node.fields, node.directives)]];
      case 'InputObjectTypeDefinition': return [[node.name.value, outline('input', node.fields)]];
      case 'EnumTypeDefinition': return [[node.name.value, outline('enum', node.values)]];
      default: return 'name' in node && node.name ? [[node.name.value, { kind: node.kind, directives: [], members: new Map() }]] : [];
    }
  }));
}

type MemberNode = FieldDefinitionNode | NonNullable<InputObjectTypeDefinitionNode['fields'] | EnumTypeDefinitionNode['values'] | ObjectTypeDefinitionNode['fields']>[number];

function outline(kind: string, nodes: readonly MemberNode[] = [], directives: readonly ConstDirectiveNode[] = []): Outline {
  const { print } = graphqlJs();
  return {
    kind,
    directives: directives.map(print),
    members: new Map(nodes.map((node) => [node.name.value, {
      text: print({ ...node, description: undefined }).replace(/\s+/g, ' '),
      type: 'type' in node ? print(node.type) : '',
      arguments: ('arguments' in node ? node.arguments ?? [] : []).map(({ name, type }) => `${name.value}: ${print(type)}`),
      directives: ((node.directives ?? []) as readonly ConstDirectiveNode[]).map(print),
    }])),
  };
}
