import { definition, type Defined, type FieldDefinition, type ModelDefinition, type OperationDefinition, type RuleDefinition, type SchemaDefinition } from '../schema';
import { type AuthorizationMode, type AuthorizationRule, type Field, type ResourceAccess } from './data-model';
import { modeOfProvider } from './authorization-modes';
import { checkRule, checkUsedModes } from './rule-checks';
import { ruleField } from './rule-fields';
import { operationsOf, rootsOf } from './rule-operations';
import { type SchemaIssues } from './schema-error';

type Rules = readonly Defined<RuleDefinition>[];

/** The rules of a model, and those of its fields and relationships by name. */
export interface ModelRules {
  readonly rules: readonly AuthorizationRule[];
  readonly members: ReadonlyMap<string, readonly AuthorizationRule[]>;
}

/** The rule that lets in everybody who comes by a mode. */
const everyoneBy: Readonly<Record<AuthorizationMode, string>> = {
  apiKey: 'allow.publicApiKey()', userPool: 'allow.authenticated()', openIdConnect: "allow.authenticated('oidc')", iam: "allow.authenticated('identityPool')", lambda: 'allow.custom()',
};

type MutableField = { -readonly [Key in keyof Field]: Field[Key] };

/** Resolves the rules of a schema: who may use what. */
export class Authorization {
  /** Those of the schema that are about models and operations without rules of their own. */
  private readonly defaultRules: readonly RuleDefinition[];
  private readonly resourceRules: readonly RuleDefinition[];
  /** All rules but those of fields. */
  private readonly all: RuleDefinition[] = [];

  public constructor({ authorization = [], resources = [] }: SchemaDefinition, private readonly modes: readonly AuthorizationMode[], private readonly issues: SchemaIssues) {
    const rules = this.checked('schema', [...authorization, ...resources], 'record');
    this.defaultRules = rules.filter(({ allow }) => allow !== 'resource');
    this.resourceRules = rules.filter(({ allow }) => allow === 'resource');
  }

  /** The functions that may use the API. */
  public get resources(): ResourceAccess[] {
    return this.resourceRules.map((rule) => ({ function: rule.function!, roots: rootsOf(rule) }));
  }

  /**
   * The rules of a model and its fields.
   *
   * @param fields its fields so far: those that rules name and it lacks are added, and each gets its own rules
   */
  public ofModel(name: string, declared: ModelDefinition, fields: Field[]): ModelRules {
    const governed = { name, definition: declared, fields };
    const resolved = (path: string, rules: readonly RuleDefinition[]): AuthorizationRule[] => rules.flatMap((rule) => {
      const field = ruleField(path, governed, rule, this.issues);
      return rule.field !== undefined && !field ? [] : [{ ...this.resolved(rule), ...operationsOf(rule), ...(field && { field }) }];
    });
    const rules = resolved(name, this.rulesFor(name, declared.authorization, 'record'));
    // Rules name fields that have rules themselves, so that these get theirs last.
    const members = new Map(Object.entries(declared.fields).flatMap(([field, { [definition]: member }]): [string, AuthorizationRule[]][] => {
      const own = rulesOn(member);
      const path = `${name}.${field}`;
      if (own?.length === 0) this.issues.add('missing-authorization', path, 'it has rules of its own, and none says who may use it', 'name who may in .authorization(), or leave that out, so that the rules of the model are all');
      return own ? [[field, resolved(path, this.checked(path, own, 'field'))]] : [];
    }));
    for (const field of fields as MutableField[]) {
      const own = members.get(field.name);
      if (own) field.authorization = own;
    }
    return { rules, members };
  }

  /** The rules of an operation that is no model's. */
  public ofOperation(name: string, declared: OperationDefinition): AuthorizationRule[] {
    return this.rulesFor(name, declared.authorization, 'operation').flatMap((rule) => {
      if (rule.field === undefined) return [{ ...this.resolved(rule), declaredOperations: [], operations: [] }];
      this.issues.add('authorization-place', name, `a rule for ${rule.allow === 'owner' ? 'owners' : 'the groups'} of a record is about it${declared.authorization ? '' : ', that of the schema'}, and it has no records`,
        'give it rules that are about everyone, everyone who is signed in, or named groups: .authorization((allow) => allow.authenticated())');
      return [];
    });
  }

  /** Checks that there is a rule for everybody who comes in by default. Called when all rules are known. */
  public checkModes(): void {
    checkUsedModes(this.all, this.modes, this.issues);
  }

  private rulesFor(path: string, own: Rules | undefined, about: 'record' | 'operation'): readonly RuleDefinition[] {
    const rules = own ? this.checked(path, own, about) : this.defaultRules;
    if (rules.length === 0) {
      this.issues.add('missing-authorization', path, 'no authorization rule says who may use it',
        `add .authorization((allow) => ${everyoneBy[this.modes[0] ?? 'apiKey']}) to ${about === 'record' ? 'the model' : 'it'} or to the schema`);
    }
    return rules;
  }

  private checked(path: string, rules: Rules, about: 'record' | 'field' | 'operation'): RuleDefinition[] {
    const definitions = rules.map(({ [definition]: rule }) => rule);
    for (const rule of definitions) checkRule(path, rule, about, this.modes, this.issues);
    // Those of a field let nobody in whom no rule of its model lets in.
    if (about !== 'field') this.all.push(...definitions);
    return definitions;
  }

  private resolved({ allow, provider, groups, claim }: RuleDefinition): Omit<AuthorizationRule, 'declaredOperations' | 'operations'> {
    return {
      allow: allow as AuthorizationRule['allow'], mode: modeOfProvider[provider], provider, ...(groups && { groups }), ...(claim !== undefined && { claim }),
    };
  }
}

function rulesOn(member: FieldDefinition): Rules | undefined {
  return 'authorization' in member ? member.authorization : undefined;
}
