import type { Analysis } from '../analysis'
import type { Steps } from '../util/steps'

/** So many items are a few milliseconds of parsing. */
const itemsPerPart = 1000

/**
 * An analysis as texts in JSON, each small: to post it as objects takes who receives it several times as long, and all at once. With
 * `fromParts` the same analysis comes of it.
 */
export function toParts({ mentions, entities, quotes, links }: Analysis): readonly string[] {
  return Object.entries({ mentions, entities, quotes, links }).flatMap(([kind, items]) =>
    Array.from({ length: Math.ceil(items.length / itemsPerPart) }, (_, part) =>
      JSON.stringify({ [kind]: items.slice(part * itemsPerPart, (part + 1) * itemsPerPart) })
    )
  )
}

export function* fromParts(parts: readonly string[]): Steps<Analysis> {
  let found: Analysis = { mentions: [], entities: [], quotes: [], links: [] }
  for (const part of parts) {
    const { mentions = [], entities = [], quotes = [], links = [] } = JSON.parse(part) as Partial<Analysis>
    found = {
      mentions: found.mentions.concat(mentions),
      entities: found.entities.concat(entities),
      quotes: found.quotes.concat(quotes),
      links: found.links.concat(links)
    }
    yield
  }
  return found
}
