import type { Question } from './comparison'
import type { Held, HeldFacts, HeldIdentity, HeldMention, HeldQuote } from './held'
import type { ClassOf } from './identityClasses'
import { ratingTable, type RatingTable } from './ratings'

/** One table for each question, in the order in which they are shown. */
export type QuestionTables = ReadonlyMap<Question, RatingTable>

export function questionTables(annotators: number): QuestionTables {
  return new Map(questions.map((question) => [question, ratingTable(annotators)]))
}

const questions: readonly Question[] = ['mention', 'type', 'acting', 'identity', 'quote', 'act', 'speaker', 'article']

/** Adds what annotators answered about one article; undefined for who has decided nothing about it. */
export function addAnswers(tables: QuestionTables, held: readonly (HeldFacts | undefined)[], classOf: ClassOf): void {
  const ask = <Fact>(
    question: Question,
    factsOf: (facts: HeldFacts) => ReadonlyMap<string, Fact>,
    answerOf: (fact: Fact) => string | null
  ) => {
    const all = held.map((facts) => facts && factsOf(facts))
    for (const key of new Set(all.flatMap((facts) => [...(facts?.keys() ?? [])]))) {
      const answers = all.map((facts) => {
        const fact = facts?.get(key)
        return fact === undefined ? null : answerOf(fact)
      })
      if (answers.filter((answer) => answer !== null).length > 1) tables.get(question)?.add(answers)
    }
  }
  const mentions = ({ mentions: facts }: HeldFacts) => facts
  const quotes = ({ quotes: facts }: HeldFacts) => facts
  ask('mention', mentions, verdict)
  ask('type', mentions, ({ fact }) => fact?.type ?? null)
  ask('acting', mentions, ({ fact }) => (fact?.type === 'place' ? String(fact.acting) : null))
  ask('identity', ({ identities }) => identities, identity)
  ask('quote', quotes, verdict)
  ask('act', quotes, ({ fact }) => fact?.act ?? null)
  ask('speaker', ({ speakers }) => speakers, identity)
  ask('article', isArticle, String)

  function identity({ who }: HeldIdentity): string {
    return classOf(who)
  }
}

function verdict({ isSuggested, isAsSuggested, fact }: Held<HeldMention | HeldQuote>): string | null {
  if (!isSuggested) return null
  return fact === null ? 'reject' : isAsSuggested ? 'keep' : 'change'
}

function isArticle({ article }: HeldFacts): ReadonlyMap<string, boolean> {
  return new Map(article ? [['', article.isArticle]] : [])
}
