import { isAgency, longestAgencyName } from './agencies'
import type { Span } from './article'

/** In UTF-16 units: only so much of a paragraph's beginning and end is read for notes and credits. */
const reach = 400

/** How a note about the text begins. Sticky: tried at one place. */
const openings = new RegExp(
  [
    '(?:additional |contributing )?(?:reporting|writing|editing|compilation|graphics?|photography|production|translation) by\\b',
    'published at \\d{1,2}:\\d\\d\\b',
    '(?:written|edited|compiled|translated|photographed|reported and written) by\\b',
    'with (?:additional )?(?:inputs?|reporting|files|agencies)\\b',
    'contributed (?:reporting|to this)',
    '(?:photo|photos|image|picture|source|sources|credit|via|editor\\W{1,2}s? note|disclaimer|correction|clarification)\\s?:',
    '\u00a9|\\(c\\)|copyright\\b|all rights reserved',
    'this (?:article|story|report|piece|material)(?: is| was| has been|,| may| originally| first| by)',
    '(?:the|this) (?:article|story|report) (?:is|was|has been) (?:originally |first )?(?:published|syndicated|updated|auto)',
    'except for the head',
    'please note that this',
    'this is a (?:developing|breaking)',
    'developing story',
    'follow (?:him|her|.{1,40} on (?:twitter|facebook|x|instagram|bluesky)\\b)',
    'for (?:immediate release|release)\\b|embargoed (?:until|for)\\b|(?:press|news|media) (?:release|statement)\\s*$',
    'media contact',
    'contact\\s?:',
    '-30-|###?$|-?ends?-?$',
    '\\*\\*\\*(?![A-Za-z"\u201c\u2018])|___(?![A-Za-z])'
  ]
    .map((part) => `(?:${part})`)
    .join('|'),
  'iy'
)

/** A paragraph that stands in brackets as a whole is a note when it has one of these words. */
const bracketedNotes =
  /\b(?:edited|editing|reporting|writing|staff|syndicated|syndication|feed|photos?|images?|via|inputs?|agenc(?:y|ies)|copyright|published|translated|contributed|headline|wire)\b|[/\u00a9]/i

/** A paragraph that says this anywhere in its beginning is a note. */
const contributors =
  /\bcontributed (?:reporting |(?:from [^.]{1,80} )?to (?:this|the) (?:report|story|article))|\b(?:all rights reserved|may not be (?:published|reproduced)|for more, visit)\b/i

/** Whether a whole paragraph is a note about the text: who reported, edited, syndicated or owns it. */
export function isCredit(text: string, paragraph: Span): boolean {
  const length = paragraph.end - paragraph.start
  if (length > 3 * reach) return false
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach))
  const inner = /^[([*_\u2014\u2013-]{1,3}\s?/.exec(head)?.[0].length ?? 0
  openings.lastIndex = inner
  if (openings.test(head)) return true
  openings.lastIndex = 0
  if (openings.test(head)) return true
  if (/^[([]/.test(head) && /[)\]]\.?$/.test(text.slice(Math.max(paragraph.start, paragraph.end - 3), paragraph.end)))
    return length < 300 && bracketedNotes.test(head)
  return contributors.test(head)
}

/** How an agency is credited; the first group is its name. */
const creditForms = [
  /\bvia ([A-Z][\w./& -]{1,40}?)\s?[)\].]/g,
  /\(([A-Z][\w.& -]{1,40}?)(?: Photo| photo)?\/[^()]{1,80}\)/g,
  /\([^()/]{1,80}\/\s?([A-Z][\w.& -]{1,40}?)\)/g,
  /(?:\u00a9|\b(?:source|credit|photo|agency|courtesy of|published from|inputs from|copyright))\W{1,3}(?:\d{4},? )?([A-Z][\w.& -]{1,40}?)\s?(?:[).;,\n]|$)/gi,
  /\b(The Associated Press|Associated Press|AP|Reuters|AFP|Agence France-Presse|Xinhua|Bloomberg)(?: \w+)?(?: [^.]{1,120})? contributed\b/g,
  /^\W{0,3}([A-Z][\w.& -]{1,40}?)\W{0,3}$/g
]

/** The news agency that a paragraph credits in a note or at its end: "(Jane Doe/JINI via Xinhua)", "© 2024 AFP". */
export function creditedAgency(text: string, paragraph: Span): Span | null {
  const start = Math.max(paragraph.start, paragraph.end - reach)
  const tail = text.slice(start, paragraph.end)
  for (const form of creditForms) {
    for (const match of tail.matchAll(form)) {
      const name = match[1]?.trim() ?? ''
      const at = match[0].indexOf(name)
      if (name.length > 1 && name.length <= longestAgencyName && isAgency(name)) {
        return { start: start + match.index + at, end: start + match.index + at + name.length }
      }
    }
  }
  return null
}
