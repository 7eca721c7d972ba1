import {
  modesOfCustomOperation, modesOfMember, modesOfOperation, modesOfType,
  type AccessOperation, type AuthorizationRule, type CustomOperation, type DataModel, type Field, type ManyToMany, type Model, type OperationName, type Relationship,
} from '../model';
import { audiencesOf, beyond, keptFrom, recordsOf, type Showing } from './audiences';
import { accessOf, isOpen, kindsOf, rulesAbout } from './callers';
import {
  type AccessConfiguration, type Audience, type CallerKind, type FieldAccess, type GuardedFieldConfiguration, type GuardedMutationConfiguration, type GuardedPipelineConfiguration,
  type GuardedReadConfiguration, type GuardedRelationshipConfiguration, type SubscriptionConfiguration,
} from './configuration';
import { aboutRecords } from './identity-pool';

type Mutation = 'create' | 'update' | 'delete';

/**
 * What resolvers have to ask for beside what AppSync's directives see to, which let callers in by their mode alone. Each answer is
 * absent where there is nothing to ask, so that APIs whose rules are all about modes pay for nothing.
 */
export class Guards {
  private readonly audiences: ReadonlyMap<string, Audience>;
  /** All who may hear of some mutation. */
  private readonly listeners: Audience;
  /** Those of them from whom some field has to be kept. */
  private readonly kept: ReadonlySet<string>;

  public constructor(private readonly dataModel: DataModel) {
    this.audiences = audiencesOf(dataModel);
    const listeners = [...this.audiences.values()].flat();
    this.listeners = [...new Set([...listeners, ...listeners.map(beyond)])];
    this.kept = new Set(dataModel.models.flatMap((model) => model.members.flatMap((member) => this.hiddenFrom(model, member))));
  }

  /** Who may use an operation, where it has to be asked. */
  public operation(model: Model, operation: OperationName): AccessConfiguration | undefined {
    const access = this.accessOf(model, aboutRecords(operation));
    return isOpen(access, this.kindsOf(model, operation)) ? undefined : access;
  }

  public mutation(model: Model, operation: Mutation): GuardedMutationConfiguration | undefined {
    const kinds = this.kindsOf(model, operation);
    const access = this.accessOf(model, operation);
    const fields = operation === 'delete' ? undefined : this.fields(model, operation, kinds);
    // Also a create that fails would tell, in its error, of the record that is there already.
    const reading = this.reading(model, kinds);
    const audience = this.audience(model.operations[operation]);
    if (isOpen(access, kinds) && !fields && !reading && !audience) return undefined;
    return { access, ...(fields && { fields }), ...(reading && operation !== 'create' && { reading }), ...(audience && { audience }) };
  }

  /** Pages of a model's records, whichever field lists them. */
  public read(model: Model): GuardedReadConfiguration | undefined {
    const leading = this.dataModel.models.filter(({ relationships, manyToMany }) => relationships.some(({ related }) => related === model) || manyToMany.some(({ related, through }) => related === model || through === model));
    const kinds = [...this.kindsOf(model, 'list'), ...leading.flatMap((other) => [...other.relationships, ...other.manyToMany].flatMap((member) => this.followers(member)))];
    const access = this.accessOf(model, 'list');
    const fields = this.fields(model, 'get', kinds);
    return isOpen(access, kinds) && !fields ? undefined : { access, ...(fields && { fields }) };
  }

  public subscription(model: Model, operation: OperationName): SubscriptionConfiguration | undefined {
    const kinds = this.kindsOf(model, operation);
    const access = this.accessOf(model, 'listen');
    const fields = this.fields(model, 'get', kinds);
    // An argument that names an owner is one of the subscription's, also for who may hear of everything.
    const hasOwners = rulesAbout(model.authorization, 'listen').some(({ allow }) => allow === 'owner');
    return isOpen(access, kinds) && !fields && !hasOwners ? undefined : { access, ...(fields && { fields }) };
  }

  /** A relationship with one record, or one whose records are no page of their model's own. */
  public relationship(relationship: Relationship | ManyToMany): GuardedRelationshipConfiguration | undefined {
    const access = this.relatedAccess(relationship);
    const field = this.field(relationship);
    return isOpen(access, this.followers(relationship)) && !field ? undefined : { access, ...field };
  }

  /** A relationship with a page, which its function guards. */
  public hasMany(relationship: Relationship): GuardedFieldConfiguration | undefined {
    return this.field(relationship);
  }

  /** A field with a value of its own. */
  public value(model: Model, field: Field): GuardedFieldConfiguration | undefined {
    const own = this.ownAccess(field);
    if (!own) return undefined;
    const hides = this.hiddenFrom(model, field);
    return isOpen(own, kindsOf(modesOfMember(model, field, this.dataModel))) && hides.length === 0 ? undefined : { own, ...(hides.length > 0 && { hides }) };
  }

  /** An operation that is no model's. */
  public custom(operation: CustomOperation): GuardedPipelineConfiguration | undefined {
    const { authorization, root, name, result } = operation;
    const access = accessOf(authorization, this.modes);
    const isGuarded = !isOpen(access, kindsOf(modesOfCustomOperation(operation, this.dataModel)));
    const audience = root === 'Mutation' && result.type.kind === 'model' ? this.audience(name) : undefined;
    return isGuarded || audience ? { ...(isGuarded && { access }), ...(audience && { audience }) } : undefined;
  }

  private get modes(): DataModel['authorizationModes'] {
    return this.dataModel.authorizationModes;
  }

  private field(member: Relationship | ManyToMany): GuardedFieldConfiguration | undefined {
    const own = this.ownAccess(member);
    const hides = this.hiddenFrom(member.model, member);
    const isGuarded = own && !isOpen(own, this.followers(member));
    // What a mutation leads on to has to be told of who hears of it, as far as anything is kept from them.
    if (!isGuarded && this.kept.size === 0) return undefined;
    return { ...(isGuarded && { own }), ...(hides.length > 0 && { hides }) };
  }

  private kindsOf(model: Model, operation: OperationName): CallerKind[] {
    return kindsOf(modesOfOperation(model, operation, this.dataModel));
  }

  /** Who may come to a relationship as far as directives say: whoever gets at the record, and whom its own rules name. */
  private followers(member: Relationship | ManyToMany): CallerKind[] {
    return kindsOf([...new Set([...modesOfType(member.model, this.dataModel), ...modesOfMember(member.model, member, this.dataModel)])]);
  }

  private accessOf({ authorization }: Model, operation: AccessOperation): AccessConfiguration {
    return accessOf(rulesAbout(authorization, operation), this.modes, { keepsOwners: operation === 'create' });
  }

  /** Who may read what a relationship leads to. */
  private relatedAccess({ kind, related }: Relationship | ManyToMany): AccessConfiguration {
    return this.accessOf(related, kind === 'hasMany' || kind === 'manyToMany' ? 'list' : 'get');
  }

  private ownAccess({ authorization }: { readonly authorization?: readonly AuthorizationRule[] }): AccessConfiguration | undefined {
    return authorization && accessOf(rulesAbout(authorization, 'get'), this.modes);
  }

  /** The fields that have rules of their own which do not let everyone do this. */
  private fields({ fields }: Model, operation: AccessOperation, kinds: readonly CallerKind[]): FieldAccess | undefined {
    const guarded = fields.flatMap(({ name, authorization }): [string, AccessConfiguration][] => {
      const access = authorization && accessOf(rulesAbout(authorization, operation), this.modes);
      return access && !isOpen(access, kinds) ? [[name, access]] : [];
    });
    return guarded.length > 0 ? Object.fromEntries(guarded) : undefined;
  }

  private reading(model: Model, kinds: readonly CallerKind[]): GuardedMutationConfiguration['reading'] {
    const access = this.accessOf(model, 'get');
    const fields = this.fields(model, 'get', kinds);
    return isOpen(access, kinds) && !fields ? undefined : { access, ...(fields && { fields }) };
  }

  /** Who hears of a mutation, where something has to be kept from some of them. */
  private audience(mutation: string): Audience | undefined {
    const audience = this.audiences.get(mutation) ?? [];
    return audience.some((one) => this.kept.has(one) || this.kept.has(beyond(one))) ? audience : undefined;
  }

  /** The listeners that a member has to be kept from. */
  private hiddenFrom(model: Model, member: Model['members'][number]): Audience {
    const own = this.ownAccess(member);
    const showings: Showing[] = [
      ...(own ? [{ access: own, about: model.name }] : []),
      ...(member.kind === 'value' ? [] : [{ access: this.relatedAccess(member) }]),
      ...(member.kind === 'manyToMany' ? [{ access: this.accessOf(member.through, 'list') }] : []),
    ];
    return keptFrom(showings, this.listeners.filter((one) => (recordsOf(one)?.model ?? model.name) === model.name));
  }
}
