import { writeSync } from 'node:fs'
import { openAnnotationStore } from '../../../../src/annotations'
import { nodeAnnotationFiles } from '../../../../src/cli/annotationFiles'
import { article, kept, numbered, numberOf } from './numbered'

/** Saves one decision after the other and says each when it is saved, until it has saved `count` or is killed. */
async function main(root: string, name: string, first: number, count: number): Promise<void> {
  const store = openAnnotationStore(nodeAnnotationFiles(root), undefined)
  const { layers } = await store.layers(article)
  const there = layers.flatMap(({ decisions }) => decisions.map(numberOf))
  writeSync(1, 'go\n')
  for (let n = name === 'killed' ? Math.max(first, ...there) + 1 : first + 1; n <= first + count; n++) {
    const old = name === 'killed' && n > kept ? [{ before: numbered(n - kept) }] : []
    const { problem } = await store.saveLayer(article, 'anna', [{ after: numbered(n) }, ...old])
    writeSync(1, problem ? `${problem.kind} ${problem.detail}\n` : `${n}\n`)
  }
}

const [root = '', name = '', first = '', count = ''] = process.argv.slice(2)
await main(root, name, Number(first), Number(count))
