/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] },
  moduleNameMapper: {
    '^cdk-appsync-data$': '<rootDir>/lib/index.ts',
    '^cdk-appsync-data/(\\w+)$': '<rootDir>/lib/$1/index.ts',
  },
  // CDK's own template validation takes seconds; the suite about it switches it on.
  setupFiles: ['<rootDir>/test/setup.ts'],
  // All cores: a worker waits for engines and compilers of its own, and the suites share nothing.
  maxWorkers: '100%',
  testTimeout: 180_000,
};
