import assert from 'node:assert/strict'
import { join } from 'node:path'
import fc from 'fast-check'
import type { AnalyzedArticle } from '../../../../src/analysis'
import { applyDecisions, type Decided, type Decision } from '../../../../src/annotations'
import type { Span } from '../../../../src/article'
import { analyzeFolder, root } from '../../../engine'
import { contractFaults } from '../../contract/contractFaults'
import { suggestedMention, suggestedQuote } from './deciding'
import { randomDecisions } from './randomDecisions'

describe('decisions over what the engine finds', () => {
  let articles: readonly AnalyzedArticle[]

  before(async function () {
    this.timeout(60_000)
    articles = await analyzeFolder(join(root, 'samples'))
    assert.ok(articles.length > 4)
  })

  /** Random decisions on one of the samples. */
  const cases = () =>
    fc
      .nat(articles.length - 1)
      .chain((index) => fc.tuple(fc.constant(articles[index]!), randomDecisions(articles[index]!)))

  it('keep the contract of an analysis (property)', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(cases(), ([article, decisions]) => {
        const { analysis } = applyDecisions(article, decisions, [])
        assert.deepEqual(contractFaults(article.article, analysis), [])
        const numbers = analysis.entities.map(({ id }) => Number(id.slice(1)))
        assert.deepEqual(
          numbers,
          [...numbers].sort((a, b) => a - b)
        )
      }),
      { numRuns: 600 }
    )
  })

  it('are what the result says: nothing newer on the same words, it is as decided (property)', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(cases(), ([article, decisions]) => {
        const decided = applyDecisions(article, decisions, [])
        for (const decision of decisions)
          if (isAlone(decision, decisions)) assert.ok(isAsDecided(decided, decision), JSON.stringify(decision))
        const identities = decided.analysis.entities.flatMap(({ identity }) => identity ?? [])
        assert.equal(new Set(identities).size, identities.length, 'one entity for each identity')
        for (const [index, { creator }] of decided.mentions)
          assert.equal(decided.analysis.mentions[index]?.decidedBy, creator)
        for (const [index, { creator }] of decided.quotes)
          assert.equal(decided.analysis.quotes[index]?.decidedBy, creator)
        assert.deepEqual(
          decided.analysis.mentions.flatMap(({ decidedBy }, index) => (decidedBy === undefined ? [] : index)),
          [...decided.mentions.keys()]
        )
      }),
      { numRuns: 600 }
    )
  })

  it('give the same in whatever order they come (property)', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(
        cases().chain(([article, decisions]) =>
          fc.tuple(
            fc.constant(article),
            fc.constant(decisions),
            fc.shuffledSubarray([...decisions], { minLength: decisions.length })
          )
        ),
        ([article, decisions, shuffled]) =>
          assert.deepEqual(applyDecisions(article, shuffled, []), applyDecisions(article, decisions, []))
      ),
      { numRuns: 200 }
    )
  })

  it('none gives the very analysis; accepting all changes nothing but who says so', () => {
    for (const article of articles) {
      assert.equal(applyDecisions(article, [], []).analysis, article.analysis)
      const { analysis } = applyDecisions(article, acceptAll(article), [])
      assert.deepEqual(withoutEvidence(analysis), withoutEvidence(article.analysis))
      assert.ok([...analysis.mentions, ...analysis.quotes].every(({ decidedBy }) => decidedBy === 'Ann'))
    }
  })
})

/** Nothing else is decided about the places of a decision, or about words that they share. */
function isAlone(decision: Decision, decisions: readonly Decision[]): boolean {
  const placesOf = ({ target, from, ...rest }: Decision): readonly Span[] => [
    ...target,
    ...(from?.about === 'mention' ? [from.span] : (from?.content ?? [])),
    ...(rest.kind === 'quote' ? (rest.source ?? []) : [])
  ]
  return decisions.every(
    (other) =>
      other === decision ||
      !placesOf(decision).some((a) => placesOf(other).some((b) => a.start < b.end && b.start < a.end))
  )
}

function isAsDecided({ analysis }: Decided, decision: Decision): boolean {
  const { target, from } = decision
  const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end
  const mentions = analysis.mentions.filter((mention) => isSame(mention, target[0]!))
  const pieces = [...target].sort((a, b) => a.start - b.start)
  const quotes = analysis.quotes.filter(
    ({ content }) => content.length === pieces.length && content.every((piece, at) => isSame(piece, pieces[at]!))
  )
  const entityOf = (id: string | null | undefined) => analysis.entities.find((entity) => entity.id === id)
  switch (decision.kind) {
    case 'accept':
      return from === undefined || [...mentions, ...quotes].some(({ decidedBy }) => decidedBy !== undefined)
    case 'reject':
      return from === undefined || (from.about === 'mention' ? mentions : quotes).length === 0
    case 'mention':
      return mentions.some(
        ({ type, entity }) =>
          type === decision.type && (!decision.who || entityOf(entity)?.identity === decision.who.iri)
      )
    case 'identity':
      return mentions.some(({ entity }) => entityOf(entity)?.identity === decision.who.iri)
    case 'quote':
      // Pieces that overlap are joined.
      return (
        quotes.some(({ act }) => act === decision.act) ||
        pieces.some((piece, at) => at > 0 && piece.start < pieces[at - 1]!.end)
      )
    case 'speaker':
      // Without such a quote there is nothing to say it of.
      if (quotes.length === 0) return from?.about !== 'quote' || target !== from.content
      return quotes.some(({ speaker }) =>
        decision.who === null ? speaker === null : entityOf(speaker)?.identity === decision.who.iri
      )
    case 'code':
    case 'noCode':
    case 'memo':
    case 'article':
      return true
  }
}

function acceptAll(article: AnalyzedArticle): readonly Decision[] {
  const { mentions, quotes } = article.analysis
  const facts = (id: string) => ({ id, creator: 'Ann', created: '2026-01-01T00:00:00.000Z', kind: 'accept' as const })
  return [
    ...mentions.map((_, index) => {
      const from = suggestedMention(article, index)
      return { ...facts(`m${index}`), target: [from.span], from }
    }),
    ...quotes.map((_, index) => {
      const from = suggestedQuote(article, index)
      return { ...facts(`q${index}`), target: from.content, from }
    })
  ]
}

function withoutEvidence({ mentions, quotes, ...rest }: AnalyzedArticle['analysis']) {
  const bare = <Fact extends object>(fact: Fact) => ({ ...fact, rule: '', confidence: 0, decidedBy: '' })
  return {
    ...rest,
    mentions: mentions.map(bare),
    quotes: quotes.map((quote) => ({ ...bare(quote), speakerRule: '' }))
  }
}
