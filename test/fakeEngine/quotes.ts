import type { Mention, Quote, QuoteKind } from '../../src/analysis'
import type { Article, Span } from '../../src/article'

const cue = '(?<cue>said|told)'
/** After a quotation: ` Lopez told reporters`. Before it: `Maria Lopez said `. A mention stands where the source is. */
const cueBehindSource = new RegExp(`^ ${cue}\\b`)
const cueBeforeSource = new RegExp(`^ ${cue} $`)
const cueBeforeContent = new RegExp(`^ ${cue} $`)
const reported = new RegExp(
  `^(?:, [^,"\\n]+,)? ${cue}(?: reporters)?(?: (?:in|on) [A-Z][a-z]+)*(?: that)? (?!reporters|in |on |that )(?<content>[^"\\n]+?)\\.(?=\\s|$)`
)

/**
 * The plainest ways to quote somebody: `"…," X said`, `"…," said X`, `X said "…"`, and `X said (on Monday) (that) …` up to
 * the full stop. Who speaks is who is mentioned there. In order of their first characters.
 */
export function quotesIn(article: Article, mentions: readonly Mention[]): readonly Quote[] {
  const quotes = [...directQuotes(article, mentions), ...indirectQuotes(article, mentions)]
  return quotes.sort((a, b) => firstCharacter(a) - firstCharacter(b))
}

function directQuotes({ text }: Article, mentions: readonly Mention[]): readonly Quote[] {
  return [...text.matchAll(/"[^"\n]+"/g)].flatMap(({ 0: words, index: start }) => {
    const content = { start, end: start + words.length }
    const after = mentions.find(({ start }) => start > content.end)
    if (after) {
      const between = text.slice(content.end, after.start)
      if (between === ' ') {
        const found = cueBehindSource.exec(text.slice(after.end, after.end + 20))
        if (found) return [quote('direct', content, after, cueSpan(found, after.end), 'quote-then-source')]
      }
      const found = cueBeforeSource.exec(between)
      if (found) return [quote('direct', content, after, cueSpan(found, content.end), 'quote-then-source')]
    }
    const before = mentions.findLast(({ end }) => end < content.start)
    const found = before && cueBeforeContent.exec(text.slice(before.end, content.start))
    return found ? [quote('direct', content, before, cueSpan(found, before.end), 'source-then-content')] : []
  })
}

function indirectQuotes({ text }: Article, mentions: readonly Mention[]): readonly Quote[] {
  return mentions.flatMap((source) => {
    const found = reported.exec(text.slice(source.end, source.end + 400))
    const words = found?.groups?.['content']
    if (!found || words === undefined) return []
    const end = source.end + found[0].length - 1
    return [
      quote('indirect', { start: end - words.length, end }, source, cueSpan(found, source.end), 'source-then-content')
    ]
  })
}

function quote(kind: QuoteKind, content: Span, source: Mention, cue: Span, rule: string): Quote {
  return {
    content: [content],
    cue: [cue],
    source: [{ start: source.start, end: source.end }],
    kind,
    act: 'speech',
    speaker: source.entity,
    speakerRule: source.rule,
    rule,
    confidence: 0.9
  }
}

/** The cue of a match that begins at `from`: the first "said" or "told" in it. */
function cueSpan(found: RegExpExecArray, from: number): Span {
  const words = found.groups?.['cue'] ?? ''
  const start = from + found[0].search(new RegExp(`\\b${words}\\b`))
  return { start, end: start + words.length }
}

function firstCharacter({ content, cue, source }: Quote): number {
  return Math.min(...[...content, ...(cue ?? []), ...(source ?? [])].map(({ start }) => start))
}
