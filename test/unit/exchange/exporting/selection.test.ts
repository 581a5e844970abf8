import assert from 'node:assert/strict'
import { applyDecisions, emptyProject, type Decision } from '../../../../src/annotations'
import { buildCorpus } from '../../../../src/corpus'
import { exportInput, lossCounter, type ExportContent, type ExportSource, type Select } from '../../../../src/exchange'
import { decisionOn } from '../../workspace/memoryDecisions'
import { exampleArticle } from '../exampleArticle'
import { nobodyCancels, now } from '../exportOf'

/** Long enough to be known again. */
const quote = '\u201cThe bridge will hold for as long as anybody can remember the river that is below it\u201d'

describe('what is exported', () => {
  it('is everything that holds', async () => {
    assert.deepEqual(await lines(source(), 'both'), [
      'a.txt: mention Ada Brandt (accepted), mention Riga (suggested), quote QUOTE (suggested), memo bridge (added)',
      'b.txt: mention Ada Brandt (suggested), mention Riga (suggested), quote QUOTE (suggested)',
      'Ada Brandt: 2 articles, 2 quotes',
      'Riga: 2 articles, 0 quotes',
      '1 group of repeated quotes, 2 documents'
    ])
  })

  it('is what was decided alone, with the people that it speaks of, and every article', async () => {
    assert.deepEqual(await lines(source(), 'decisions'), [
      'a.txt: mention Ada Brandt (accepted), memo bridge (added)',
      'b.txt: ',
      'Ada Brandt: 1 articles, 0 quotes',
      '0 group of repeated quotes, 2 documents'
    ])
  })

  it('is what is selected, and a speaker whom a selected quote has, without articles that have nothing', async () => {
    const select: Select = ({ article }) => ({
      mention: () => false,
      quote: () => article.id === 'b.txt',
      mark: () => false,
      leavesOutEmpty: true
    })
    assert.deepEqual(await lines(source(select), 'both'), [
      'b.txt: quote QUOTE (suggested)',
      'Ada Brandt: 1 articles, 1 quotes',
      '0 group of repeated quotes, 1 documents'
    ])
    assert.deepEqual(await lines(source(select), 'decisions'), ['0 group of repeated quotes, 0 documents'])
  })
})

function source(select?: Select): ExportSource {
  const [a, b] = [exampleArticle({ name: 'a.txt', quote }), exampleArticle({ name: 'b.txt', quote })]
  const accepted = decisionOn(a.text, 'Ada Brandt', { kind: 'accept' }, 'Rosa')
  const facts = { type: 'person', acting: false, entity: 'Ada Brandt', rule: 'example', confidence: 1 } as const
  const decisions: readonly Decision[] = [
    { ...accepted, from: { about: 'mention', span: accepted.target[0]!, ...facts } },
    decisionOn(a.text, 'bridge', { kind: 'memo', text: 'Which one?' }, 'Rosa')
  ]
  const decided = applyDecisions(a, decisions, [])
  const articles = [{ article: { ...a, analysis: decided.analysis }, decided }, { article: b }]
  return {
    title: 'articles',
    count: 2,
    articles: () => articles,
    corpus: buildCorpus(articles.map(({ article }) => article)),
    project: emptyProject,
    ...(select && { select })
  }
}

async function lines(from: ExportSource, content: ExportContent): Promise<readonly string[]> {
  const input = await exportInput(from, { content, offsets: 'utf16', now }, nobodyCancels, lossCounter())
  const found: string[] = []
  for await (const { name, text, annotations } of input.documents()) {
    const shown = annotations.map(
      ({ layer, spans: [span], status }) =>
        `${layer} ${text.slice(span?.start, span?.end).replace(quote, 'QUOTE')} (${status})`
    )
    found.push(`${name}: ${shown.join(', ')}`)
  }
  const { entities, reuse } = input.corpus
  return [
    ...found,
    ...entities.map(({ name, members, quotes }) => `${name}: ${members.length} articles, ${quotes.length} quotes`),
    `${reuse.length} group of repeated quotes, ${input.count} documents`
  ]
}
