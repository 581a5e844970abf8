import type { Span } from './article'

/**
 * Who speaks, with a full stop where others write a colon, as records of hearings have it at the beginning of a paragraph: "Mr. Roe. Thank
 * you.", "CHAIR SILK.  Good afternoon.", "The Chairwoman. The time is up." `end` is behind the stop. One such label may be a
 * heading, or the end of a sentence; several with the same names are labels. Null where none stands.
 */
export function stopLabelAt(text: string, start: number, end: number): (Span & { readonly name: Span }) | null {
  const head = text.slice(start, Math.min(end, start + longest))
  const found = label.exec(head)
  const name = found?.groups?.['name']
  if (!found || !name) return null
  return { start, end: start + found[0].length, name: { start, end: start + name.length } }
}

/** In UTF-16 units. */
const longest = 70
const addresses = 'Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gen|Adm|Gov|Amb|Prof|Lt|Col|Capt|Sgt|Hon|Rev|St'
const address = `(?:${addresses}|${addresses.toUpperCase()})\\.?`
const office =
  '(?:Vice )?(?:Chair(?:man|woman|person)?|Senator|Representative|Congress(?:man|woman)|Secretary|Ambassador|General|Admiral|Governor|Director|Judge|Justice|Commissioner|President|Speaker|Witness|Clerk|Counsel)'
const capitals = String.raw`(?!${address}\s)\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3}`
const surname = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:(?:van|von|de|la|del) )?\p{Lu}[\p{L}'’-]+){0,2}(?: of(?: \p{Lu}\p{L}+){1,2})?`
const label = new RegExp(
  String.raw`^(?<name>(?:${address} |${office} )?${capitals}|(?:${address}|${office}) ${surname}|The ${office})\.\s+(?=[\p{Lu}"“(\[\d])`,
  'u'
)
