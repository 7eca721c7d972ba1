import { type NamedField } from '../ruled-types';

/**
 * The fields that the API adds to a model for its rules: those that name owners or groups and are not declared. Clients read them, and
 * write none of them.
 */
export type RuleFields<Rules, Fields> = unknown extends Rules ? unknown :
  & { readonly [Name in Exclude<NamedField<Rules, false>, keyof Fields>]?: string | null | undefined }
  & { readonly [Name in Exclude<NamedField<Rules, true>, keyof Fields>]?: string[] | null | undefined };
