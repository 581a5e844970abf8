import type { ArticleLayers, Comparison, Judgement, SpanKind } from './comparison'
import { codeTables } from './codeTables'
import { agreementFigures } from './figures'
import { heldFacts, type HeldFacts } from './held'
import { identityClasses } from './identityClasses'
import { judgementsOf } from './judgements'
import { addAnswers, questionTables } from './questionTables'
import { comparableUnits } from './ratings'
import { addSpans, pairsOf, spanTable, type SpanTable } from './spanTables'

/**
 * Compares what annotators decided: two or more, each one's figures whatever their order. An article counts where at least two of
 * them have decided anything about it; who has a layer there has read it, so that what they did not code they did not want to.
 */
export function compareLayers(articles: readonly ArticleLayers[], annotators: readonly string[]): Comparison {
  const compared = articles
    .map(({ article, layers }) => ({ article, held: annotators.map((name) => factsOf(layers, name)) }))
    .filter(({ held }) => held.filter((facts) => facts !== undefined).length > 1)
  const classOf = identityClasses(compared.flatMap(({ held }) => held.flatMap(identitiesOf)))
  const questions = questionTables(annotators.length)
  const spans = new Map<SpanKind, SpanTable>(spanKinds.map((kind) => [kind, spanTable()]))
  const codes = codeTables(annotators.length)
  const judgements: Judgement[] = []
  let undecided = 0
  for (const { article, held } of compared) {
    addAnswers(questions, held, classOf)
    codes.add(article.sentences, held)
    for (const [first, second, ofFirst, ofSecond] of pairsOf(held)) {
      addSpans(spans, first, second, ofFirst, ofSecond)
      const pair = { article: article.id, annotators: [annotators[first]!, annotators[second]!] as const }
      const found = judgementsOf(pair, ofFirst, ofSecond, classOf)
      for (const judgement of found.judgements) judgements.push(judgement)
      undecided += found.undecided
    }
  }
  return {
    annotators,
    articles: compared.length,
    questions: [...questions]
      .map(([question, table]) => ({ question, ratings: table.ratings() }))
      .filter(({ ratings }) => ratings.rows.length > 0)
      .map(({ question, ratings }) => ({ question, units: comparableUnits(ratings), ...agreementFigures(ratings) })),
    spans: new Map(
      [...spans].map(([kind, table]) => [kind, table.agreement()] as const).filter(([, { pairs }]) => pairs.length > 0)
    ),
    codes: codes.agreements(),
    judgements,
    undecided
  }
}

const spanKinds: readonly SpanKind[] = ['mention', 'quote', 'cue', 'source']

function factsOf(layers: ArticleLayers['layers'], annotator: string): HeldFacts | undefined {
  const decisions = layers.filter((layer) => layer.annotator === annotator).flatMap((layer) => layer.decisions)
  return decisions.length === 0 ? undefined : heldFacts(decisions)
}

function identitiesOf(facts: HeldFacts | undefined) {
  return facts ? [...facts.identities.values(), ...facts.speakers.values()].flatMap(({ who }) => who ?? []) : []
}
