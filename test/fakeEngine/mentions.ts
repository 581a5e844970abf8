import type { Entity, EntityType, Mention, MentionForm } from '../../src/analysis'
import type { Article, Span } from '../../src/article'
import type { Roster } from './roster'

/** An entity before its mentions are counted. */
export type Head = Pick<Entity, 'id' | 'name' | 'type' | 'named' | 'places'>

export interface FakeMentions {
  /** In order of their first characters. */
  readonly mentions: readonly Mention[]
  /** In order of appearance. */
  readonly heads: readonly Head[]
}

const title = /(?:Norwegian Prime Minister|Mayor) $/
const apposition = /^, (?:the|an?) ([a-z]+(?: (?:of|in) [A-Z][a-z]+)?),/

/**
 * Finds names of the roster; last names, "the official" and pronouns that follow somebody whom they can mean. "I" and "me"
 * are the nearest person named from there on in the paragraph, who is its speaker in the tests' articles.
 */
export function mentionFinder({ names, places }: Roster): (article: Article) => FakeMentions {
  const fullNames = [...names.keys()]
  const lastNames = new Map(
    fullNames.flatMap((name) => (name.includes(' ') ? [[name.slice(name.lastIndexOf(' ') + 1), name] as const] : []))
  )
  const someName = new RegExp(`\\b(${[...fullNames, ...lastNames.keys()].join('|')})\\b`)
  const anybody = new RegExp(
    [
      `(?<full>${fullNames.join('|')})`,
      `(?<last>${[...lastNames.keys()].join('|')})`,
      '(?<introduced>[Aa] senior (?:port|harbour) official)',
      '(?<again>[Tt]he official)',
      '(?<pronoun>[Ss]he|[Hh]er)',
      '(?<self>I|me)'
    ]
      .map((way) => `\\b${way}\\b`)
      .join('|'),
    'g'
  )

  return (article) => {
    const { text } = article
    const heads: Head[] = []
    const mentions: Mention[] = []
    const starts = new Set(article.tokens.map(({ start }) => start))
    const headNamed = (name: string): Head | undefined => heads.find((head) => head.name === name)
    const headFor = (name: string, type: EntityType, named: boolean): Head => {
      const known = headNamed(name)
      if (known) return known
      const record = places.get(name)
      const head = { id: `e${heads.length + 1}`, name, type, named, places: record ? [record] : [] }
      heads.push(head)
      return head
    }
    const nextPerson = (from: number): Head | undefined => {
      const [rest = ''] = text.slice(from, from + 2000).split('\n', 1)
      const name = someName.exec(rest)?.[0] ?? ''
      return headNamed(lastNames.get(name) ?? name)
    }
    const lastPerson = (): Head | undefined => {
      const last = mentions.findLast(({ type, form }) => type === 'person' && form === 'name')
      return heads.find(({ id }) => id === last?.entity)
    }
    for (const { 0: words, index: start, groups = {} } of text.matchAll(anybody)) {
      if (!starts.has(start)) continue
      const span = { start, end: start + words.length }
      const add = (head: Head | undefined, form: MentionForm, rule: string, confidence: number) => {
        if (!head) return
        const { type, id } = head
        const description = form === 'name' && type === 'person' ? descriptionOf(text, span) : null
        mentions.push({ ...span, type, form, acting: false, description, entity: id, rule, confidence })
      }
      if (groups['full'] !== undefined)
        add(headFor(words, names.get(words) ?? 'person', true), 'name', 'name-tagger', 0.98)
      else if (groups['last'] !== undefined) add(headNamed(lastNames.get(words) ?? ''), 'name', 'name-tagger', 0.97)
      else if (groups['introduced'] !== undefined)
        add(headFor(`a${words.slice(1)}`, 'person', false), 'nominal', 'first-mention', 0.9)
      else if (groups['again'] !== undefined)
        add(
          heads.findLast(({ named }) => !named),
          'nominal',
          'definite-description',
          0.8
        )
      else if (groups['self'] !== undefined) add(nextPerson(span.end), 'pronoun', 'quoted-self', 0.9)
      else add(lastPerson(), 'pronoun', 'pronoun', 0.7)
    }
    return { mentions, heads }
  }
}

/** The title before a name or the apposition behind it, without its article. */
function descriptionOf(text: string, { start, end }: Span): Span | null {
  const before = title.exec(text.slice(Math.max(0, start - 40), start))
  if (before) return { start: start - before[0].length, end: start - 1 }
  const [whole, words] = apposition.exec(text.slice(end, end + 80)) ?? []
  if (whole === undefined || words === undefined) return null
  const from = end + whole.length - 1 - words.length
  return { start: from, end: from + words.length }
}
