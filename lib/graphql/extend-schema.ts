import type { ASTNode, DefinitionNode, DocumentNode, GraphQLError, NameNode } from 'graphql';
import { appsyncDefinitions } from './appsync-definitions';
import { graphqlJs } from './graphql-js';

/** A definition of a type or an extension of one, as far as these are merged. */
interface TypeNode {
  readonly kind: string;
  readonly name: NameNode;
  readonly fields?: readonly (ASTNode & { readonly name: NameNode })[];
  readonly values?: readonly (ASTNode & { readonly name: NameNode })[];
}

interface Issue { readonly line?: number; readonly message: string }

const rootTypes: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** What AppSync takes no definition of from the outside, or has one of already. */
const refused: Readonly<Record<string, string>> = {
  ScalarTypeDefinition: 'AppSync takes no scalars but its own; use one of these, or String',
  ScalarTypeExtension: 'AppSync takes no scalars but its own; use one of these, or String',
  DirectiveDefinition: 'AppSync takes no directives but its own; leave the definition out, those of AppSync are known',
  SchemaDefinition: 'the root types are Query, Mutation and Subscription; leave the definition out',
  SchemaExtension: 'the root types are Query, Mutation and Subscription; leave the definition out',
  OperationDefinition: 'an operation defines nothing; write types, and fields in `extend type Query { ... }`',
  FragmentDefinition: 'a fragment defines nothing; write types, and fields in `extend type Query { ... }`',
};

/**
 * Merges more types, and more fields of generated ones, into a generated schema. AppSync takes no `extend`: the result is one document
 * of plain types.
 *
 * @throws Error with every mistake of the extension, each with its line
 */
export function extendSchema(sdl: string, extension: string): string {
  const { parse, print } = graphqlJs();
  const added = parsed(extension);
  // Without places, so that those of what GraphQL finds wrong are places in the extension.
  const { document, issues } = merge(parse(sdl, { noLocation: true }), added);
  refuse(issues.length > 0 ? issues : findings(document));
  return `${print(document)}\n`;
}

function parsed(extension: string): DocumentNode {
  try {
    return graphqlJs().parse(extension);
  } catch (error) {
    throw refusal([issueOf(error as GraphQLError)]);
  }
}

/** One document of both: definitions, each with what extends it. */
function merge(generated: DocumentNode, added: DocumentNode): { document: DocumentNode; issues: Issue[] } {
  const issues: Issue[] = [];
  const types = new Map((generated.definitions as unknown as TypeNode[]).map((type) => [type.name.value, type]));
  const ours = new Map(types);
  const note = (node: ASTNode | TypeNode, message: string): void => { issues.push({ line: lineOf(node), message }); };

  const isExtension = ({ kind }: DefinitionNode): boolean => kind.endsWith('Extension');
  const [definitions, extensions] = [added.definitions.filter((node) => !isExtension(node)), added.definitions.filter(isExtension)];
  for (const node of [...definitions, ...extensions]) {
    const reason = refused[node.kind];
    const type = node as unknown as TypeNode;
    if (reason !== undefined) note(node, reason);
    else if (isExtension(node)) extend(type);
    else define(type);
  }
  return { document: { ...generated, definitions: [...types.values()] as unknown as DefinitionNode[] }, issues };

  function define(type: TypeNode): void {
    const name = type.name.value;
    if (ours.has(name)) note(type, `the type '${name}' is there already, as the data model makes it; write \`extend ${keyword(ours.get(name)!.kind)} ${name} { ... }\` to add to it, or choose another name`);
    else if (types.has(name)) note(type, `the type '${name}' is defined twice`);
    // graphql-js takes its own scalar then, and says nothing.
    else if (graphqlJs().specifiedScalarTypes.some((scalar) => scalar.name === name)) note(type, `'${name}' is a scalar of GraphQL; choose another name`);
    else types.set(name, type);
  }

  function extend(extension: TypeNode): void {
    const name = extension.name.value;
    const kind = extension.kind.replace('Extension', 'Definition');
    const type = types.get(name) ?? (rootTypes.includes(name) ? { kind, name: extension.name } : undefined);
    if (!type) return note(extension, `there is no type '${name}' to extend; the extension can define it`);
    if (type.kind !== kind) return note(extension, `'${name}' is ${inWords(type.kind)}, and ${inWords(kind)} is what is extended here`);
    const members = (node: TypeNode) => [...node.fields ?? [], ...node.values ?? []];
    const known = new Set(members(ours.get(name) ?? { kind, name: type.name }).map((member) => member.name.value));
    for (const member of members(extension).filter((one) => known.has(one.name.value))) {
      note(member, `'${name}.${member.name.value}' is there already, as the data model makes it; choose another name`);
    }
    types.set(name, extended(type, extension));
  }
}

/** A type with what an extension of it has more. */
function extended(type: TypeNode, extension: TypeNode): TypeNode {
  const parts = ['interfaces', 'directives', 'fields', 'values', 'types'] as const;
  const of = (node: TypeNode, part: string): readonly unknown[] => (node as unknown as Record<string, readonly unknown[] | undefined>)[part] ?? [];
  return { ...type, ...Object.fromEntries(parts.map((part) => [part, [...of(type, part), ...of(extension, part)]])) };
}

/** `ObjectTypeDefinition` as it is written: `type`. */
function keyword(kind: string): string {
  return kind.replace(/(Type)?Definition$/, '').replace('InputObject', 'Input').replace('Object', 'Type').toLowerCase();
}

function inWords(kind: string): string {
  const word = keyword(kind);
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** What GraphQL finds wrong with a document. */
function findings(document: DocumentNode): Issue[] {
  const { buildASTSchema, concatAST, parse, validateSchema } = graphqlJs();
  // graphql-js tells places of what it finds wrong by this function only, which its index leaves out.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { validateSDL } = require('graphql/validation/validate') as { validateSDL(document: DocumentNode): readonly GraphQLError[] };
  const whole = concatAST([parse(appsyncDefinitions, { noLocation: true }), document]);
  const errors = validateSDL(whole);
  return (errors.length > 0 ? errors : validateSchema(buildASTSchema(whole, { assumeValidSDL: true }))).map(issueOf);
}

function issueOf({ message, locations }: GraphQLError): Issue {
  return { line: locations?.[0]?.line, message };
}

function lineOf(node: ASTNode | TypeNode): number | undefined {
  return (node as ASTNode).loc?.startToken.line;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refusal(issues);
}

function refusal(issues: readonly Issue[]): Error {
  const lines = issues.map(({ line, message }) => `  ${line === undefined ? '' : `line ${line}: `}${message}`);
  return new Error(`the schema extension is not valid:\n${lines.join('\n')}`);
}
