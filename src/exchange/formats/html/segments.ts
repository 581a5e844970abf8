import type { EntityType } from '../../../analysis'
import type { Span } from '../../../article'
import type { AnnotationDocument } from '../../document'

/** A stretch of the text that looks the same everywhere in it. */
export interface Segment extends Span {
  /** The annotations that it belongs to, as their ids, in order; a quote's cue is "q1.cue", its source "q1.source". */
  readonly ids: readonly string[]
  /** The type of the tightest mention. */
  readonly mention: EntityType | undefined
  /** In how many quotes it is. */
  readonly quotes: number
  /** A piece of a quote begins, or ends, with it. */
  readonly opens: boolean
  readonly closes: boolean
  readonly cue: boolean
  readonly source: boolean
  readonly memo: boolean
  /** `Code.id`s, each once. */
  readonly codes: readonly string[]
}

interface Stretch extends Span {
  readonly id: string
  readonly part: 'mention' | 'quote' | 'cue' | 'source' | 'code' | 'memo'
  readonly type?: EntityType
  readonly code?: string
}

/** What is not listed of one segment: thousands of annotations on the same words would make a page of the square of that. */
const mostListed = 40

/**
 * The text, cut wherever an annotation begins or ends and at each of `edges`: all segments together are the whole text. Pairs of
 * surrogates are never cut.
 */
export function segmentsOf(document: AnnotationDocument, edges: readonly number[]): readonly Segment[] {
  const { text } = document
  const stretches = stretchesOf(document)
    .map((stretch) => ({
      ...stretch,
      start: wholeCharacter(text, stretch.start),
      end: wholeCharacter(text, stretch.end)
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([0, text.length, ...edges, ...stretches.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  const ending = new Map<number, Stretch[]>()
  const open = new Set<Stretch>()
  const segments: Segment[] = []
  let next = 0
  cuts.forEach((start, index) => {
    const end = cuts[index + 1]
    for (const stretch of ending.get(start) ?? []) open.delete(stretch)
    if (end === undefined) return
    for (let stretch = stretches[next]; stretch?.start === start; stretch = stretches[++next]) {
      open.add(stretch)
      const others = ending.get(stretch.end)
      if (others) others.push(stretch)
      else ending.set(stretch.end, [stretch])
    }
    segments.push(segmentOf({ start, end }, open))
  })
  return segments
}

function segmentOf({ start, end }: Span, open: ReadonlySet<Stretch>): Segment {
  const listed: Stretch[] = []
  for (const stretch of open) {
    if (listed.length === mostListed) break
    listed.push(stretch)
  }
  const of = (part: Stretch['part']) => listed.filter((stretch) => stretch.part === part)
  const quotes = of('quote')
  const tightest = of('mention').reduce<Stretch | undefined>(
    (best, each) => (best && best.end - best.start <= each.end - each.start ? best : each),
    undefined
  )
  return {
    start,
    end,
    ids: [...new Set(listed.map(({ id }) => id))],
    mention: tightest?.type,
    quotes: quotes.length,
    opens: quotes.some((quote) => quote.start === start),
    closes: quotes.some((quote) => quote.end === end),
    cue: of('cue').length > 0,
    source: of('source').length > 0,
    memo: of('memo').length > 0,
    codes: [...new Set(of('code').flatMap(({ code }) => code ?? []))]
  }
}

function stretchesOf({ annotations }: AnnotationDocument): readonly Stretch[] {
  return annotations.flatMap((annotation): readonly Stretch[] => {
    const { id, layer, spans } = annotation
    const pieces = (part: Stretch['part'], of: readonly Span[] | null, name = id) =>
      (of ?? []).map(({ start, end }) => ({ start, end, id: name, part }))
    switch (layer) {
      case 'mention':
        return pieces('mention', spans).map((piece) => ({ ...piece, type: annotation.type }))
      case 'quote':
        return [
          ...pieces('quote', spans),
          ...pieces('cue', annotation.cue, `${id}.cue`),
          ...pieces('source', annotation.source, `${id}.source`)
        ]
      case 'code':
        return pieces('code', spans).map((piece) => ({ ...piece, code: annotation.code }))
      case 'memo':
        return pieces('memo', spans)
    }
  })
}

function wholeCharacter(text: string, offset: number): number {
  const isInside = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))
  return isInside && offset > 0 ? offset - 1 : offset
}
