import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openAnnotationStore } from '../../../src/annotations'
import { nodeAnnotationFiles } from '../../../src/cli/annotationFiles'
import { folderStudy } from '../../../src/cli/folderStudy'
import { reportTo } from '../../../src/cli/report'
import { decisionOn } from '../workspace/memoryDecisions'
import { withFolder } from './folder'
import { capitalsEngine, oneChunk } from './ports'

const text = 'LOPEZ said the bridge was safe. NOVAK said it was not.\n'

describe('a folder that is asked again and again', () => {
  const errors = { isTerminal: false, write: () => Promise.resolve(true), end: () => Promise.resolve() }

  /** `ask` gives how often the folder was read. */
  async function studied(use: (ask: () => Promise<number>, folder: string) => Promise<void>): Promise<void> {
    await withFolder({ 'a.txt': text, 'b.txt': text }, async (folder) => {
      const ports = {
        ...{ parts: '', input: oneChunk(''), output: errors, errors },
        bytesOfArgument: () => undefined,
        onInterrupt: () => () => undefined,
        loadEngine: () => Promise.resolve(capitalsEngine)
      }
      const study = folderStudy(folder, { all: true }, ports, reportTo(errors))
      const seen: unknown[] = []
      const ask = async () => {
        const now = await study.current()
        if (!seen.includes(now)) seen.push(now)
        return seen.length
      }
      try {
        await use(ask, folder)
      } finally {
        await study.remove()
      }
    })
  }

  const decide = async (folder: string, annotator: string) => {
    const store = openAnnotationStore(nodeAnnotationFiles(folder), undefined)
    const after = decisionOn(text, 'LOPEZ', { kind: 'memo', text: 'Who?' }, annotator)
    const { problem } = await store.saveLayer('a.txt', annotator, [{ after }], text)
    assert.equal(problem, undefined)
  }

  it('is read once, and again when an article or what people have decided has changed', async () => {
    await studied(async (ask, folder) => {
      assert.deepEqual([await ask(), await ask()], [1, 1])
      await writeFile(join(folder, 'b.txt'), `${text}More.\n`)
      assert.deepEqual([await ask(), await ask()], [2, 2])
      await decide(folder, 'Rosa')
      assert.deepEqual([await ask(), await ask()], [3, 3])
    })
  })

  it('is not read again for what assistants propose, which changes nothing in it', async () => {
    await studied(async (ask, folder) => {
      await ask()
      await decide(folder, 'assistant-claude')
      await decide(folder, 'assistant-other')
      assert.equal(await ask(), 1)
    })
  })
})
