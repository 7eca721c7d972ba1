import { type AnyRelationship } from '../field-names';
import { type ManyToMany } from '../many-to-many';
import { type Model } from '../model';
import { type Relationship } from '../relationship';
import { type FieldValue } from './field-value';
import { type ImpliedFields } from './record';
import { type RuleFields } from './rule-fields';

/** How many relationships a path of a selection set may lead through. */
export type SelectionSetDepth = 0 | 1 | 2 | 3 | 4 | 5;

interface Less { 0: 0; 1: 0; 2: 1; 3: 2; 4: 3; 5: 4 }

/** A record with its related records in place: the client reads the paths of selection sets from it. */
export type FlatModel<Types, Fields, Identifier, Rules, Depth extends SelectionSetDepth> = {
  [Name in keyof FlatFields<Types, Fields, Identifier, Rules, Depth>]: FlatFields<Types, Fields, Identifier, Rules, Depth>[Name];
};

type FlatFields<Types, Fields, Identifier, Rules, Depth extends SelectionSetDepth> =
  & { [Name in keyof Fields as Fields[Name] extends AnyRelationship ? never : Name]: FieldValue<Types, Fields[Name]> }
  & ImpliedFields<Fields, Identifier>
  & RuleFields<Rules, Fields>
  & (Depth extends 0 ? unknown : { [Name in keyof Fields as Fields[Name] extends AnyRelationship ? Name : never]: FlatRelated<Types, Fields[Name], Less[Depth]> });

type FlatRelated<Types, Field, Depth extends SelectionSetDepth> =
  Field extends Relationship<infer Kind, infer Related, readonly string[]>
    ? Kind extends 'hasMany' ? FlatNamed<Types, Related, Depth>[] : FlatNamed<Types, Related, Depth>
    : Field extends ManyToMany<infer Related, string> ? FlatNamed<Types, Related, Depth>[] : never;

type FlatNamed<Types, Name, Depth extends SelectionSetDepth> =
  Name extends keyof Types ? Types[Name] extends Model<infer Fields, infer Identifier, any, any, infer Rules> ? FlatModel<Types, Fields, Identifier, Rules, Depth> : never : never;
