import type { Analysis, Engine, EntityType, Mention, Quote } from '../../src/analysis'
import type { Article, Span } from '../../src/article'
import { labels, labelsOf, type Encoder, type EncoderReading, type WordRun } from '../../src/encoder'
import { finish, type Steps } from '../../src/util/steps'

/** A cue, and a place that acts, count from here on. */
const half = 0.5

/**
 * What the encoder says by itself, in the form of an analysis, to be scored beside the engine: names, cues with their sources and contents,
 * and which places act. It knows no speakers.
 */
export function encoderAlone(encoder: Encoder): Engine {
  function* analyzeInSteps({ text }: Article): Steps<Analysis> {
    const reading = yield* encoder.readInSteps(text)
    const mentions = namesOf(reading)
    return {
      mentions,
      entities: mentions.map(({ entity, type, start, end }, index) => ({
        ...{ id: entity, name: text.slice(start, end), type, named: true },
        ...{ aliases: [], descriptions: [], mentions: [index], places: [] }
      })),
      quotes: quotesOf(reading, text).sort((a, b) => a.content[0]!.start - b.content[0]!.start),
      links: []
    }
  }
  return {
    version: encoder.version,
    analyze: (article) => finish(analyzeInSteps(article)),
    analyzeInSteps
  }
}

const types: readonly (EntityType | undefined)[] = ['person', 'organization', 'place', undefined]

function namesOf(reading: EncoderReading): readonly Mention[] {
  const mentions: Mention[] = []
  let open = -1
  const likeliest = (word: number) => {
    const shares = labelsOf(reading, 'names', word)
    return shares.indexOf(Math.max(...shares))
  }
  for (let word = 0; word < reading.starts.length; word++) {
    const label = likeliest(word)
    const kind = Math.floor((label - 1) / 2)
    const last = mentions.at(-1)
    const goesOn = label > 0 && labels.names[label]!.endsWith('inside') && open === kind
    open = label === 0 ? -1 : kind
    const type = label === 0 ? undefined : types[kind]
    if (type === undefined) continue
    if (goesOn && last) mentions[mentions.length - 1] = { ...last, end: reading.ends[word]! }
    else
      mentions.push({
        ...{
          start: reading.starts[word]!,
          end: reading.ends[word]!,
          type,
          form: 'name',
          entity: `e${mentions.length}`
        },
        ...{ acting: type === 'place' && labelsOf(reading, 'acting', word)[1]! >= half, description: null },
        ...{ rule: 'encoder', confidence: 1 }
      })
  }
  return mentions
}

function quotesOf(reading: EncoderReading, text: string): Quote[] {
  const spanOf = ({ start, end }: WordRun): Span => ({ start: reading.starts[start]!, end: reading.ends[end - 1]! })
  return reading.cues.flatMap(({ words, probability, sources, contents }) => {
    const content = contents.map(spanOf)
    const [first] = content
    if (probability < half || !first) return []
    const isQuoted = /^["\u201c]/.test(text.slice(first.start)) && /["\u201d]$/.test(text.slice(0, content.at(-1)!.end))
    return [
      {
        ...{ content, cue: [spanOf(words)], source: sources.length > 0 ? sources.map(spanOf) : null },
        ...{ kind: isQuoted ? 'direct' : 'indirect', act: 'speech', speaker: null, speakerRule: null },
        ...{ rule: 'encoder', confidence: probability }
      } as const
    ]
  })
}
