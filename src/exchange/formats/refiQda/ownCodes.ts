import type { Corpus } from '../../../corpus'
import type { FlatSpan } from '../../flat/flatDocument'
import { guidOf, guidOfId } from '../../guid'

/** A code of what the engine finds: of no codebook of the researcher's. */
export interface OwnCode {
  readonly guid: string
  readonly name: string
  readonly color: string
  readonly description?: string
  readonly children: readonly OwnCode[]
}

export const ownRootName = 'Article Annotator'

/**
 * Why it is so: codes are what every program for qualitative data shows, counts and retrieves, while cases, variables of selections and
 * links are dropped by some. So everything that is found is coded, under one code of its own that is easily folded away or deleted. Who
 * says a quote is a code below "Quote": "all that Mara Lind says" is one click then, and "all quotes" is "Quote" with what is below it.
 * Those without a name would be thousands that say little ("a resident"): their quotes have the code "Quote" itself. Names are different
 * among siblings, as ATLAS.ti wants them.
 */
export function ownCodes({ entities }: Corpus): OwnCode {
  const names = new Set<string>()
  const speakers = entities
    .filter(({ named, quotes }) => named && quotes.length > 0)
    .map(({ id, name, identity }): OwnCode => ({
      guid: guidOf('speaker', id),
      name: unlike(name, names),
      color: colors.Quote,
      ...(identity !== undefined && { description: identity }),
      children: []
    }))
  const children = labels.map((name): OwnCode => ({
    guid: ownCodeGuid(name),
    name,
    color: colors[name],
    description: descriptions[name],
    children: name === 'Quote' ? speakers : []
  }))
  const description = 'What Article Annotator found, or a person decided with it: mentions, quotes and their speakers.'
  return { guid: ownCodeGuid(ownRootName), name: ownRootName, color: '#808080', description, children }
}

/** The codes that a span is coded with, by GUID: none for a memo. `speakers` are the GUIDs of those that have a code. */
export function codesOfSpan({ layer, label, features }: FlatSpan, speakers: ReadonlySet<string>): readonly string[] {
  switch (layer) {
    case 'memo':
      return []
    case 'code':
      return [guidOfId(String(features['code']))]
    case 'quote': {
      const speaker = guidOf('speaker', String(features['speaker'] ?? ''))
      return [speakers.has(speaker) ? speaker : ownCodeGuid(label)]
    }
    case 'mention':
    case 'cue':
    case 'source':
      return [ownCodeGuid(label)]
  }
}

function ownCodeGuid(name: string): string {
  return guidOf('own code', name)
}

const labels = ['Person', 'Organization', 'Group', 'Place', 'Quote', 'Cue', 'Source'] as const

const colors = {
  Person: '#3b6fb6',
  Organization: '#7b4fa3',
  Group: '#3f8f8a',
  Place: '#4c8c3f',
  Quote: '#c98a1b',
  Cue: '#b5642d',
  Source: '#a34a5e'
} as const

const descriptions = {
  Person: 'A person is named, described or meant by a pronoun.',
  Organization: 'A body, such as a ministry, a company, an agency.',
  Group: 'People who are called by what they have in common.',
  Place: 'A place, also where it stands for those who govern it.',
  Quote: 'The content of what somebody says. Codes below it: who says it.',
  Cue: 'The words that attribute a quote: "said".',
  Source: 'The words for who says it.'
} as const

function unlike(name: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name} (${count})`
    if (taken.has(tried.toLowerCase())) continue
    taken.add(tried.toLowerCase())
    return tried
  }
}
