import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { anchorAt, layerPath, writeLayer, type Decision, type DecisionContent } from '../../../src/annotations'
import {
  closeAllEditors,
  deleteFiles,
  eventually,
  extension,
  readFile,
  workspaceFile,
  writeFile
} from '../suite/workbench'

const name = 'proposed.txt'
const text = 'Maria Lopez met officials.\n\n"We will build it," Lopez said. Peter Novak left.\n'
const by = 'assistant-claude'
const own = layerPath(name, 'Rosa')
const theirs = layerPath(name, by)

describe('what an assistant proposes', () => {
  const settings = () => vscode.workspace.getConfiguration('articleAnnotator')
  const uri = workspaceFile(name)

  before(async () => {
    await extension().activate()
    await settings().update('annotator', 'Rosa', vscode.ConfigurationTarget.Global)
  })
  beforeEach(async () => {
    await writeFile(name, text)
    await writeFile(theirs, writeLayer({ annotator: by, decisions: [speaker, peter, memo] }, name, { text }))
    await vscode.window.showTextDocument(uri)
    await vscode.commands.executeCommand('articleAnnotator.analyzeFolder')
  })
  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(uri, workspaceFile(`.annotations/${name}`))
  })
  after(() => settings().update('annotator', undefined, vscode.ConfigurationTarget.Global))

  const run = (command: string, { id, target }: Decision) =>
    vscode.commands.executeCommand(`articleAnnotator.${command}`, {
      webviewSection: 'proposal',
      uri: uri.toString(),
      start: target[0]?.start ?? 0,
      end: target[0]?.end ?? 0,
      key: id
    })
  const content = (path: string) => readFile(workspaceFile(path)).then(undefined, () => '')
  const becomes = (path: string, isRight: (layer: string) => boolean) => eventually(path, () => content(path), isRight)
  /** Answers a proposal until its layer is as it should be: the window may hear of the files that `beforeEach` wrote late. */
  const answer = (command: string, proposed: Decision, path: string, isRight: (layer: string) => boolean) =>
    eventually(
      path,
      async () => {
        await run(command, proposed)
        return content(path)
      },
      isRight
    )

  const exported = async () => {
    const target = workspaceFile('proposed.json')
    await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target })
    const json = await readFile(target)
    await deleteFiles(target)
    return json
  }

  it('decides nothing until it is accepted', async () => {
    assert.doesNotMatch(await exported(), /assistant-claude|Watch this/)
    assert.match(await exported(), /"name":"Maria Lopez"/)
  })

  it('is the own decision of whoever accepts it, with what it needs, as one step', async () => {
    const layer = await answer('acceptProposal', speaker, own, (written) => written.includes('Peter Novak'))
    assert.doesNotMatch(layer, /assistant-claude/)
    await becomes(theirs, (left) => left.includes('Watch this') && !left.includes('Peter Novak'))
    const { articles } = JSON.parse(await exported()) as { articles: readonly { quotes: readonly object[] }[] }
    assert.match(JSON.stringify(articles[0]?.quotes), /"decidedBy":"Rosa"|"creator":"Rosa"|Rosa/)
    await vscode.commands.executeCommand('articleAnnotator.undo')
    await becomes(own, (written) => written === '')
    await becomes(theirs, (back) => back.includes('Watch this') && back.includes('Peter Novak'))
  })

  it('is kept as rejected, so that it is not proposed again, until that is undone', async () => {
    await answer('rejectProposal', memo, theirs, (left) => rejections(left) === 1 && left.includes('Watch this'))
    assert.equal(await content(own), '')
    await run('acceptProposal', memo)
    assert.equal(await content(own), '')
    await vscode.commands.executeCommand('articleAnnotator.undo')
    await becomes(theirs, (back) => rejections(back) === 0 && back.includes('Watch this'))
  })

  it('is not accepted on words that are not there any more', async () => {
    await writeFile(name, 'Nothing is left of it.\n')
    await eventually(
      'the changed text',
      async () => (await vscode.workspace.openTextDocument(uri)).getText(),
      (now) => now.startsWith('Nothing')
    )
    await run('acceptProposal', speaker)
    assert.equal(await content(own), '')
    assert.match(await content(theirs), /Peter Novak/)
  })
})

function rejections(layer: string): number {
  return layer.split('"rejected":').length - 1
}

function decision(words: string, content: DecisionContent, id: number, second: number): Decision {
  const start = text.indexOf(words)
  return {
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
    creator: by,
    created: `2026-11-28T08:00:0${second}.000Z`,
    target: words === '' ? [] : [anchorAt(text, { start, end: start + words.length })],
    ...content
  }
}

const who = { iri: 'urn:uuid:00000000-0000-4000-8000-0000000000aa', name: 'Peter Novak', type: 'person' } as const
const speaker = decision('"We will build it,"', { kind: 'speaker', who }, 1, 1)
const peter = decision('Peter Novak', { kind: 'identity', who }, 2, 1)
const memo = decision('', { kind: 'memo', text: 'Watch this' }, 3, 2)
