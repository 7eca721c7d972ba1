import { consoleFunctions } from './console';
import { dynamodbModule } from './dynamodb/module';
import { extensions } from './extensions';
import { type FunctionGroup } from './function-group';
import { runtime } from './runtime';
import { replacements } from './util/java-pattern';
import { util } from './util/util';

/** A function that the code in the sandbox can call: takes and returns plain JSON values. */
type HostFunction = (...values: unknown[]) => unknown;

/** All functions that the sandbox may call, by their path: `util.time.nowISO8601`. */
export const hostFunctions: ReadonlyMap<string, HostFunction> = new Map(flatten({
  util, extensions, runtime, dynamodb: dynamodbModule, console: consoleFunctions, string: replacements,
}));

function flatten(group: FunctionGroup, prefix = ''): [string, HostFunction][] {
  return Object.entries(group).flatMap(([name, member]) =>
    typeof member === 'function' ? [[prefix + name, member as HostFunction]] : flatten(member, `${prefix}${name}.`));
}
