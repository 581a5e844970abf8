export interface BratSpan {
  readonly id: string
  readonly type: string
  /** In the file's own unit. */
  readonly fragments: readonly (readonly [start: number, end: number])[]
  readonly words: string
}

export interface BratRelation {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
}

/** Attributes, notes and references of one annotation. */
export interface BratDetails {
  readonly attributes: ReadonlyMap<string, string>
  readonly notes: readonly { readonly type: string; readonly text: string }[]
  readonly references: readonly { readonly database: string; readonly id: string; readonly name: string }[]
}

export interface BratAnnotations {
  readonly spans: readonly BratSpan[]
  readonly relations: readonly BratRelation[]
  readonly details: (target: string) => BratDetails
  /** Events, equivalences and others that have no place with us. */
  readonly others: number
  /** Lines that are none of the format. */
  readonly damaged: number
}

interface GrowingDetails extends BratDetails {
  readonly attributes: Map<string, string>
  readonly notes: { type: string; text: string }[]
  readonly references: { database: string; id: string; name: string }[]
}

/** The lines of an .ann file, by brat's own description of its format (brat.nlplab.org/standoff.html). */
export function parseAnnotations(text: string): BratAnnotations {
  const spans: BratSpan[] = []
  const relations: BratRelation[] = []
  const details = new Map<string, GrowingDetails>()
  const detailsOf = (target: string) => {
    const known = details.get(target)
    if (known) return known
    const made: GrowingDetails = { attributes: new Map(), notes: [], references: [] }
    details.set(target, made)
    return made
  }
  let others = 0
  let damaged = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [id = '', data = '', ...tail] = line.replace(/\r$/, '').split('\t')
    const rest = tail.join('\t')
    switch (id.charAt(0)) {
      case 'T': {
        const span = spanOf(id, data, rest)
        if (span) spans.push(span)
        else damaged++
        break
      }
      case 'R': {
        const [type, first, second] = data.trim().split(/ +/)
        const [from, to] = [argument(first), argument(second)]
        if (type !== undefined && from !== undefined && to !== undefined) relations.push({ id, type, from, to })
        else damaged++
        break
      }
      case 'A':
      case 'M': {
        const [type = '', target = '', ...value] = data.split(' ')
        if (target === '') damaged++
        else detailsOf(target).attributes.set(type, value.length > 0 ? value.join(' ') : 'true')
        break
      }
      case 'N': {
        const match = /^(\S+) (\S+) ([^\s:]+):(\S+)$/.exec(data)
        if (match) detailsOf(match[2]!).references.push({ database: match[3]!, id: match[4]!, name: rest })
        else damaged++
        break
      }
      case '#': {
        const [type = '', target = ''] = data.split(' ')
        if (target === '') damaged++
        else detailsOf(target).notes.push({ type, text: rest })
        break
      }
      case 'E':
      case '*':
        others++
        break
      default:
        damaged++
    }
  }
  return { spans, relations, details: (target) => details.get(target) ?? nothing, others, damaged }
}

const nothing: BratDetails = { attributes: new Map(), notes: [], references: [] }

function spanOf(id: string, data: string, words: string): BratSpan | undefined {
  const match = /^(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)$/.exec(data.trim())
  if (!match) return undefined
  const fragments = match[2]!.split(';').map((pair) => {
    const [start, end] = pair.split(' ').map(Number)
    return [start!, end!] as const
  })
  return { id, type: match[1]!, fragments, words }
}

function argument(text: string | undefined): string | undefined {
  return /^[^:]+:(\S+)$/.exec(text ?? '')?.[1]
}
