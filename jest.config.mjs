/** Tests run on ES modules; `npm test` adds --experimental-vm-modules. */
const shared = {
  rootDir: '.',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  // What a path without an ending is looked up as, in this order: nearly all are ours.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^#contract/(.*)$': '<rootDir>/libs/$1/contract.ts',
    '^#rules/(.*)$': '<rootDir>/libs/$1/rules.ts',
    // pdfkit has names of its own that begin alike.
    '^#(?!(?:fs|zlib|stream)$|standard-fonts/)(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/pds/'],
};

export default {
  // Nothing is measured by a test: the limit only ends what hangs, on however slow a machine.
  testTimeout: 400_000,
  testSequencer: '<rootDir>/tests/setup/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/libs/**/*.spec.ts',
        '<rootDir>/apps/**/*.spec.ts',
        '<rootDir>/apps/**/*.spec.tsx',
        '<rootDir>/tests/eval/**/*.spec.ts',
        '<rootDir>/tests/day/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['\\.db\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'database',
      testMatch: [
        '<rootDir>/libs/**/*.db.spec.ts',
        '<rootDir>/apps/**/*.db.spec.ts',
        '<rootDir>/tests/integration/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'pds',
      testMatch: ['<rootDir>/tests/pds/**/*.spec.ts'],
    },
  ],
};
