const path = require('node:path');

/** The data flows one way: each folder of lib/ may import from these others, and from no more. */
const flow = {
  schema: [],
  model: ['schema'],
  graphql: ['model'],
  plan: ['model'],
  outputs: ['model'],
  construct: ['schema', 'model', 'graphql', 'plan', 'outputs'],
  local: [],
  // Outputs that are read back from a template are lengthened by what shortened them.
  cli: ['local', 'outputs'],
};

const library = path.join(__dirname, '..', 'lib');
const isCdk = (source) => /^(aws-cdk-lib|constructs)(\/|$)/.test(source);

/** Lint rule: an import in lib/ follows the data flow, and only lib/construct knows the CDK. */
module.exports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const folder = path.relative(library, context.filename).split(path.sep)[0];
    const allowed = flow[folder];
    if (!allowed) return {};

    const check = (node) => {
      // `require()` has its source as the argument of a call.
      const source = (node.source ?? node.arguments?.[0])?.value;
      if (typeof source !== 'string') return;
      const typesOnly = node.importKind === 'type' || node.specifiers?.every((specifier) => specifier.importKind === 'type');
      if (isCdk(source) && folder !== 'construct' && !(folder === 'local' && typesOnly)) {
        context.report({ node, message: `only lib/construct imports ${source}` });
      }
      if (!source.startsWith('.')) return;
      const target = path.relative(library, path.resolve(path.dirname(context.filename), source)).split(path.sep)[0];
      if (target !== folder && !allowed.includes(target)) {
        context.report({ node, message: `lib/${folder} imports from ${allowed.map((name) => `lib/${name}`).join(', ') || 'itself'} only, not from ${target}` });
      }
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check, 'CallExpression[callee.name="require"]': check };
  },
};
