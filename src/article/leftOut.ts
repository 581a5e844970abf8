import type { Paragraph, Span } from './article'
import { boilerplateOf, type Boilerplate } from './boilerplate'
import { isCredit } from './credits'

/** `credit`: who reported, edited, syndicated or owns the text, and what it is for. */
export type LeftOutReason = 'credit' | Boilerplate

/** A paragraph that is about the text or the page: nobody is quoted in it. */
export interface LeftOut extends Span {
  readonly reason: LeftOutReason
}

/** What of an article is not read as its prose, in order. */
export function leftOut({ text, paragraphs }: NotedArticle): readonly LeftOut[] {
  return paragraphs.flatMap((paragraph) => {
    // A line that says nothing but a date is a credit too: it is the article's own, and a reader looks for it.
    const reason = paragraph.role === 'credit' ? reasonOf(text, paragraph) : null
    return reason === null ? [] : [{ start: paragraph.start, end: paragraph.end, reason }]
  })
}

interface NotedArticle {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

/** Whether a whole paragraph is about the text or the page, and not of the news. */
export function isNote(text: string, paragraph: Span): boolean {
  return reasonOf(text, paragraph) !== null
}

function reasonOf(text: string, paragraph: Span): LeftOutReason | null {
  return boilerplateOf(text, paragraph) ?? (isCredit(text, paragraph) ? 'credit' : null)
}
