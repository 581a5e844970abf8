import { onOneLine } from '../../util/oneLine'
import { isAssistant } from '../assistantLayers'

/** Characters that a name never has: controls, and those that change the direction of the text after them. */
const controls = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

const loneSurrogate = /\p{Cs}/u

/** The longest name of a person, an entity or an annotator, in UTF-16 units. */
export const longestName = 200

/** A typed name as it is kept; undefined where it is none. */
export function checkedName(typed: string): string | undefined {
  const name = onOneLine(typed.replace(controls, ' ')).normalize('NFC')
  return name.length > 0 && name.length <= longestName && !loneSurrogate.test(name) ? name : undefined
}

/** A typed name of somebody who decides; undefined where it is none, or one that assistants have. */
export function checkedAnnotator(typed: string): string | undefined {
  const name = checkedName(typed)
  return name !== undefined && !isAssistant(name.toLowerCase()) ? name : undefined
}

const wikidataItem =
  /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(?:Special:EntityPage\/)?(Q[1-9]\d{0,14})(?:[?#].*)?$/i
const absoluteIri = /^([A-Za-z][A-Za-z0-9+.-]*):[^\s<>"{}|\\^`\p{C}]+$/u
/** What names something, rather than doing something when it is opened. */
const namingSchemes = new Set(['http', 'https', 'urn', 'info', 'tag', 'ark', 'doi', 'did'])

/**
 * A typed address as an IRI; undefined where it is none. A Wikidata item ("Q42", its page) becomes the IRI of what it is
 * about.
 */
export function checkedAddress(typed: string): string | undefined {
  const address = typed.trim()
  const item = wikidataItem.exec(address)?.[1]
  if (item) return `http://www.wikidata.org/entity/${item.toUpperCase()}`
  const scheme = absoluteIri.exec(address)?.[1]?.toLowerCase()
  if (!scheme || !namingSchemes.has(scheme) || address.length > 2000) return undefined
  return scheme.startsWith('http') && !/^https?:\/\/[^/?#@:]+/i.test(address) ? undefined : address
}
