// @ts-check

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} [group] a second name, for several stages
 * @property {string} command runs in the repository's root, with node_modules/.bin on the PATH
 * @property {import('./verdict.mjs').Counting} counts
 * @property {RegExp} [tell] what of its output is worth a line even when it is green
 * @property {number} [minutes] 5 unless told
 */

/** The stages of `npm test`, in their order: what is quick and says most comes first. Those of `desktop` run only when named. @type {readonly Stage[]} */
export const stages = [
  { name: 'build', command: 'npm run --silent build', counts: 'check' },
  { name: 'types', command: 'npm run --silent typecheck', counts: 'check' },
  { name: 'lint', command: 'npm run --silent lint', counts: 'check' },
  { name: 'unit', command: 'npm run --silent test:unit', counts: 'mocha' },
  { name: 'grammar', command: 'npm run --silent test:grammar', counts: 'mocha' },
  { name: 'golden', command: 'npm run --silent test:golden', counts: 'mocha' },
  {
    name: 'seeds',
    command: 'npm run --silent test:seeds',
    counts: 'mocha',
    tell: /^ *(required quotes with the right source: .*|NOTHING WAS SCORED.*)$/gm
  },
  { name: 'node-host', group: 'integration', command: 'tsx test/host/integration.ts node', counts: 'marker' },
  { name: 'web-host', group: 'integration', command: 'tsx test/host/integration.ts web', counts: 'marker' },
  { name: 'package', group: 'integration', command: 'mocha --config test/package/.mocharc.json', counts: 'mocha' },
  { name: 'packaged', group: 'integration', command: 'tsx test/host/integration.ts packaged', counts: 'marker' },
  { name: 'runner', command: 'mocha --config test/host/.mocharc.json', counts: 'mocha' },
  { name: 'ui', command: 'mocha --config test/ui/.mocharc.json', counts: 'mocha', minutes: 8 },
  {
    name: 'desktop-node',
    group: 'desktop',
    command: 'tsx test/host/integration.ts node --desktop',
    counts: 'marker',
    minutes: 10
  },
  {
    name: 'desktop-web',
    group: 'desktop',
    command: 'tsx test/host/integration.ts web --desktop',
    counts: 'marker',
    minutes: 10
  },
  {
    name: 'desktop-packaged',
    group: 'desktop',
    command: 'tsx test/host/integration.ts packaged --desktop',
    counts: 'marker',
    minutes: 10
  }
]
