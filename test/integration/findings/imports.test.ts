import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, deleteFiles, eventually, readFile, workspaceFile, writeFile } from '../suite/workbench'

interface Counts {
  readonly articles: number
  readonly decisions: number
  readonly codes: number
  readonly waiting: number
  readonly known: number
  readonly notTaken: number
}

const text = 'Maria Lopez met \u{1F600} officials in Berlin.\n'

describe('imports', () => {
  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...['suite import.txt', 'colleague.jsonl', '.annotations'].map(workspaceFile))
  })

  const importing = (annotator: string) =>
    vscode.commands.executeCommand<Counts | undefined>('articleAnnotator.import', {
      files: [workspaceFile('colleague.jsonl')],
      annotator
    })

  it('become the layer of an annotator, in one step that can be undone', async () => {
    await writeFile('suite import.txt', text)
    const start = [...text.slice(0, text.indexOf('Berlin'))].length
    const line = { text, label: [[0, 11, 'Person'], [start, start + 6, 'City']] } // prettier-ignore
    await writeFile(
      'colleague.jsonl',
      `${JSON.stringify(line)}\n${JSON.stringify({ text: 'Elsewhere.', label: [[0, 9, 'City']] })}\n`
    )
    assert.deepEqual(await importing('Ana'), { articles: 1, decisions: 2, codes: 1, waiting: 0, known: 0, notTaken: 1 })
    const written = await eventually(
      'the layer',
      async () => readLayers(),
      (content) => content.includes('Berlin')
    )
    assert.match(written, /Maria Lopez/)
    assert.deepEqual(await importing('Ana'), { articles: 0, decisions: 0, codes: 0, waiting: 0, known: 2, notTaken: 1 })
    await vscode.commands.executeCommand('articleAnnotator.undo')
    await eventually(
      'the layer without the import',
      async () => readLayers(),
      (content) => !content.includes('Berlin')
    )
  })

  it('of files that no format knows are told, and nothing is imported', async () => {
    await writeFile('suite import.txt', text)
    await writeFile('colleague.jsonl', 'no format at all')
    const done = importing('Ana')
    // The box that asks for the format.
    await eventually(
      'the end of the import',
      async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
        return Promise.race([done.then(() => 'ended'), new Promise((resolve) => setTimeout(() => resolve('asks'), 50))])
      },
      (state) => state === 'ended'
    )
    assert.equal(await done, undefined)
  })
})

/** "" while nobody has decided anything. */
async function readLayers(): Promise<string> {
  const folder = workspaceFile('.annotations/suite import.txt')
  const files = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => [])
  // One that was listed may be gone a moment later: what is taken back takes its file along.
  const contents = await Promise.all(
    files
      .filter(([name]) => name.endsWith('.jsonld'))
      .map(([name]) => readFile(vscode.Uri.joinPath(folder, name)).catch(() => ''))
  )
  return contents.join('\n')
}
