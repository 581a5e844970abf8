import type { Analysis, Entity, EntityType, Mention, Quote } from '../../../src/analysis'
import type { Span } from '../../../src/article'

/** A text and its analysis as they were marked. */
export interface MarkedText {
  readonly text: string
  readonly analysis: Analysis
  /** Where the nth (from 1) occurrence of some words begins. */
  readonly at: (words: string, occurrence?: number) => number
}

/** Name and type of each entity by the letter that marks its mentions. */
export type Bearers = Readonly<
  Record<string, { readonly name: string; readonly type: EntityType; readonly named?: boolean }>
>

/**
 * Reads "{a:Ana Ruiz} said {a~she} saw {b?the envoy}." where ":" marks a name, "?" a description and "~" a pronoun. Marks
 * may lie in one another. `quotes` gives for each quote its words, its source's words, and the speaker's letter.
 */
export function marked(
  source: string,
  bearers: Bearers,
  quotes: readonly {
    readonly content: string
    readonly source?: string
    readonly speaker?: string
    readonly rest?: Partial<Quote>
  }[] = []
): MarkedText {
  const { text, mentions } = readMarks(source, bearers)
  const ordered = mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  const entities = Object.entries(bearers).map(([id, { name, type, named = true }]): Entity => ({
    id,
    name,
    type,
    named,
    aliases: [],
    descriptions: [],
    places: [],
    mentions: ordered.flatMap(({ entity }, index) => (entity === id ? [index] : []))
  }))
  const at = (words: string, occurrence = 1) => {
    let found = -1
    for (let left = occurrence; left > 0; left--) {
      found = text.indexOf(words, found + 1)
      if (found < 0) throw new Error(`"${words}" does not stand ${occurrence} times in "${text}"`)
    }
    return found
  }
  const spanOf = (words: string): Span => ({ start: at(words), end: at(words) + words.length })
  const found = quotes.map(({ content, source: words, speaker, rest }): Quote => ({
    content: [spanOf(content)],
    cue: null,
    source: words === undefined ? null : [spanOf(words)],
    kind: 'direct',
    act: 'speech',
    speaker: speaker ?? null,
    speakerRule: null,
    rule: 'test',
    confidence: 1,
    ...rest
  }))
  return { text, analysis: { mentions: ordered, entities, quotes: found, links: [] }, at }
}

const forms = { ':': 'name', '?': 'nominal', '~': 'pronoun' } as const

function readMarks(source: string, bearers: Bearers): { text: string; mentions: Mention[] } {
  let text = ''
  const mentions: Mention[] = []
  const open: { readonly start: number; readonly entity: string; readonly form: Mention['form'] }[] = []
  for (let index = 0; index < source.length; index++) {
    const letter = source[index]!
    if (letter === '{') {
      open.push({
        start: text.length,
        entity: source[index + 1]!,
        form: forms[source[index + 2] as keyof typeof forms]
      })
      index += 2
    } else if (letter === '}') {
      const mark = open.pop()!
      mentions.push({
        ...mark,
        end: text.length,
        type: bearers[mark.entity]!.type,
        acting: false,
        description: null,
        rule: 'test',
        confidence: 1
      })
    } else text += letter
  }
  return { text, mentions }
}
