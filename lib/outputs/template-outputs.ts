import { type AmplifyOutputs } from './amplify-outputs';
import { shareValues, unshareValues } from './shared-values';

/** The key in the metadata of an API's schema, in the template, under which its outputs stand, for the command line to read them back. */
export const OUTPUTS_METADATA = 'cdk-appsync-data:outputs';

/** Changes when an older version could not read what a newer one writes. */
const FORMAT = 1;

/** The outputs as text for the template, where there is 1 MB for everything: short. */
export function outputsToTemplate(outputs: object): string {
  return JSON.stringify({ format: FORMAT, values: shareValues(JSON.parse(JSON.stringify(outputs))) });
}

/**
 * The outputs that {@link outputsToTemplate} gave a text of. What only a deployment knows stands in them as in the template.
 * @throws Error for a format that this version does not know
 */
export function outputsFromTemplate(text: string): AmplifyOutputs {
  const { format, values } = JSON.parse(text);
  if (format !== FORMAT) throw new Error(`the outputs in the template are of format ${format}, and this version of cdk-appsync-data reads format ${FORMAT}: update it`);
  return unshareValues(values) as unknown as AmplifyOutputs;
}
