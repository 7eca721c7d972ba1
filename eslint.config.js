const tseslint = require('typescript-eslint');
const dataFlow = require('./eslint-rules/data-flow');

module.exports = tseslint.config(
  { ignores: ['dist/', 'cdk.out/', 'node_modules/', '**/*.snapshot/'] },
  tseslint.configs.recommended,
  {
    plugins: { project: { rules: { 'data-flow': dataFlow } } },
    rules: {
      'project/data-flow': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'eqeqeq': ['error', 'smart'],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  // The types of the schema match builders whatever some of their parameters are, and are what the clients' types are.
  { files: ['lib/schema/**'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
