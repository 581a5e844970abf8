// @ts-check

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} [group] a second name, for several stages
 * @property {string} command runs in the repository's root, with node_modules/.bin on the PATH
 * @property {import('./verdict.mjs').Counting} counts
 * @property {number} seconds what it takes on a free machine with two cores, roughly: the longest begin first
 * @property {number} [weight] how many of those that run at once it counts as; 1 unless told
 * @property {readonly string[]} [needs] stages that must be green before it; naming a stage runs them too
 * @property {readonly string[]} [holds] things that no two stages may hold at the same time
 * @property {RegExp} [tell] what of its output is worth a line even when it is green
 * @property {number} [minutes] how long it may take before it is ended; 20 unless told
 */

/** `dist` is built by several stages and read by one: never by two of them at a time. */
const dist = ['dist']

/**
 * The weight of a stage that drives a browser or a whole VS Code, which are several processes each. Beside too many others it
 * would not be slow alone, it would be slow in another way each time.
 */
const browser = 2

/** Suites of test/ui and test/host in a process of their own, so that they can run beside others. @param {string[]} names */
const uiTests = (...names) =>
  ['mocha --config test/ui/.mocharc.json', ...names.map((name) => `test/ui/${name}.test.ts`)].join(' ')
/** @param {string[]} names */
const hostTests = (...names) =>
  ['mocha --config test/host/.mocharc.json', ...names.map((name) => `test/host/${name}.test.ts`)].join(' ')

/** Tests of test/unit that take long: nothing that was decided is lost, or comes to stand on other words. @param {string} name */
const durability = (name) => `mocha --config test/unit/.mocharc.durability.json test/unit/annotations/${name}`

/** The stages of `npm test`; those of `desktop` run only when named. @type {readonly Stage[]} */
export const stages = [
  { name: 'build', command: 'npm run --silent build', counts: 'check', seconds: 2, holds: dist },
  { name: 'types', command: 'npm run --silent typecheck', counts: 'check', seconds: 30 },
  { name: 'lint', command: 'npm run --silent lint', counts: 'check', seconds: 40 },
  { name: 'unit', command: 'npm run --silent test:unit', counts: 'mocha', seconds: 25 },
  { name: 'kill', group: 'durability', command: durability('kill/kill.test.ts'), counts: 'mocha', seconds: 50 },
  {
    name: 'anchors',
    group: 'durability',
    command: durability('anchors/*.properties.test.ts'),
    counts: 'mocha',
    seconds: 40
  },
  {
    name: 'held',
    command: 'mocha --config test/unit/.mocharc.durability.json test/unit/exchange/exporting/held.test.ts',
    counts: 'mocha',
    seconds: 10
  },
  { name: 'grammar', command: 'npm run --silent test:grammar', counts: 'mocha', seconds: 4 },
  { name: 'golden', command: 'npm run --silent test:golden', counts: 'mocha', seconds: 3 },
  {
    name: 'seeds',
    command: 'npm run --silent test:seeds',
    counts: 'mocha',
    seconds: 75,
    tell: /^ *(required quotes with the right source: .*|NOTHING WAS .*)$/gm
  },
  {
    name: 'consumers',
    command: 'mocha --config test/consumers/.mocharc.json',
    counts: 'mocha',
    seconds: 60
  },
  { name: 'clusters', command: 'mocha --config test/clusters/.mocharc.json', counts: 'mocha', seconds: 115 },
  { name: 'build-for-tests', command: 'tsx test/host/buildForTests.ts', counts: 'check', seconds: 3 },
  {
    name: 'node-host',
    group: 'integration',
    command: 'tsx test/host/integration.ts node',
    counts: 'marker',
    seconds: 32,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'web-host',
    group: 'integration',
    command: 'tsx test/host/integration.ts web',
    counts: 'marker',
    seconds: 34,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'package',
    group: 'integration',
    command: 'mocha --config test/package/.mocharc.json',
    counts: 'mocha',
    seconds: 40,
    holds: dist
  },
  {
    name: 'packaged',
    group: 'integration',
    command: 'tsx test/host/integration.ts packaged',
    counts: 'marker',
    seconds: 32,
    weight: browser,
    needs: ['package']
  },
  {
    name: 'runner',
    command: hostTests('integration', 'server'),
    counts: 'mocha',
    seconds: 65,
    weight: browser,
    needs: ['build-for-tests']
  },
  { name: 'start', command: hostTests('start'), counts: 'mocha', seconds: 45, weight: browser, holds: dist },
  {
    name: 'ui-editor',
    group: 'ui',
    command: uiTests('editor'),
    counts: 'mocha',
    seconds: 65,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-deciding',
    group: 'ui',
    command: uiTests('deciding'),
    counts: 'mocha',
    seconds: 40,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-reading',
    group: 'ui',
    command: uiTests('reading'),
    counts: 'mocha',
    seconds: 40,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-annotations',
    group: 'ui',
    command: uiTests('annotations'),
    counts: 'mocha',
    seconds: 65,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-codebook',
    group: 'ui',
    command: uiTests('codebook'),
    counts: 'mocha',
    seconds: 50,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-navigation',
    group: 'ui',
    command: uiTests('editorNavigation'),
    counts: 'mocha',
    seconds: 31,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-sidebar',
    group: 'ui',
    command: uiTests('sidebar'),
    counts: 'mocha',
    seconds: 50,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-sidebar-deciding',
    group: 'ui',
    command: uiTests('sidebarDeciding', 'proposals'),
    counts: 'mocha',
    seconds: 35,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-page',
    group: 'ui',
    command: uiTests('sidebarPage', 'sidebarDecided', 'sidebarLooks'),
    counts: 'mocha',
    seconds: 35,
    weight: browser,
    needs: ['build'],
    holds: dist
  },
  {
    name: 'ui-overview',
    group: 'ui',
    command: uiTests('overview'),
    counts: 'mocha',
    seconds: 40,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-overview-page',
    group: 'ui',
    command: uiTests('overviewPage'),
    counts: 'mocha',
    seconds: 90,
    weight: browser,
    needs: ['build'],
    holds: dist
  },
  {
    name: 'ui-pages',
    group: 'ui',
    command: uiTests('quotesPanelPage', 'readingPage', 'encoderWorker'),
    counts: 'mocha',
    seconds: 40,
    weight: browser,
    needs: ['build'],
    holds: dist
  },
  { name: 'ui-report', group: 'ui', command: uiTests('report'), counts: 'mocha', seconds: 35, weight: browser },
  {
    name: 'ui-language',
    group: 'ui',
    command: uiTests('language'),
    counts: 'mocha',
    seconds: 30,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'ui-comparison',
    group: 'ui',
    command: uiTests('comparison'),
    counts: 'mocha',
    seconds: 30,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'desktop-node',
    group: 'desktop',
    command: 'tsx test/host/integration.ts node --desktop',
    counts: 'marker',
    seconds: 60,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'desktop-web',
    group: 'desktop',
    command: 'tsx test/host/integration.ts web --desktop',
    counts: 'marker',
    seconds: 60,
    weight: browser,
    needs: ['build-for-tests']
  },
  {
    name: 'desktop-packaged',
    group: 'desktop',
    command: 'tsx test/host/integration.ts packaged --desktop',
    counts: 'marker',
    seconds: 60,
    weight: browser,
    needs: ['package']
  }
]
