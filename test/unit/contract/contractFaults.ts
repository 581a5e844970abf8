import type { Analysis, Mention, Quote } from '../../../src/analysis'
import type { Article, Span, Token } from '../../../src/article'

/**
 * What an analysis says against its own contract (`src/analysis/analysis.ts`), a readable line each; nothing for a sound one.
 * `given` quotes are a person's: their spans are taken as they are, and only checked to lie in the text. So are those of decided
 * quotes, and a decided name may be cut; an entity that a person named may be in the article without a mention.
 */
export function contractFaults(
  article: Article,
  { mentions, entities, quotes, links }: Analysis,
  given = false
): readonly string[] {
  const { text } = article
  const faults: string[] = []
  const shown = ({ start, end }: Span) =>
    `[${start},${end}] ${JSON.stringify(text.slice(start, Math.min(end, start + 60)))}`
  const check = (holds: boolean, what: string, ...spans: readonly Span[]) => {
    if (!holds) faults.push(`${what}: ${spans.map(shown).join(' ')}`)
  }
  const checkSpan = (span: Span, what: string) => {
    check(0 <= span.start && span.start < span.end && span.end <= text.length, `${what} lies outside of the text`, span)
    check(!cutsCharacter(text, span.start) && !cutsCharacter(text, span.end), `${what} cuts a character in two`, span)
  }

  mentions.forEach((mention, index) => {
    checkSpan(mention, 'a mention')
    if (mention.description) checkSpan(mention.description, 'a description')
    const before = mentions[index - 1]
    if (before) check(isOrdered(before, mention), 'mentions are out of order', before, mention)
  })
  for (const [outer, inner] of overlapping(mentions)) {
    check(inner.end <= outer.end, 'mentions cross', outer, inner)
    check(
      outer.start !== inner.start || outer.end !== inner.end || outer.entity !== inner.entity,
      'a mention is there twice',
      outer
    )
  }

  const entityOf = new Map(entities.map((entity) => [entity.id, entity]))
  if (entityOf.size !== entities.length) faults.push('two entities have one id')
  for (const { id, name, identity, mentions: own } of entities) {
    if (own.length === 0 && identity === undefined)
      faults.push(`an entity has no mention: ${id} ${JSON.stringify(name)}`)
    if (name.trim() === '') faults.push(`an entity has no name: ${id}`)
    if (own.some((mention, at) => mentions[mention]?.entity !== id || mention <= (own[at - 1] ?? -1)))
      faults.push(`an entity has others' mentions: ${id} ${JSON.stringify(name)}`)
  }
  if (entities.reduce((sum, { mentions: own }) => sum + own.length, 0) !== mentions.length)
    faults.push('a mention belongs to no entity, or to two')

  const names = mentions.filter(({ form, decidedBy }) => form === 'name' && decidedBy === undefined)
  quotes.forEach((quote, index) => {
    const parts = { content: quote.content, cue: quote.cue, source: quote.source }
    if (quote.content.length === 0) faults.push(`quote ${index} has no content`)
    for (const [part, pieces] of Object.entries(parts)) {
      if (pieces?.length === 0) faults.push(`the ${part} of quote ${index} has no piece`)
      for (const piece of pieces ?? []) checkSpan(piece, `a ${part}`)
    }
    if (!given && quote.decidedBy === undefined) checkParts(article, quote, names, check)
    const next = quotes[index + 1]
    if (next && !given)
      check(
        (quote.content[0]?.start ?? 0) <= (next.content[0]?.start ?? 0),
        'quotes are out of order',
        ...quote.content
      )
    if (quote.speaker !== null && !entityOf.has(quote.speaker)) faults.push(`quote ${index} has an unknown speaker`)
  })

  const linked = new Map(links.flatMap((link) => link.quotes.map((quote) => [quote, link.speaker] as const)))
  if (
    links.reduce((sum, link) => sum + link.quotes.length, 0) !== linked.size ||
    quotes.some(({ speaker }, index) => (linked.get(index) ?? null) !== speaker)
  )
    faults.push('the links are not the quotes by speaker')
  return faults
}

function checkParts(
  { tokens }: Article,
  { content, cue, source }: Quote,
  names: readonly Mention[],
  check: (holds: boolean, what: string, ...spans: readonly Span[]) => void
): void {
  for (const [part, pieces] of Object.entries({ content, cue: cue ?? [], source: source ?? [] }))
    pieces.forEach((piece, at) => {
      const before = pieces[at - 1]
      if (before) check(before.end <= piece.start, `pieces of a ${part} overlap or are out of order`, before, piece)
    })
  for (const one of cue ?? [])
    for (const other of source ?? []) check(!meets(one, other), 'cue and source overlap', one, other)
  for (const piece of content)
    for (const other of [...(cue ?? []), ...(source ?? [])])
      check(!meets(piece, other), 'a content overlaps its own cue or source', piece, other)
  // Markdown's markup may part a name and a source in the same place: only the ends of the whole cut.
  for (const [part, pieces] of Object.entries({ cue, source })) {
    const whole = pieces && { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }
    for (const name of whole ? namesAt(names, whole) : [])
      check(!cuts(whole!, name, tokens), `a ${part} cuts a name`, whole!, name)
  }
}

/** Pairs of mentions that share a character, the one that begins first before the other. */
function* overlapping(mentions: readonly Mention[]): Generator<readonly [Mention, Mention]> {
  const open: Mention[] = []
  for (const mention of mentions) {
    while (open.length > 0 && open[open.length - 1]!.end <= mention.start) open.pop()
    for (const outer of open) if (outer.end > mention.start) yield [outer, mention]
    open.push(mention)
  }
}

function isOrdered(a: Span, b: Span): boolean {
  return a.start < b.start || (a.start === b.start && a.end >= b.end)
}

function namesAt(names: readonly Mention[], piece: Span): readonly Mention[] {
  return names.filter((name) => meets(name, piece))
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True when some words of a name lie in the whole and others do not: a mark at the edge of either cuts nothing. */
function cuts(whole: Span, name: Span, tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && name.start <= token.start && token.end <= name.end)
  return words.some((word) => meets(word, whole)) && words.some((word) => !meets(word, whole))
}

function cutsCharacter(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}
