import { readArticle, type Span } from '../../../src/article'
import type { Analysis, Attribution, EntityType, NamedMention, PlaceRecord } from '../../../src/analysis'
import { identify } from '../../../src/analysis/identity'
import { actOf } from '../../../src/analysis/quotations/act'
import type { Gazetteer } from '../../../src/analysis/entities'
import { finish } from '../../../src/util/steps'

/** Text without its marks, and what they mark. */
export interface Marked {
  readonly text: string
  readonly names: readonly NamedMention[]
  readonly attributions: readonly Attribution[]
}

const types: Readonly<Record<string, EntityType>> = { P: 'person', O: 'organization', G: 'group', L: 'place' }

/**
 * Reads a marked text: `[P:Jane Roe]` is a name (P person, O organization, G group, L place), `<the official>` a source,
 * `*said*` a cue and `{talks go on}` a content. A source, a cue and a content of one line belong together, in any order;
 * a second content of the line shares the source of the first one unless it has its own.
 */
export function readMarked(marked: string): Marked {
  const names: NamedMention[] = []
  const attributions: Attribution[] = []
  let text = ''
  for (const line of marked.split(/(?<=\n)/)) {
    const sources: Span[] = []
    const cues: Span[] = []
    const contents: Span[] = []
    const open: { mark: string; start: number }[] = []
    for (let at = 0; at < line.length; at++) {
      const character = line.charAt(at)
      const name = /^\[([POGL]):/.exec(line.slice(at))
      if (name) {
        open.push({ mark: name[1]!, start: text.length })
        at += name[0].length - 1
      } else if (character === '<' || character === '{') open.push({ mark: character, start: text.length })
      else if (character === '*' && open.at(-1)?.mark !== '*') open.push({ mark: '*', start: text.length })
      else if (character === ']' || character === '>' || character === '}' || character === '*') {
        const { mark, start } = open.pop()!
        const span = { start, end: text.length }
        if (mark === '<') sources.push(span)
        else if (mark === '{') contents.push(span)
        else if (mark === '*') cues.push(span)
        else
          names.push({ ...span, type: types[mark]!, acting: false, description: null, rule: 'marked', confidence: 1 })
      } else text += character
    }
    contents.forEach((content, index) => {
      const surface = text.slice(content.start, content.end)
      const kind = /^["\u201C]/.test(surface) ? 'direct' : /["\u201C]/.test(surface) ? 'mixed' : 'indirect'
      const source = sources[Math.min(index, sources.length - 1)]
      const cue = cues[Math.min(index, cues.length - 1)]
      attributions.push({
        content: [content],
        cue: cue ? [cue] : null,
        source: source ? [source] : null,
        kind,
        act: actOf((cue ? text.slice(cue.start, cue.end) : '').toLowerCase().split(' '), kind !== 'indirect'),
        rule: 'marked',
        confidence: 1
      })
    })
  }
  return { text, names: names.sort((a, b) => a.start - b.start), attributions }
}

/** A gazetteer that knows nothing. */
export const emptyGazetteer: Gazetteer = { lookUp: () => [], demonym: () => null, country: () => null }

/** A gazetteer of countries and cities by their names. */
export function gazetteerOf(kinds: Readonly<Record<string, PlaceRecord['kind']>>): Gazetteer {
  const lookUp = (name: string): readonly PlaceRecord[] => {
    const kind = kinds[name]
    return kind
      ? [{ name, kind, country: 'XX', countryName: 'Nowhere', latitude: 0, longitude: 0, population: null }]
      : []
  }
  return { lookUp, demonym: () => null, country: () => null }
}

/** Identifies everybody in a marked text. */
export function identifyMarked(
  marked: string,
  gazetteer = emptyGazetteer
): { readonly text: string; readonly analysis: Analysis } {
  const { text, names, attributions } = readMarked(marked)
  return { text, analysis: finish(identify(readArticle(text, 'plain'), names, attributions, gazetteer)) }
}

/** One line for each quote: `the official -> a senior official (definite-description)`. */
export function speakerLines(marked: string, gazetteer = emptyGazetteer): readonly string[] {
  const { text, analysis } = identifyMarked(marked, gazetteer)
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]))
  return analysis.quotes.map(({ source, speaker, speakerRule }) => {
    const written = source?.map(({ start, end }) => text.slice(start, end)).join(' ') ?? 'nobody'
    return speaker ? `${written} -> ${names.get(speaker)} (${speakerRule})` : `${written} -> nobody`
  })
}

/** One line for each entity with what refers to it: `Jane Roe (person): Jane Roe, Roe, she`. */
export function entityLines(marked: string, gazetteer = emptyGazetteer): readonly string[] {
  const { text, analysis } = identifyMarked(marked, gazetteer)
  return analysis.entities.map(({ name, type, mentions }) => {
    const written = mentions.map((index) => text.slice(analysis.mentions[index]!.start, analysis.mentions[index]!.end))
    return `${name} (${type}): ${written.join(', ')}`
  })
}
