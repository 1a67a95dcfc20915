import js from '@eslint/js'
import accessibility from 'eslint-plugin-jsx-a11y'
import react from 'eslint-plugin-react'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What stands in the code is for people to read elsewhere: `app/i18n`. Signs between words are not words. */
const signs = [
  ' ',
  '·',
  ' · ',
  ':',
  ': ',
  '/',
  ' / ',
  ',',
  ', ',
  '.',
  '–',
  ' – ',
  '—',
  '-',
  '(',
  ')',
  '%',
  '×',
  '+',
  '*',
  '→',
  '←',
  '…',
  '|',
  '•',
  '✓',
  '✗',
  '▸',
  '▾',
  '●',
  '○',
  '☰',
]

const transactions = {
  selector: "CallExpression[callee.property.name='transaction']",
  message: 'It does not roll back on SQLite. Write through transaction(work) of #db.',
}
const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument, or now() of #platform/clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'Time is an argument, or now() of #platform/clock.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is an argument, or comes from node:crypto.',
  },
]
const letters = '/[A-Za-zÀ-ỹ]/'
const inside = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer'
const choice = ':matches(ConditionalExpression, LogicalExpression)'
const shownText = `:matches(Literal[value=${letters}], TemplateLiteral:has(> TemplateElement[value.raw=${letters}]))`
const words = [
  `JSXAttribute[name.name=/^(aria-label|aria-description|title|alt|placeholder|label|hint)$/] > Literal[value=${letters}]`,
  `${inside} > ${shownText}`,
  `${inside} > ${choice} > ${shownText}`,
].map((selector) => ({ selector, message: 'Words shown to people come from #i18n.' }))
const environment = {
  object: 'process',
  property: 'env',
  message: 'The configuration is read once, in app/platform/config.',
}
const environmentImport = { name: 'node:process', message: environment.message }
const drivers = {
  group: ['drizzle-orm/*', 'better-sqlite3', 'pg', '@electric-sql/*'],
  message: 'Columns and connections come from #dialect.',
}

export default defineConfig(
  { ignores: ['build/', 'data/', 'coverage/', '.cache/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off',
      // Where control characters are named, they are being taken out.
      'no-control-regex': 'off',
      'no-console': 'error',
      'no-restricted-syntax': ['error', transactions, ...clock],
      'no-restricted-properties': ['error', environment],
      'no-restricted-imports': ['error', { paths: [environmentImport], patterns: [drivers] }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Remix is told of an answer by throwing it.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', name: 'TypedResponse', package: '@remix-run/server-runtime' },
          ],
        },
      ],
      // Stores and handlers are asynchronous by their type, whether or not they wait on this database.
      '@typescript-eslint/require-await': 'off',
      // Text is walked by its code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'primaryKey', package: 'drizzle-orm' }] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [react.configs.flat['jsx-runtime'], accessibility.flatConfigs.recommended],
    settings: { react: { version: '18.3' } },
    rules: {
      'react/jsx-key': 'error',
      'react/jsx-no-literals': ['error', { allowedStrings: signs }],
      'react/no-danger': 'error',
      // A table wider than the screen is scrolled by keyboard, too.
      // The summary of what is wrong with a form takes the focus, also without script.
      'jsx-a11y/no-autofocus': 'off',
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
      'no-restricted-syntax': ['error', transactions, ...clock, ...words],
    },
  },
  {
    files: ['app/platform/config/**', 'scripts/**', 'tests/**', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': ['error', { patterns: [drivers] }] },
  },
  {
    files: ['app/platform/clock/**', 'scripts/**', 'tests/**', '**/*.test.ts', '**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', transactions] },
  },
  {
    files: ['db/transaction.ts', 'db/dialect/**', 'db/migrate.ts', 'search/**', 'tests/bench/search/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['db/transaction.ts', 'search/sqlite/**'], rules: { 'no-restricted-syntax': ['error', ...clock] } },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    // What JSON.parse gives is typed in JSDoc, which these rules do not see; tsc checks it.
    files: ['scripts/**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['*.js', '.*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
)
