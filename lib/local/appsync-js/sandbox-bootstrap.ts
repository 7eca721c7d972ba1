/**
 * Runs inside the sandbox, in strict mode, as `bootstrap(bridge, names)`: builds `util` and its kin, takes away what APPSYNC_JS
 * does not have, and returns what the host needs. Only text crosses between the two sides: an object of the host would lead
 * the code to the host's own constructors.
 *
 * What stays is what AWS documents (Supported runtime features of the APPSYNC_JS runtime), less what AWS's own lint rules deny.
 */
export const sandboxBootstrap = `(function (bridge, names) {
  'use strict';
  const { parse, stringify } = JSON;
  const { apply, deleteProperty } = Reflect;
  const { defineProperty, freeze, seal, getOwnPropertyNames, values } = Object;
  const MisuseError = TypeError;
  const scope = globalThis;

  // Thrown where the host has ended the handler; the host knows why.
  const ended = freeze({});
  const hostFunction = (name) => (...args) => {
    const answer = bridge(name, stringify(args));
    if (answer === null) throw ended;
    return answer === '' ? undefined : parse(answer);
  };
  const host = {};
  for (const name of names) {
    const path = name.split('.');
    const last = path.pop();
    let group = host;
    for (const part of path) group = group[part] ??= {};
    group[last] = hostFunction(name);
  }

  const pick = (object, ...keys) => {
    const picked = {};
    for (const key of keys) picked[key] = object[key];
    return picked;
  };
  const globals = {
    Object: pick(Object, 'assign', 'entries', 'hasOwn', 'keys', 'values'),
    Array: pick(Array, 'isArray'),
    String: pick(String, 'raw'),
    Number: pick(Number, 'isFinite', 'isNaN'),
    Math: pick(Math, 'ceil', 'floor', 'max', 'min', 'random', 'round'),
    JSON: {
      parse: (text) => {
        try {
          return parse(text);
        } catch {
          return '';
        }
      },
      stringify,
    },
    console: host.console,
    util: host.util,
    extensions: host.extensions,
    runtime: host.runtime,
  };

  const remove = (object, ...keys) => {
    for (const key of keys) deleteProperty(object, key);
  };
  remove(Function.prototype, 'apply', 'bind', 'call');
  remove(Array.prototype, 'copyWithin', 'entries', 'keys', 'values', 'toLocaleString');
  remove(String.prototype, 'charCodeAt', 'codePointAt', 'localeCompare', 'match', 'matchAll', 'normalize', 'padEnd', 'padStart', 'repeat', 'search',
    'toLocaleLowerCase', 'toLocaleUpperCase');
  const { sort } = Array.prototype;
  Array.prototype.sort = function (...args) {
    if (args.length > 0) throw new MisuseError('sort takes no comparator in APPSYNC_JS');
    return apply(sort, this, []);
  };
  String.prototype.replace = function (pattern, replacement) {
    return host.string.replace(this, pattern, replacement);
  };
  String.prototype.replaceAll = function (pattern, replacement) {
    return host.string.replaceAll(this, pattern, replacement);
  };

  // Shared by all resolvers, so nothing that they could change may stay. Object.prototype is not frozen: an object could not have
  // a key named as one of its properties, such as 'constructor', assigned any more.
  const freezeAll = (object) => {
    for (const value of values(object)) if (typeof value === 'object') freezeAll(value);
    freeze(object);
  };
  freezeAll(globals);
  freezeAll(host);
  for (const { prototype } of [Array, String, Number, Boolean, Function, Error]) freeze(prototype);
  seal(Object.prototype);
  remove(scope, ...getOwnPropertyNames(scope));
  for (const name of getOwnPropertyNames(globals)) scope[name] = globals[name];

  // Most handlers ask for none of these parts, and reading all of them would be most of what a call costs.
  const readWhenAsked = (object, name, text) => {
    const set = (value) => defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
    defineProperty(object, name, { get: () => set(parse(text))[name], set, configurable: true, enumerable: true });
  };

  const invoke = (handler, contextText, stashText, requestText, infoText, envText) => {
    const context = parse(contextText);
    readWhenAsked(context, 'request', requestText);
    readWhenAsked(context, 'info', infoText);
    readWhenAsked(context, 'env', envText);
    context.args = context.arguments;
    context.stash = parse(stashText);
    let value;
    let failure;
    try {
      value = stringify(handler(context));
    } catch (thrown) {
      if (thrown !== ended) failure = \`\${thrown?.message ?? thrown}\`;
    }
    const stash = stringify(context.stash ?? {});
    return [value, stash === stashText ? undefined : stash, failure];
  };
  return { invoke, utils: pick(host, 'util', 'extensions', 'runtime'), dynamodb: host.dynamodb };
})`;
