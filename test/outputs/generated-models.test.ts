import { a, type Schema } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { shop } from '../../integ/schemas/data-modelling';
import { resolveSchema } from '../../lib/model';
import { modelSchema } from '../../lib/outputs';
import { customOperations } from '../golden/custom-operations';
import { generateModels, introspections, useModelGenerator } from '../support/model-generator';

useModelGenerator();

type Target = Parameters<typeof generateModels>[1];

function modelsOf(schema: Schema, target: Target): Record<string, string> {
  return generateModels(modelSchema(resolveSchema(schema)), target);
}

describe('the introspection is what the generator makes of the annotated schema', () => {
  test.each(Object.entries<Schema>(schemas))('%s', (_, schema) => {
    const { ours, generated } = introspections(schema);
    expect(ours).toEqual(generated);
  });

  test('the shop, but for the one relationship that has one side only', () => {
    const { ours, generated } = introspections(shop);
    const { notes, ...fields } = ours.models.TaxRate!.fields;
    expect(notes).toMatchObject({ association: { connectionType: 'HAS_MANY', associatedWith: ['country', 'year'] } });
    expect({ ...ours, models: { ...ours.models, TaxRate: { ...ours.models.TaxRate!, fields } } }).toEqual(generated);
  });
});

/** What the generated code of a target says of a relationship's two sides: in which file, by which line. */
interface Sides { readonly [file: string]: readonly string[] }

function missing(sides: Sides, files: Record<string, string>): string[] {
  return Object.entries(sides).flatMap(([file, lines]) => lines.filter((line) => !files[file]?.includes(line)).map((line) => `${file}: ${line}`));
}

const relationships: { readonly [Name in keyof typeof schemas]?: { readonly [Language in Target]?: Sides } } = {
  OneToMany: {
    swift: {
      'Team.swift': ['public struct Team: Model {', 'public var members: List<Member>?'],
      'Team+Schema.swift': ['.hasMany(team.members, is: .optional, ofType: Member.self, associatedFields: [Member.keys.team])'],
      'Member.swift': ['public var name: String\n', 'internal var _team: LazyReference<Team>'],
      'Member+Schema.swift': ['.belongsTo(member.team, is: .optional, ofType: Team.self, targetNames: ["teamId"])', 'rule(allow: .public, provider: .apiKey'],
    },
    java: {
      'Team.java': ['public final class Team implements Model {', '@HasMany(associatedWith = "team", type = Member.class) ModelList<Member> members'],
      'Member.java': ['@BelongsTo(targetName = "teamId", targetNames = {"teamId"}, type = Team.class) ModelReference<Team> team'],
    },
    dart: {
      'Team.dart': ['class Team extends amplify_core.Model {', 'final List<Member>? _members;'],
      'Member.dart': ['final Team? _team;', "targetNames: ['teamId']"],
    },
    typescript: {
      'index.ts': ['type LazyTeamModel = {', 'readonly members: AsyncCollection<MemberModel>;', 'readonly team: AsyncItem<TeamModel | undefined>;'],
      'schema.ts': ['"connectionType": "BELONGS_TO"', '"associatedWith": [\n                            "teamId"\n'],
    },
  },
  OneToOne: {
    swift: {
      'Customer+Schema.swift': ['.hasOne(customer.activeCart, is: .optional, ofType: Cart.self, associatedFields: [Cart.keys.customer])'],
      'Cart.swift': ['public var items: [String]?', 'internal var _customer: LazyReference<Customer>'],
    },
    java: { 'Customer.java': ['@HasOne(associatedWith = "customer", type = Cart.class) ModelReference<Cart> activeCart'], 'Cart.java': ['ModelReference<Customer> customer'] },
    dart: { 'Customer.dart': ['final Cart? _activeCart;'], 'Cart.dart': ['final Customer? _customer;', 'final List<String>? _items;'] },
    typescript: { 'index.ts': ['readonly activeCart: AsyncItem<CartModel | undefined>;', 'readonly items?: string[] | null;'] },
  },
  ManyToMany: {
    swift: { 'PostTag+Schema.swift': ['.belongsTo(postTag.post, is: .optional, ofType: Post.self, targetNames: ["postId"])', '.belongsTo(postTag.tag, is: .optional, ofType: Tag.self, targetNames: ["tagId"])'] },
    java: { 'PostTag.java': ['type = Post.class) ModelReference<Post> post', 'type = Tag.class) ModelReference<Tag> tag'], 'Tag.java': ['ModelList<PostTag> posts'] },
    dart: { 'PostTag.dart': ['final Post? _post;', 'final Tag? _tag;'], 'Tag.dart': ['final List<PostTag>? _posts;'] },
    typescript: { 'index.ts': ['readonly tags: AsyncCollection<PostTagModel>;', 'readonly posts: AsyncCollection<PostTagModel>;'] },
  },
  SeveralRelationships: {
    swift: {
      'Person+Schema.swift': ['.hasMany(person.editedPosts, is: .optional, ofType: Post.self, associatedFields: [Post.keys.editor])', '.hasMany(person.authoredPosts, is: .optional, ofType: Post.self, associatedFields: [Post.keys.author])'],
    },
    java: { 'Person.java': ['@HasMany(associatedWith = "editor", type = Post.class) ModelList<Post> editedPosts', '@HasMany(associatedWith = "author", type = Post.class) ModelList<Post> authoredPosts'] },
    dart: { 'Post.dart': ["targetNames: ['authorId']", "targetNames: ['editorId']"] },
    typescript: { 'index.ts': ['readonly editor: AsyncItem<PersonModel | undefined>;', 'readonly author: AsyncItem<PersonModel | undefined>;'] },
  },
  CompositeIdentifier: {
    swift: {
      'Post+Schema.swift': ['.belongsTo(post.author, is: .optional, ofType: Person.self, targetNames: ["authorName", "authorDoB"])'],
      'Person+Schema.swift': ['.primaryKey(fields: [person.name, person.dateOfBirth])', 'public typealias IdentifierFormat = ModelIdentifierFormat.Custom'],
    },
    java: {
      'Post.java': ['@BelongsTo(targetName = "authorName", targetNames = {"authorName", "authorDoB"}, type = Person.class) ModelReference<Person> author'],
      'Person.java': ['public final class Person implements Model {', 'class PersonIdentifier extends ModelIdentifier<Person>'],
    },
    dart: { 'Post.dart': ["targetNames: ['authorName', 'authorDoB']"], 'Person.dart': ['class PersonModelIdentifier implements amplify_core.ModelIdentifier<Person> {'] },
    typescript: { 'index.ts': ["identifier: CompositeIdentifier<Person, ['name', 'dateOfBirth']>;"] },
  },
  RequiredAndOptional: {
    swift: { 'Post+Schema.swift': ['.belongsTo(post.author, is: .optional, ofType: Person.self, targetNames: ["authorId"])', 'targetNames: ["editorId"]'] },
    java: { 'Post.java': ['targetNames = {"authorId"}', 'targetNames = {"editorId"}'] },
    dart: { 'Post.dart': ["targetNames: ['authorId']", "targetNames: ['editorId']"] },
    typescript: { 'index.ts': ['readonly editedPosts: AsyncCollection<PostModel>;'] },
  },
  Page: {
    swift: { 'AmplifyModels.swift': ['Member', 'Team', 'Cart', 'Customer', 'Post', 'Tag', 'PostTag', 'Person'].map((name) => `ModelRegistry.register(modelType: ${name}.self)`) },
    java: { 'AmplifyModelProvider.java': ['Member.class, Team.class, Cart.class, Customer.class, Post.class, Tag.class, PostTag.class, Person.class'] },
    dart: { 'ModelProvider.dart': ['[Cart.schema, Customer.schema, Member.schema, Person.schema, Post.schema, PostTag.schema, Tag.schema, Team.schema]'] },
    typescript: { 'index.ts': ['type LazyPostModel = {', 'readonly tags: AsyncCollection<PostTagModel>;', 'readonly author: AsyncItem<PersonModel | undefined>;'] },
  },
};

const cases = Object.entries(relationships).flatMap(([name, targets]) => Object.entries(targets).map(([target, sides]) => [name, target, sides] as [keyof typeof schemas, Target, Sides]));

test.each(cases)('%s: models in %s', (name, target, sides) => {
  const files = modelsOf(schemas[name], target);
  expect(missing(sides, files)).toEqual([]);
});

describe('the shop: enums, custom types, disabled operations', () => {
  test.each<[Target, Sides]>([
    ['swift', {
      'Status.swift': ['public enum Status: String, EnumPersistable {', 'case open = "OPEN"', 'case paid = "PAID"', 'case shipped = "SHIPPED"'],
      'OrderPriority.swift': ['case low = "LOW"'],
      'Address.swift': ['public struct Address: Embeddable {', 'var lines: [String]', 'var country: Country?', 'var position: AddressPosition?'],
      'Order.swift': ['public var status: Status\n', 'public var history: [Status?]?', 'public var deliverTo: Address?', 'public var total: Int?'],
      'Order+Schema.swift': ['.index(fields: ["customerId", "placedAt"], name: "byCustomer")', '.index(fields: ["status", "total"], name: "ordersByStatusAndTotal")'],
      'TaxRate+Schema.swift': ['.primaryKey(fields: [taxRate.country, taxRate.year])'],
    }],
    ['java', {
      'Status.java': ['public enum Status {', 'OPEN,\n', 'SHIPPED\n'],
      'Address.java': ['public final class Address {', 'List<String> lines', 'AddressPosition position'],
      'Order.java': ['@ModelField(targetType="Status", isRequired = true) Status status', 'ModelReference<Customer> customer', '@Index(name = "byCustomer", fields = {"customerId","placedAt"})'],
    }],
    ['dart', {
      'Status.dart': ['enum Status {', '  OPEN,', '  PAID,', '  SHIPPED'],
      'Address.dart': ['class Address {', 'final List<String>? _lines;', 'final AddressPosition? _position;'],
      'Order.dart': ['final Status? _status;', 'final Customer? _customer;', 'final amplify_core.TemporalDateTime? _placedAt;'],
    }],
    ['typescript', {
      'index.ts': ['export enum Status {\n  OPEN = "OPEN",\n  PAID = "PAID",\n  SHIPPED = "SHIPPED"\n}', 'type EagerAddressModel = {', 'readonly lines: string[];', 'readonly priority?: OrderPriority | keyof typeof OrderPriority | null;'],
    }],
  ])('models in %s', (target, sides) => {
    const files = modelsOf(shop, target);
    expect(missing(sides, files)).toEqual([]);
  });
});

describe('custom operations: what they give is generated, what they only take is not', () => {
  test.each<[Target, Sides]>([
    ['swift', { 'Note.swift': ['public struct Note: Model {'], 'Spot.swift': ['public struct Spot: Embeddable {'], 'SummaryReturnType.swift': ['var last: SummaryReturnTypeLast?'], 'EventInvocationResponse.swift': ['var success: Bool'] }],
    ['java', { 'Note.java': ['public final class Note implements Model {'], 'SummaryReturnType.java': ['SummaryReturnTypeLast last'], 'EchoLoudness.java': ['public enum EchoLoudness {'] }],
    ['dart', { 'Note.dart': ['class Note extends amplify_core.Model {'], 'SummaryReturnType.dart': ['final SummaryReturnTypeLast? _last;'], 'EchoLoudness.dart': ['enum EchoLoudness {'] }],
    ['typescript', { 'index.ts': ['type LazyNoteModel = {', 'type EagerSummaryReturnTypeModel = {', 'export enum EchoLoudness {'] }],
  ])('models in %s', (target, sides) => {
    const files = modelsOf(customOperations(a), target);
    expect(missing(sides, files)).toEqual([]);
    expect(Object.keys(files).filter((file) => /EchoArea(Corner)?\.|Query|Input/.test(file))).toEqual([]);
  });
});

test('a model without fields, and a default with quotes and line breaks', () => {
  const schema = a.schema({ Empty: a.model({}), Note: a.model({ text: a.string().default('"a"\nb') }) }).authorization((allow) => allow.publicApiKey());
  for (const target of ['swift', 'java', 'dart', 'typescript'] as const) expect(Object.values(modelsOf(schema, target)).join('')).toContain('Empty');
});
