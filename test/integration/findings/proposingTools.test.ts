import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { layerPath } from '../../../src/annotations'
import { deleteFiles, eventually, extension, readFile, workspaceFile, writeFile } from '../suite/workbench'

const name = 'asked.txt'
const text = 'Maria Lopez met officials.\n\n"We will build it," Lopez said. Peter Novak left.\n'
const layer = workspaceFile(layerPath(name, 'assistant-vs-code-chat'))

describe('the tools by which a language model proposes', () => {
  const settings = () => vscode.workspace.getConfiguration('articleAnnotator.assistants')
  const allow = (may: boolean | undefined) => settings().update('mayPropose', may, vscode.ConfigurationTarget.Global)
  const written = () => readFile(layer).then(undefined, () => '')
  const becomes = (isRight: (content: string) => boolean) => eventually('the layer', written, isRight)

  const propose = async (tool: string, input: object) => {
    const { content } = await vscode.lm.invokeTool(tool, { input, toolInvocationToken: undefined })
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')
  }

  before(async () => {
    await extension().activate()
    await writeFile(name, text)
    await vscode.commands.executeCommand('articleAnnotator.analyzeFolder')
  })
  afterEach(() => allow(undefined))
  after(() => deleteFiles(workspaceFile(name), workspaceFile(`.annotations/${name}`)))

  it('refuse until a person has allowed them in the settings, and when that is taken back', async () => {
    const memo = () => propose('proposeMemo', { article: name, text: 'Watch this' })
    await assert.rejects(memo(), /not allowed/)
    await allow(true)
    await allow(false)
    await assert.rejects(memo(), /not allowed/)
    assert.equal(await written(), '')
  })

  it('are not allowed by a folder that comes from elsewhere', async () => {
    const update = settings().update('mayPropose', true, vscode.ConfigurationTarget.Workspace)
    await assert.rejects(Promise.resolve(update))
    assert.equal(settings().get('mayPropose'), false)
  })

  it('propose in a layer of their own, each as one step that can be undone', async () => {
    await allow(true)
    assert.match(
      await eventually(
        'the speaker',
        () => propose('proposeSpeaker', { article: name, quote: 'q1', name: 'Peter Novak' }).catch(String),
        (answer) => !answer.includes('no such article')
      ),
      /^Proposed\. It decides nothing/
    )
    const content = await becomes((now) => now.includes('Peter Novak'))
    assert.match(content, /"motivation":\s*"linking"/)
    await assert.rejects(
      propose('proposeSpeaker', { article: name, quote: 'q1', name: 'Peter Novak' }),
      /proposed already/
    )
    await propose('proposeMemo', { article: name, line: 3, words: 'build it', text: 'Watch this' })
    await becomes((now) => now.includes('Watch this'))
    await vscode.commands.executeCommand('articleAnnotator.undo')
    await becomes((now) => !now.includes('Watch this') && now.includes('Peter Novak'))
    await vscode.commands.executeCommand('articleAnnotator.undo')
    await becomes((now) => now === '')
  })

  it('say why something cannot be proposed, and write nothing', async () => {
    await allow(true)
    for (const [tool, input, why] of [
      ['proposeSpeaker', { article: name, quote: 'q9', nobody: true }, /no such quote/],
      ['proposeCode', { article: name, line: 3, words: 'build it', code: 'none' }, /no such code/],
      ['proposeMemo', { article: '../secret.txt', text: 'x' }, /no such article/],
      ['proposeMerge', { source: 'x', into: 'y' }, /no such source/]
    ] as const)
      await assert.rejects(propose(tool, input), why)
    assert.equal(await written(), '')
  })
})
