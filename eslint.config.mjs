import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      'kernels/',
      'dist/',
      'out/',
      'node_modules/',
      'train/node_modules/',
      '.vscode-test/',
      '**/*.mjs',
      '**/*.cjs'
    ]
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error'
    }
  },
  {
    // The fences by import are in .dependency-cruiser.cjs; what the compiler's `lib` cannot see is here.
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['src/cli/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require'] }
  },
  {
    // What VS Code shows goes through `l10n.t`: a literal of letters would stay in English. Our own `l10n` writes numbers, too.
    files: [
      'src/{codebook,commands,comparison,editor,overview,quotesPanel,reading,sidebar,study,webviewHost,workspace}/**/*.ts',
      'src/extension.ts'
    ],
    ignores: ['src/workspace/l10n.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'vscode', importNames: ['l10n'], message: 'Import it from src/workspace/l10n: it writes numbers.' }
          ]
        }
      ],
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.property.name=/^(show\\w+Message|setStatusBarMessage)$/] > Literal.arguments[value=/[a-z]{2}/i]',
          'CallExpression[callee.property.name=/^(show\\w+Message|setStatusBarMessage)$/] > TemplateLiteral.arguments:has(TemplateElement[value.raw=/[a-z]{2} /i])',
          'Property[key.name=/^(title|placeHolder|prompt|tooltip|detail|openLabel|saveLabel|validationMessage)$/] > Literal.value[value=/[a-z]{2}/i]',
          'AssignmentExpression[left.property.name=/^(title|placeholder|prompt|tooltip|message)$/] > Literal.right[value=/[a-z]{2}/i]'
        ].map((selector) => ({ selector, message: 'A user reads it: translate it with l10n.t.' }))
      ]
    }
  },
  { files: ['test/**/*.ts', 'train/**/*.ts', 'src/cli/**/*.ts', 'build/**/*.ts'], rules: { 'no-console': 'off' } }
)
