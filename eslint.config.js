import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noDate = {
  selector: "NewExpression[callee.name='Date'], MemberExpression[object.name='Date']",
  message: 'Days are ISO strings in the model: use model/dates.ts.',
};
const noInlineStyle = {
  selector: "JSXAttribute[name.name='style']",
  message: 'The content security policy refuses inline styles: use a class and src/styles/.',
};
const noInlineScript = {
  selector: "JSXAttribute[name.type='JSXNamespacedName'][name.namespace.name='is'][name.name.name='inline']",
  message: 'The content security policy refuses inline scripts: let Astro bundle it.',
};

export default defineConfig(
  globalIgnores(['dist/', 'dist-hosts/', '.cache/', '.astro/', 'renderer/', 'coverage/', 'content/', 'test/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-undef': 'off', // TypeScript knows better, in JavaScript too (checkJs)
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } }],
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off', // a command or a check is asynchronous by its interface
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['src/model/**'], ignores: ['src/model/dates.ts'], rules: { 'no-restricted-syntax': ['error', noDate] } },

  // Tables and tests are as long as what they list.
  { files: ['src/i18n/**', 'src/model/provisions/**', 'test/**', 'bench/**'], rules: { 'max-lines': 'off' } },
  // Where the reader of the output is a person at a terminal.
  { files: ['src/cli/**', 'test/**', 'bench/**', 'docs/**'], rules: { 'no-console': 'off' } },
  // Tools that ask for a default export.
  { files: ['**/*.config.*', '**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },
  // Tests look into JSON and pages, whose shape is what they test.
  {
    files: ['test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  // Types in .astro are checked by `astro check`.
  astro.configs.recommended,
  {
    files: ['**/*.astro', '**/*.astro/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'astro/no-set-html-directive': 'error',
      'no-restricted-exports': 'off',
      'no-restricted-syntax': ['error', noInlineStyle, noInlineScript],
    },
  },
);
