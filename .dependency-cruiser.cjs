// The fences of ARCHITECTURE.md: who may import whom. `npm run lint` runs them.
const core = '^src/(article|analysis|corpus|annotations|encoder|exchange|assistants|protocol|worker)/'
const host =
  '^src/(extension\\.ts$|editor/|sidebar/|quotesPanel/|overview/|reading/|study/|webviewHost/|commands/|comparison/|codebook/|languageTools/|workspace/)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: core },
      to: { path: '^vscode$|node_modules/@types/vscode' }
    },
    { name: 'core-knows-no-node', severity: 'error', from: { path: core }, to: { dependencyTypes: ['core'] } },
    { name: 'host-knows-no-node', severity: 'error', from: { path: host }, to: { dependencyTypes: ['core'] } },
    {
      name: 'cli-knows-no-vscode',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^vscode$|node_modules/@types/vscode' }
    },
    {
      name: 'article-is-the-ground',
      severity: 'error',
      from: { path: '^src/article/' },
      to: { path: '^src/', pathNot: '^src/(article|util)/' }
    },
    {
      name: 'analysis-reads-articles',
      severity: 'error',
      from: { path: '^src/analysis/' },
      to: { path: '^src/', pathNot: '^src/(analysis|encoder|article|util)/' }
    },
    {
      name: 'analysis-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/analysis/' },
      to: { path: '^src/analysis/', pathNot: '^src/analysis/index\\.ts$' }
    },
    {
      name: 'article-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/article/' },
      to: { path: '^src/article/', pathNot: '^src/article/index\\.ts$' }
    },
    {
      name: 'corpus-reads-both',
      severity: 'error',
      from: { path: '^src/corpus/' },
      to: { path: '^src/', pathNot: '^src/(corpus|analysis|article|util)/' }
    },
    {
      name: 'encoder-knows-no-article',
      comment: 'Texts in, probabilities out: what they mean for an article is said in analysis.',
      severity: 'error',
      from: { path: '^src/encoder/' },
      to: { path: '^src/', pathNot: '^src/(encoder|util)/' }
    },
    {
      name: 'encoder-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/encoder/' },
      to: { path: '^src/encoder/', pathNot: '^src/encoder/index\\.ts$' }
    },
    {
      name: 'exchange-reads-all-four',
      severity: 'error',
      from: { path: '^src/exchange/' },
      to: { path: '^src/', pathNot: '^src/(exchange|annotations|corpus|analysis|article|util)/' }
    },
    {
      name: 'exchange-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/exchange/' },
      to: { path: '^src/exchange/', pathNot: '^src/exchange/index\\.ts$' }
    },
    {
      name: 'annotations-read-all-three',
      severity: 'error',
      from: { path: '^src/annotations/' },
      to: { path: '^src/', pathNot: '^src/(annotations|corpus|analysis|article|util)/' }
    },
    {
      name: 'assistants-ask-the-core',
      severity: 'error',
      from: { path: '^src/assistants/' },
      to: { path: '^src/', pathNot: '^src/(assistants|exchange|annotations|corpus|analysis|article|util)/' }
    },
    {
      name: 'codebook-shows-annotations',
      severity: 'error',
      from: { path: '^src/codebook/' },
      to: { path: '^src/', pathNot: '^src/(codebook|editor|workspace|annotations|analysis|article|util)/' }
    },
    {
      name: 'codebook-serves-commands',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(codebook/|commands/|extension\\.ts$)' },
      to: { path: '^src/codebook/' }
    },
    {
      name: 'study-knows-no-surface',
      comment: 'What sidebar, quotes panel and overview share of a folder.',
      severity: 'error',
      from: { path: '^src/study/' },
      to: { path: '^src/', pathNot: '^src/(study|workspace|annotations|corpus|analysis|article|util|protocol/common)/' }
    },
    {
      name: 'surfaces-share-by-the-study',
      severity: 'error',
      from: { path: '^src/(sidebar|quotesPanel|overview|reading)/' },
      to: { path: '^src/(sidebar|quotesPanel|overview|reading)/', pathNot: '^src/$1/' }
    },
    {
      name: 'surfaces-know-no-editor',
      comment: 'The reading view shows what the editor highlights, and takes from it what that is.',
      severity: 'error',
      from: { path: '^src/(sidebar|quotesPanel|overview|reading)/' },
      to: {
        path: '^src/editor/',
        pathNot: '^src/editor/(namedTokens|quoteDecorations|decidedSpans)\\.ts$'
      }
    },
    {
      name: 'webview-host-knows-no-page',
      severity: 'error',
      from: { path: '^src/webviewHost/' },
      to: { path: '^src/', pathNot: '^src/(webviewHost|protocol/common|util)/' }
    },
    {
      name: 'webview-knows-the-protocol-and-util',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/(webview|protocol|util)/' }
    },
    {
      name: 'webview-pages-share-by-the-shared-room',
      comment:
        'Pages (src/webview/sidebar and those to come) do not know each other, and what they share knows none of them.',
      severity: 'error',
      from: { path: '^src/webview/([^/]+)/' },
      to: { path: '^src/webview/', pathNot: '^src/webview/(shared|$1)/' }
    },
    {
      name: 'webview-imports-types-of-the-schema',
      comment: 'valibot, which checks messages, belongs to the host alone.',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: {
        path: '^src/protocol/[^/]+/(webviewMessages|schema)\\.ts$|node_modules/valibot',
        dependencyTypesNot: ['type-only']
      }
    },
    {
      name: 'shared-webview-knows-the-common-protocol',
      severity: 'error',
      from: { path: '^src/webview/shared/' },
      to: { path: '^src/', pathNot: '^src/(webview/shared|protocol/common|util)/' }
    },
    {
      name: 'worker-reads-the-core',
      severity: 'error',
      from: { path: '^src/worker/' },
      to: { path: '^src/', pathNot: '^src/(worker|corpus|analysis|encoder|article|util)/' }
    },
    {
      name: 'worker-is-reached-by-messages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/worker/' },
      to: { path: '^src/worker/', pathNot: '^src/worker/(messages|analysisParts)\\.ts$' }
    },
    {
      name: 'protocol-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { path: '^src/', pathNot: '^src/protocol/' }
    },
    {
      name: 'protocol-pages-share-by-the-common-room',
      severity: 'error',
      from: { path: '^src/protocol/([^/]+)/' },
      to: { path: '^src/protocol/', pathNot: '^src/protocol/(common|$1)/' }
    },
    { name: 'cli-stays-out-of-the-host', severity: 'error', from: { path: '^src/cli/' }, to: { path: host } },
    {
      name: 'util-is-a-leaf',
      severity: 'error',
      from: { path: '^src/util/' },
      to: { path: '^src/', pathNot: '^src/util/' }
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|train)/' } }
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports']
    }
  }
}
