import assert from 'node:assert/strict'
import type { Analysis } from '../../../src/analysis'
import {
  acceptProposals,
  assistantName,
  checkedAnnotator,
  isAssistant,
  mergedDecisions,
  openProposals,
  rejectProposal,
  setSpeaker,
  type Deciding,
  type Decision,
  type Edit,
  type Identity
} from '../../../src/annotations'
import { desk, type Desk } from './deciding/desk'

const by = 'assistant-claude'
const later = '2026-11-28T09:00:00.000Z'
const people = { a: { name: 'Ada Brandt', type: 'person' }, b: { name: 'Bo Lind', type: 'person' } } as const

function aDesk(): Desk {
  return desk('\u201CNo,\u201D said {a:Ada Brandt}. {b:Bo Lind} was there.', people, {
    quotes: [{ content: '\u201CNo,\u201D', source: 'Ada Brandt', speaker: 'a' }],
    change: numbered
  })
}

/** With ids as the engine gives them: those that decisions add are counted on. */
function numbered(analysis: Analysis): Analysis {
  const id = (letter: string) => (letter === 'a' ? 'e1' : 'e2')
  return {
    ...analysis,
    entities: analysis.entities.map((entity) => ({ ...entity, id: id(entity.id) })),
    mentions: analysis.mentions.map((mention) => ({ ...mention, entity: id(mention.entity) })),
    quotes: analysis.quotes.map((quote) => ({ ...quote, speaker: quote.speaker && id(quote.speaker) }))
  }
}

/** As assistants propose: in their name, at one moment. */
function asAssistant(deciding: Deciding, made = '2026-11-28T08:00:00.000Z'): Deciding {
  const { draft } = deciding.tools
  return {
    ...deciding,
    own: [],
    tools: {
      ...deciding.tools,
      draft: (content, place) => ({ ...draft(content, place), creator: by, created: made }),
      newIri: () => 'urn:uuid:proposed'
    }
  }
}

function layerOf(edits: readonly Edit[]): { annotator: string; decisions: readonly Decision[] } {
  return {
    annotator: by,
    decisions: edits.flatMap((edit) => (edit.kind === 'decision' && edit.after ? [edit.after] : []))
  }
}

describe('what assistants propose', () => {
  it('has a name that is safe, whatever they call themselves, and that nobody else can have', () => {
    assert.deepEqual(
      ['Claude Code', '../../etc', '', 'assistant-x', '\u202EM\u00FCller!', 'x'.repeat(99)].map(assistantName),
      [
        'assistant-claude-code',
        'assistant-etc',
        'assistant-unnamed',
        'assistant-x',
        'assistant-muller',
        `assistant-${'x'.repeat(30)}`
      ]
    )
    assert.ok(isAssistant(assistantName('x')) && !isAssistant('Ann'))
    assert.deepEqual([checkedAnnotator('Assistant-Ann'), checkedAnnotator(' Ann ')], [undefined, 'Ann'])
  })

  it('decides nothing', () => {
    const { deciding } = aDesk()
    const layer = layerOf(setSpeaker(asAssistant(deciding()), [0], { kind: 'entity', id: 'e2' }))
    assert.equal(layer.decisions.length, 2)
    assert.deepEqual(mergedDecisions([layer]), [])
  })

  it('is one proposal, with what it needs, until somebody has decided about the same', () => {
    const { deciding, does } = aDesk()
    const layer = layerOf(setSpeaker(asAssistant(deciding()), [0], { kind: 'entity', id: 'e2' }))
    const [proposal, ...others] = openProposals([layer], [])
    assert.deepEqual([proposal?.main.kind, proposal?.decisions.length, others], ['speaker', 2, []])
    does(setSpeaker(deciding(), [0], null))
    assert.deepEqual(openProposals([layer], deciding().own), [])
  })

  it('becomes the own decision of whoever accepts it, and is no proposal any more', () => {
    const { deciding, does, decided, quotes } = aDesk()
    const layer = layerOf(setSpeaker(asAssistant(deciding()), [0], { kind: 'entity', id: 'e2' }))
    const [proposal] = openProposals([layer], [])
    const edits = acceptProposals([{ deciding: deciding(), proposal: proposal! }])!
    const [kept, gone] = [edits.filter(isNew), edits.filter((edit) => !isNew(edit))]
    does(kept)
    assert.deepEqual(decided(), [
      '"\u201CNo,\u201D" by Bo Lind <urn:uuid:proposed> person',
      '"Bo Lind" is Bo Lind <urn:uuid:proposed> person'
    ])
    assert.deepEqual(quotes(), ['\u201CNo,\u201D by Bo Lind'])
    assert.deepEqual(new Set(gone.map((edit) => 'before' in edit && edit.before)), new Set(layer.decisions))
    assert.ok(deciding().own.every(({ creator }) => creator === 'Ann'))
  })

  it('leaves those whom people have given an identity that identity', () => {
    const { deciding, does, decided, entity } = aDesk()
    const layer = layerOf(setSpeaker(asAssistant(deciding()), [0], { kind: 'entity', id: 'e2' }))
    does(identify(deciding(), 'Bo Lind', { iri: 'urn:uuid:person', name: 'Bo Lind', type: 'person' }))
    assert.ok(entity('Bo Lind'))
    const [proposal] = openProposals([layer], deciding().own)
    does(acceptProposals([{ deciding: deciding(), proposal: proposal! }])!.filter(isNew))
    assert.deepEqual(decided(), [
      '"\u201CNo,\u201D" by Bo Lind <urn:uuid:person> person',
      '"Bo Lind" is Bo Lind <urn:uuid:person> person'
    ])
  })

  it('of two who are one is refused where people have said that they are not', () => {
    const { deciding, does, decided } = aDesk()
    const who = { iri: 'urn:uuid:one', name: 'Ada Brandt', type: 'person' } as const
    const assistant = asAssistant(deciding())
    const layer = layerOf([...identify(assistant, 'Ada Brandt', who), ...identify(assistant, 'Bo Lind', who)])
    const [proposal] = openProposals([layer], [])
    assert.equal(proposal?.main.kind, 'identity')
    const place = () => ({ deciding: deciding(), proposal: proposal })
    assert.equal(acceptProposals([place()])?.filter(isNew).length, 2)
    does(identify(deciding(), 'Bo Lind', { ...who, iri: 'urn:uuid:bo', name: 'Bo Lind' }))
    does(acceptProposals([place()])!.filter(isNew))
    assert.deepEqual(decided(), [
      '"Ada Brandt" is Bo Lind <urn:uuid:bo> person',
      '"Bo Lind" is Bo Lind <urn:uuid:bo> person'
    ])
    const other = aDesk()
    other.does(identify(other.deciding(), 'Ada Brandt', { ...who, iri: 'urn:uuid:ada' }))
    other.does(identify(other.deciding(), 'Bo Lind', { ...who, iri: 'urn:uuid:bo' }))
    assert.equal(acceptProposals([{ deciding: other.deciding(), proposal: proposal }]), undefined)
  })

  it('adds its note to one that is there', () => {
    const { deciding, does } = aDesk()
    const memo = (tools: Deciding['tools'], text: string): Edit => ({
      kind: 'decision',
      article: 'article',
      after: tools.draft({ kind: 'memo', text }, { target: [] })
    })
    const layer = layerOf([memo(asAssistant(deciding()).tools, 'Theirs.')])
    does([memo(deciding().tools, 'Mine.')])
    const [proposal] = openProposals([layer], deciding().own)
    const edits = acceptProposals([{ deciding: deciding(), proposal: proposal! }])!
    assert.deepEqual(
      edits.flatMap((edit) => (edit.kind === 'decision' && edit.after?.kind === 'memo' ? edit.after.text : [])),
      ['Mine.\n\nTheirs.']
    )
  })

  it('is no proposal any more when it is rejected, but is kept', () => {
    const { deciding } = aDesk()
    const layer = layerOf(setSpeaker(asAssistant(deciding()), [0], null))
    const [proposal] = openProposals([layer], [])
    const rejected = layerOf(rejectProposal('article', proposal!, later))
    assert.deepEqual(openProposals([rejected], []), [])
    assert.deepEqual(
      rejected.decisions,
      layer.decisions.map((decision) => ({ ...decision, rejected: later }))
    )
  })
})

function isNew(edit: Edit): boolean {
  return edit.kind === 'decision' && edit.after !== undefined
}

function identify({ article, tools }: Deciding, words: string, who: Identity): readonly Edit[] {
  const start = article.text.indexOf(words)
  const target = [tools.anchorAt(article.text, { start, end: start + words.length })]
  return [{ kind: 'decision', article: article.id, after: tools.draft({ kind: 'identity', who }, { target }) }]
}
