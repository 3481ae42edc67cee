import nx from '@nx/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may know whom (the rooms of the architecture), by the tags in each package.json. */
const rooms = [
  { sourceTag: 'scope:server', onlyDependOnLibsWithTags: ['scope:server', 'scope:shared'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:e2e', 'scope:shared'] },
];

const kinds = {
  'type:flow': ['type:domain', 'type:ledger', 'type:platform', 'type:shared'],
  'type:domain': ['type:domain', 'type:ledger', 'type:platform', 'type:shared'],
  'type:ledger': ['type:platform', 'type:shared'],
  'type:platform': ['type:shared'],
  'type:testing': ['type:domain', 'type:ledger', 'type:platform', 'type:shared'],
  'type:web': ['type:web', 'type:shared'],
  'type:shared': ['type:shared'],
  'type:app': ['type:flow', 'type:domain', 'type:ledger', 'type:platform', 'type:web', 'type:shared'],
};

/** @param {string[]} extraTags what these files may import besides */
function moduleBoundaries(...extraTags) {
  const depConstraints = [
    ...rooms,
    ...Object.entries(kinds).map(([sourceTag, tags]) => ({
      sourceTag,
      onlyDependOnLibsWithTags: [...tags, ...extraTags],
    })),
  ];
  // The builders for specs know the libs, and the specs of those libs know the builders.
  const ignoredCircularDependencies = [['@kantinekortet/testing', '*']];
  const options = {
    depConstraints,
    ignoredCircularDependencies,
    allow: ['../../tools/browser.ts'],
    enforceBuildableLibDependency: false,
  };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.kantinekortet/', '**/src/generated/', '**/src/locales/*.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      // Without these two no-cycle looks into no TypeScript file, and finds nothing, silently.
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      ...moduleBoundaries(),
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-console': 'error',
      // A Nest module is a class with nothing in it but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Entities and DTOs are data without behaviour: a spread loses nothing.
      '@typescript-eslint/no-misused-spread': 'off',
      // A response class describes a shape for OpenAPI; nothing ever asks whether an answer is an instance of it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['apps/{parent-portal,admin-office,canteen-checkout}/**/*.{ts,tsx}', 'libs/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: moduleBoundaries('type:testing'),
  },
  {
    // Whoever starts these reads what they print.
    files: [
      'tools/**/*.{ts,mjs}',
      'apps/api/src/{main,migrate,admin,ledger-verify,openapi}.ts',
      'apps/api/src/demo/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.config.ts', 'tools/jest/*.ts', 'apps/e2e/**/*.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
);
