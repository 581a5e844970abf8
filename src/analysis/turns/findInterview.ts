import type { Article } from '../../article'
import type { NamedMention } from '../analysis'
import { interviewee } from './interviewee'
import { meets, speaksOfSelf, wordsOf, type Range } from './wordsOfParagraph'

/** What somebody says in an interview whose layout has no labels. */
export interface InterviewTurn {
  /** Of an answer the one who is interviewed, where the text says who that is; null of a question. */
  readonly source: Range | null
  /** One range a paragraph. */
  readonly content: readonly Range[]
}

/**
 * Questions and answers as paragraphs of their own, without labels: at least three times a paragraph that asks "you" (or asks, where
 * the text says above that it is an interview), and below it somebody who says "I" or "we". None for any other article: that writers ask themselves, or their readers, is no interview.
 */
export function findInterview(article: Article, names: readonly NamedMention[]): readonly InterviewTurn[] {
  const { paragraphs, text } = article
  const isQuestion = questionsOf(
    paragraphs.map(({ start, end }) => text.slice(start, Math.min(end, start + longestQuestion + 1)))
  )
  const questions = paragraphs.flatMap((_, at) =>
    isQuestion[at] && !isQuestion[at + 1] && at + 1 < paragraphs.length ? at : []
  )
  if (questions.length < fewestQuestions) return []
  const answers = questions.map((question, index) => {
    const next = questions[index + 1]
    const answer: number[] = []
    for (let at = question + 1; at < (next ?? paragraphs.length); at++) {
      if (paragraphs[at]!.role !== 'body' || isQuestion[at]) break
      // Behind the last answer it may be the writer who goes on.
      if (next === undefined && at > question + 1 && !speaksOfSelf(article, at)) break
      answer.push(at)
    }
    return answer
  })
  const toYou = questions.filter((at) => /\b(?:you|your|yours)\b/i.test(words(article, at))).length
  const ofSelf = answers.filter((answer) => answer.some((at) => firstPerson.test(words(article, at)))).length
  const asksYou =
    toYou * 5 >= questions.length * 3 || saysInterview.test(text.slice(0, paragraphs[questions[0]!]!.start))
  if (!asksYou || ofSelf * 5 < questions.length * 3) return []
  if (answers.some((answer) => answer.length > longestAnswer)) return []
  const answerer = interviewee(article, names, paragraphs[questions[0]!]!.start)
  const contentOf = (at: readonly number[]) => at.flatMap((paragraph) => wordsOf(article, paragraph, 0) ?? [])
  return questions.flatMap((question, index): readonly InterviewTurn[] =>
    [
      { source: null, content: contentOf([question]) },
      withoutOwnWords({ source: answerer, content: contentOf(answers[index]!) })
    ].filter(({ content }) => content.length > 0)
  )
}

const saysInterview = /\binterview(?:s|ed)?\b/i
const fewestQuestions = 3
/** In paragraphs. */
const longestAnswer = 12
/** In UTF-16 units. */
const longestQuestion = 500
const firstPerson = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b/

/** "I'm Ana Silk": what stands in an answer is no source of it. */
function withoutOwnWords({ source, content }: InterviewTurn): InterviewTurn {
  return { source: source && meets(content, source) ? null : source, content }
}

/** Where most paragraphs in the same bold ask, all of them do: "**First, tell us who you are.**" */
function questionsOf(paragraphs: readonly string[]): readonly boolean[] {
  const ask = paragraphs.map(asks)
  const marks = paragraphs.map((words) => (words.length <= longestQuestion ? emphasized.exec(words)?.[1] : undefined))
  const areQuestions = (mark: string) => {
    const alike = marks.flatMap((other, at) => (other === mark ? at : []))
    const asked = alike.filter((at) => ask[at]).length
    return asked >= fewestQuestions && asked * 3 >= alike.length * 2
  }
  const asking = [...new Set(marks)].filter((mark) => mark !== undefined && areQuestions(mark))
  return ask.map((one, at) => one || asking.includes(marks[at]))
}

const emphasized = /^\s*(\*{1,3}|_{1,3})[^\s*_][^\n]*\1\s*$/

/** A paragraph that ends with a question, and is nobody's words in marks. */
function asks(paragraph: string): boolean {
  return (
    paragraph.length <= longestQuestion &&
    /\?[\s*_]*$/.test(paragraph.slice(-8)) &&
    !/^\s*["\u201c\u2018\u2014-]/.test(paragraph)
  )
}

function words({ text, paragraphs }: Article, at: number): string {
  const { start, end } = paragraphs[at]!
  return text.slice(start, Math.min(end, start + mostRead))
}

const mostRead = 4000
