import { type DataModel, type ManyToMany, type Model, type Relationship } from '../model';
import { accessOf, kindsOf, rulesAbout, rulesFor } from './callers';
import { type AccessConfiguration, type CallerKind, type CallerRule } from './configuration';

/** A relationship that some can see who may not read what it leads to. */
export interface WiderParent {
  readonly model: string;
  readonly field: string;
  readonly related: string;
  /** Those of them, in words. */
  readonly callers: readonly string[];
}

const words: Readonly<Record<CallerKind, string>> = {
  'API Key Authorization': 'holders of the API key',
  'User Pool Authorization': 'users of the user pool',
  'Open ID Connect Authorization': 'users of the OpenID Connect provider',
  'Lambda Authorization': 'whom the Lambda authorizer lets in',
  'IAM Authorization': 'principals of IAM',
  'authenticated': 'signed-in users of the identity pool',
  'unauthenticated': 'guests of the identity pool',
};

/** The relationships with children whose parent can be read by more people than they can. */
export function widerParents({ models, authorizationModes: modes }: DataModel): WiderParent[] {
  const readable = (model: Model, operation: 'get' | 'list'): AccessConfiguration => accessOf(rulesAbout(model.authorization, operation), modes);
  return models.flatMap((model) => [...model.relationships.filter(({ kind }) => kind !== 'belongsTo'), ...model.manyToMany].flatMap((member: Relationship | ManyToMany): WiderParent[] => {
    const { name, related, kind, authorization } = member;
    const children = readable(related, kind === 'hasOne' ? 'get' : 'list');
    // A field that says itself who may follow it has been thought about.
    const parents = authorization ? [accessOf(rulesAbout(authorization, 'get'), modes)] : [readable(model, 'get'), readable(model, 'list')];
    const wider = kindsOf(modes).filter((one) => parents.some((parent) => !covers(rulesFor(children, one), rulesFor(parent, one))));
    return wider.length > 0 ? [{ model: model.name, field: name, related: related.name, callers: wider.map((one) => words[one]) }] : [];
  }));
}

/** Whether for each way to read the one there is one to read the other; of rules about records any will do. */
function covers(rules: readonly CallerRule[], others: readonly CallerRule[]): boolean {
  const isForAll = rules.some(({ groups, field }) => !groups && !field);
  return isForAll || others.every(({ groups, field, claim }) => {
    if (!groups) return field !== undefined && rules.some((rule) => rule.field);
    return groups.every((group) => rules.some((rule) => rule.claim === claim && rule.groups?.includes(group)));
  });
}
