import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toLinks } from '../../src/cli/links'
import { linkSummaries, mapSummary, summarize } from '../../src/corpus'
import { writeJsonLine } from '../../src/exchange'
import { scaleSummary } from '../bench/scaleSummaries'
import { analyzeFolder, root } from '../engine'
import { cli } from '../unit/cli/ports'
import { sorted } from '../unit/corpus/keyed/reduced'

describe('the articles of npm run bench -- --scale, a few of them', () => {
  it('have the same links as records and at once: reprints, namesakes, bodies that everybody names', async () => {
    const base = (await analyzeFolder(join(root, 'samples'))).map(summarize)
    const summaries = Array.from({ length: 1500 }, (_, number) => scaleSummary(base, number))
    const { speakers, reuse } = toLinks(linkSummaries(summaries))
    assert.ok(reuse.length > 1000 && reuse.some((group) => group.length > 5))
    assert.ok(
      speakers.some(({ id }) => id.endsWith(')')),
      'nobody shares a name with another'
    )
    const folder = await mkdtemp(join(tmpdir(), 'scale-'))
    try {
      const [records, links] = [join(folder, 'sorted'), join(folder, 'links.json')]
      const lines = sorted(summaries.flatMap((summary) => mapSummary(summary, summary.id)))
      await writeFile(records, `${lines.join('\n')}\n`)
      const { code, errors } = await cli(['links', '--reduce', records, '--output', links])
      assert.deepEqual([code, errors], [0, ''])
      assert.ok((await readFile(links, 'utf8')) === `${writeJsonLine({ speakers, reuse })}\n`, 'another result')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
