import { type Template } from '../local/template/template';

/** What is known of a deployed stack. */
export interface StackSource {
  readonly name: string;
  /** What it was deployed from. */
  readonly template: Template;
  /** The values of its outputs, by their logical ids. */
  readonly values: Readonly<Record<string, string>>;
  /** What should be known about the values. */
  readonly notice?: string;
}
