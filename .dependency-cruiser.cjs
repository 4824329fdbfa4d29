/** Who may import whom: apps → libs/<domain> → libs/platform; the picture in the documentation stays true. */
const TESTS = '\\.(spec|fixture)\\.tsx?$|^tests/';
const DOMAIN = '^libs/(?!platform/)([^/]+)/';
const DOORS = '^libs/[^/]+/(index|contract|rules|contract-[a-z-]+)\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'libs-know-no-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: TESTS },
      to: { path: '^libs/(?!platform/)' },
    },
    {
      name: 'domains-only-through-the-door',
      comment: 'another domain is used through its index.ts, contract.ts or rules.ts',
      severity: 'error',
      from: { path: DOMAIN, pathNot: TESTS },
      to: { path: '^libs/(?!platform/)', pathNot: [DOORS, '^libs/$1/'] },
    },
    {
      name: 'apps-only-through-the-door',
      severity: 'error',
      from: { path: '^apps/', pathNot: TESTS },
      to: { path: '^libs/(?!platform/)', pathNot: DOORS },
    },
    {
      name: 'apps-apart',
      comment: 'only the standalone app puts the other two together',
      severity: 'error',
      from: { path: '^apps/(?!standalone/)([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'contracts-are-plain',
      comment: 'a contract is read by the console too: zod, other contracts, rules',
      severity: 'error',
      from: { path: '^libs/(?!platform/)[^/]+/contract\\.ts$' },
      to: {
        pathNot: [
          '^libs/[^/]+/(contract|rules|contract-[a-z-]+)\\.ts$',
          '^libs/platform/contract/',
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules run in a browser and in a test without anything: no framework, no database, no Node.js',
      severity: 'error',
      from: { path: '^libs/(?!platform/)[^/]+/(contract|rules)\\.ts$' },
      to: {
        path: [
          '^node_modules/(@nestjs|typeorm|pg|express|bullmq|graphile-worker|undici)/',
          '^(node:)?(fs|path|crypto|net|http|child_process|os|stream|url)$',
        ],
        reachable: true,
      },
    },
    {
      name: 'console-knows-contracts-and-rules',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: TESTS },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/[^/]+/(contract|rules)\\.ts$',
          '^libs/platform/(contract|typography)/index\\.ts$',
          '^libs/platform/live/live-event\\.ts$',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
