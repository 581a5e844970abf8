import { mapped } from '../util/mapped'
import type { Link, Quote } from './analysis'

/** The quotes of each speaker, in order of the first one. */
export function linksOf(quotes: readonly Pick<Quote, 'speaker'>[]): readonly Link[] {
  const links = new Map<string, number[]>()
  quotes.forEach(({ speaker }, index) => {
    if (speaker === null) return
    const known = links.get(speaker)
    if (known) known.push(index)
    else links.set(speaker, [index])
  })
  return mapped([...links], ([speaker, indexes]) => ({ speaker, quotes: indexes }))
}
