import type { Span } from '../../../article'
import type { AnnotationDocument } from '../../document'
import type { FlatDocument } from '../../flat/flatDocument'
import { flattenFor } from '../../flat/flattenFor'
import { tokensOf } from '../../flat/tokensOf'
import type { ExchangeFormat, ExportInput } from '../../format'
import { writeJsonLine } from '../../jsonLine'
import { offsetTable } from '../../offsets'
import { countProjectMemos } from '../../projectMemos'
import { detailsJson } from './details'
import { readProdigy } from './readProdigy'

/** JSON Lines of Prodigy, which spaCy's converters read too. */
export const prodigy: ExchangeFormat = {
  id: 'prodigy',
  label: 'Prodigy / spaCy JSONL',
  description:
    'A line for each article, with text, tokens, labelled spans and relations: for Prodigy (spans.manual and rel.manual, or ner.manual where nothing overlaps) and for spaCy. Spans are whole words; pieces of one annotation become several there. Offsets are code points.',
  suffix: '.prodigy',
  extension: 'jsonl',
  cannotHold: ['word-edges', 'discontinuous', 'memo', 'accept', 'verdict', 'rejected', 'codebook', 'project-memo'],
  writer: { kind: 'file', write: writeProdigy },
  read: readProdigy
}

async function* writeProdigy(input: ExportInput): AsyncGenerator<string> {
  for await (const document of input.documents())
    yield `${writeJsonLine(prodigyLine(document, flattenFor(document, input), input.lost))}\n`
  if (input.codes.length > 0) input.lost('codebook', input.codes.length)
  countProjectMemos(input)
}

interface ProdigySpan extends Span {
  readonly label: string
  /** Indexes of tokens, both of them in the span. */
  readonly token_start: number
  readonly token_end: number
}

function prodigyLine({ name, text, tokens }: AnnotationDocument, flat: FlatDocument, lost: ExportInput['lost']) {
  const table = offsetTable(text)
  const words = tokens.map((token, id) => ({
    text: text.slice(token.start, token.end),
    ...table.out(token, 'codepoints'),
    id,
    ws: (tokens[id + 1]?.start ?? text.length) > token.end
  }))
  const spans: ProdigySpan[] = []
  const first = new Map<string, ProdigySpan>()
  const details: unknown[] = []
  for (const span of flat.spans) {
    const { ranges, isExact } = tokensOf(tokens, span.pieces)
    if (!isExact) lost('word-edges')
    if (span.pieces.length > 1) lost('discontinuous')
    if (span.pieces.length === 0) lost('memo')
    else if (ranges.length === 0) continue
    const pieces = ranges.map((range): ProdigySpan => {
      const { start, end } = { start: words[range.first]!.start, end: words[range.end - 1]!.end }
      return { start, end, token_start: range.first, token_end: range.end - 1, label: span.label }
    })
    details.push(detailsJson(span, pieces))
    spans.push(...pieces)
    if (pieces[0]) first.set(span.id, pieces[0])
  }
  const relations = flat.relations.flatMap(({ label, from, to }) => {
    const [head, child] = [first.get(from), first.get(to)]
    if (!head || !child) return []
    return [{ head: head.token_end, child: child.token_end, head_span: head, child_span: child, label }]
  })
  return { text, tokens: words, spans, relations, meta: { source: name }, answer: 'accept', details }
}
