import type { RegisteredEntity } from '../annotations'
import { escapeMarkdown, excerpt, plainLine } from './markdownText'

/** The most addresses in a hover, so that it stays short. */
const shownAddresses = 5

/** The addresses that a person gave to an entity: its identity, unless that was made up here, and those that it has elsewhere. */
export function addressesOf(
  identity: string | undefined,
  registered: readonly Pick<RegisteredEntity, 'iri' | 'same'>[]
): readonly string[] {
  if (identity === undefined) return []
  const same = registered.find(({ iri }) => iri === identity)?.same ?? []
  return [...new Set([identity, ...same])].filter((iri) => !iri.startsWith('urn:uuid:'))
}

/** The addresses as Markdown, each a link where a browser can open it; undefined without addresses. */
export function addressLinks(addresses: readonly string[]): string | undefined {
  if (addresses.length === 0) return undefined
  return (
    addresses.slice(0, shownAddresses).map(addressLink).join(', ') +
    (addresses.length > shownAddresses ? ', \u2026' : '')
  )
}

/** They come from files that anybody may have written: nothing but web addresses becomes a link, and it is shown whole. */
function addressLink(address: string): string {
  const href = plainLine(address)
    .replace(/[^!-~]+/g, encodeURIComponent)
    .replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))
  const label = escapeMarkdown(excerpt(address, 100))
  return /^https?:\/\/[\w!#$%&*+,\-./:;=?@~]+$/i.test(href) ? `[${label}](${href})` : label
}
