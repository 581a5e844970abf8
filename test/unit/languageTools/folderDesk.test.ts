import assert from 'node:assert/strict'
import { URI } from 'vscode-uri'
import { applyDecisions, rejectProposal } from '../../../src/annotations'
import { readArticle } from '../../../src/article'
import { proposalSession, proposalTools, proposingTools } from '../../../src/assistants/proposing'
import { buildCorpus } from '../../../src/corpus'
import { folderDesk } from '../../../src/languageTools/folderDesk'
import type { FolderArticle } from '../../../src/workspace/folderArticle'
import { openFolderArticle } from '../../../src/workspace/folderArticle'
import { loadTestEngine } from '../../engine'
import { MemoryAnnotations } from '../workspace/memoryAnnotations'

const dam = '\u201CThe dam holds,\u201D said Ada Brandt.\n\n\u201CIt does not,\u201D said Bo Carlsen.\n'
const more = '\u201CWe shall see,\u201D said Cy Dahl, an engineer.\n'
const assistant = 'assistant-vs-code-chat'

describe('what an assistant in VS Code proposes', () => {
  let articles: ReadonlyMap<string, FolderArticle>
  before(async () => {
    const engine = await loadTestEngine()
    articles = new Map(
      Object.entries({ 'a.txt': dam, 'deep/b.txt': more }).map(([name, text]) => {
        const uri = URI.file(`/folder/${name}`)
        const article = readArticle(text, 'plain')
        const analysis = engine.analyze(article)
        const open = {
          uri,
          id: uri.toString(),
          name,
          version: 1,
          revision: 1,
          text,
          markup: article.markup,
          article,
          analysis
        }
        return [name, openFolderArticle(open)]
      })
    )
  })

  function aDesk(openText: (uri: URI) => string | undefined = () => undefined) {
    const annotations = new MemoryAnnotations({ annotator: 'Rosa', apply: applyDecisions })
    const corpus = buildCorpus([...articles.values()])
    const propose = proposalSession()
    let made = 0
    const ask = (name: string, given: object, check?: () => void) =>
      propose({
        tool: proposalTools.find((tool) => tool.name === name)!,
        given,
        desk: () =>
          Promise.resolve(
            folderDesk({
              moment: { articles: decided(annotations), corpus },
              annotations,
              openText,
              assistant,
              made: new Date(Date.UTC(2026, 10, 28, 8, 0, ++made)).toISOString(),
              perform: (edits) => annotations.perform({ label: name, edits })
            })
          ),
        ...(check && { check })
      })
    const sourceOf = (name: string) => corpus.entities.find((entity) => entity.name === name)?.id ?? assert.fail(name)
    return { annotations, ask, sourceOf }
  }

  const decided = (annotations: MemoryAnnotations) =>
    new Map([...articles].map(([file, article]) => [file, { ...article, decided: annotations.decide(article) }]))

  const proposedOn = (annotations: MemoryAnnotations, file: string) =>
    annotations
      .proposals(articles.get(file)!.uri)
      .map(({ by, main, decisions }) => `${by}: ${main.kind} ${main.target[0]?.exact ?? ''} (${decisions.length})`)

  it('is in a layer of its own, each proposal a step, and decides nothing', async () => {
    const { annotations, ask, sourceOf } = aDesk()
    await ask('proposeSpeaker', { article: 'a.txt', quote: 'q2', name: 'Eve Fox' })
    await ask('proposeMemo', { article: 'a.txt', text: 'Watch this' })
    await ask('proposeMerge', { source: sourceOf('Bo Carlsen'), into: sourceOf('Cy Dahl') })
    assert.deepEqual(proposedOn(annotations, 'a.txt'), [
      `${assistant}: speaker \u201CIt does not,\u201D (1)`,
      `${assistant}: memo  (1)`,
      `${assistant}: identity Bo Carlsen (1)`
    ])
    assert.deepEqual(proposedOn(annotations, 'deep/b.txt'), [`${assistant}: identity Cy Dahl (1)`])
    assert.deepEqual(annotations.decisions(articles.get('a.txt')!.uri), [])
    assert.deepEqual(
      annotations.steps.map(({ label }) => label),
      ['proposeSpeaker', 'proposeMemo', 'proposeMerge']
    )
    annotations.undo()
    assert.deepEqual(proposedOn(annotations, 'deep/b.txt'), [])
    assert.equal(proposedOn(annotations, 'a.txt').length, 2)
  })

  it('is nothing where a person has decided, twice, or in a text that is being edited', async () => {
    const { annotations, ask } = aDesk()
    const { uri, id, text } = articles.get('a.txt')!
    const start = text.indexOf('\u201CIt does')
    const { anchorAt } = proposingTools(assistant, '')
    const target = [anchorAt(text, { start, end: text.indexOf(' said Bo') })]
    const after = annotations.draft({ kind: 'speaker', who: null }, { target })
    annotations.perform({ label: 'by hand', edits: [{ kind: 'decision', article: id, after }] })
    await assert.rejects(ask('proposeSpeaker', { article: 'a.txt', quote: 'q2', name: 'Eve Fox' }), /has decided this/)
    await ask('proposeMemo', { article: 'a.txt', text: 'Watch this' })
    await assert.rejects(ask('proposeMemo', { article: 'a.txt', text: 'Watch this' }), /proposed already/)
    await assert.rejects(ask('proposeMemo', { article: '../a.txt', text: 'x' }), /no such article/)
    const typing = aDesk((open) => (open.toString() === uri.toString() ? `${text}x` : undefined))
    await assert.rejects(typing.ask('proposeMemo', { article: 'a.txt', text: 'x' }), /being edited/)
    await typing.ask('proposeMemo', { article: 'deep/b.txt', text: 'x' })
  })

  it('is nothing that a person has rejected', async () => {
    const { annotations, ask } = aDesk()
    await ask('proposeMemo', { article: 'a.txt', text: 'Watch this' })
    const { uri, id } = articles.get('a.txt')!
    const [proposal] = annotations.proposals(uri)
    annotations.perform({ label: 'Reject', edits: rejectProposal(id, proposal!, '2026-11-28T09:00:00.000Z') })
    assert.deepEqual(proposedOn(annotations, 'a.txt'), [])
    await assert.rejects(ask('proposeMemo', { article: 'a.txt', text: 'Watch this' }), /rejected this on 2026-11-28/)
    annotations.undo()
    await assert.rejects(ask('proposeMemo', { article: 'a.txt', text: 'Watch this' }), /proposed already/)
  })

  it('is not written where the person has not agreed to it', async () => {
    const { annotations, ask } = aDesk()
    const refused = ask('proposeMemo', { article: 'a.txt', text: 'x' }, () => {
      throw new Error('not agreed')
    })
    await assert.rejects(refused, /not agreed/)
    assert.deepEqual(annotations.steps, [])
  })

  it('is no more than a person can read', async () => {
    const { ask } = aDesk()
    for (let at = 0; at < 200; at++) await ask('proposeMemo', { article: 'a.txt', text: `Note ${at}` })
    await assert.rejects(ask('proposeMemo', { article: 'a.txt', text: 'One more' }), /no more than 200/)
  })
})
