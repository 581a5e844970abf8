import fc from 'fast-check'
import type { ArticleFormat } from '../../../src/article'

/** What news is made of, and what spoils it: a text is some of these in a row. */
const names = [
  'Mara Lind', 'Lind', 'Ms Lind', 'Edward Said', 'Leo Grant', 'Gaza', 'The company', 'the Gaza ministry', 'Acme Corp.', 'Police',
  'Bank of Oslo', 'The Oslo Times and the Hale', 'Radar', 'U.S.', "Norland's", 'Lind-Roe', 'Home Health Inc', 'Jean\u00a0Roe'
] // prettier-ignore
const cues = [
  'said', 'Said', 'says', 'told reporters', 'told', 'according to', 'Having said', 'claimed', 'asked', 'warned that', 'denied',
  'calls for', 'has called for', 'saying', 'who said', 'adding that', 'It seems', 'hopes of', 'believes', 'its demand', 'tweeted'
] // prettier-ignore
const people = [
  'he', 'she', 'they', 'it', 'who', 'the official', 'a senior official', 'the rebels', 'the suspects', 'his lawyer',
  'the British government', 'both men', 'House Speaker', 'newspaper chain', 'Prime Minister', 'officials', 'the minister for'
] // prettier-ignore
const words = [
  'and',
  'the',
  'of',
  'in Oslo',
  'on Monday',
  'will go',
  'that',
  'to',
  'talks',
  'for',
  'with',
  '42',
  '3,000',
  'not',
  'late'
]
const marks = [
  ',', '.', ':', ';', '!', '?', '"', '"', '\u201c', '\u201d', '\u2018', '\u2019', "'", "'s", '\u2014', '--', '(', ')', '\u201e', '\u00ab',
  '\u00bb', '...', ',"', '."', '.\u201d', ',\u201d', '\u201cC!\u201d', '"b."'
] // prettier-ignore
const breaks = ['\n', '\n\n', '\r\n', '\t', '\u00a0', '\n\n\n', ' \n ']
const markdown = [
  '**', '*', '_', '[', '](http://x.y)', '`', '> ', '\n> ', '\n- ', '\n# ', '<b>', '</b>', '&nbsp;', '&ldquo;', '\\"', '![a](b)',
  '\n---\n', '|', '\n    ', '~~', '[^1]', '\n\n[^1]: ', '\n```\n', '\n<div>\n', '\n\n---\ntitle: '
] // prettier-ignore
const spoilers = [
  '\ud800',
  '\udc00',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\u202e',
  '\u200b',
  '\ud83d\ude00',
  'a\u0301',
  '\u0600',
  '\u2028',
  '\u0085'
]

/** A word or two, a mark, a break, or what spoils a text. */
export const fuzzedPiece = (format: ArticleFormat): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...names) },
    { weight: 5, arbitrary: fc.constantFrom(...cues) },
    { weight: 4, arbitrary: fc.constantFrom(...people) },
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 7, arbitrary: fc.constantFrom(...marks) },
    { weight: 2, arbitrary: fc.constantFrom(...breaks) },
    { weight: 1, arbitrary: fc.constantFrom(...spoilers) },
    { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'grapheme' }) },
    ...(format === 'markdown' ? [{ weight: 5, arbitrary: fc.constantFrom(...markdown) }] : [])
  )

/** Sentences as a reporter writes them, with slots for what stands at odds with them. */
const sentence = fc
  .tuple(
    fc.constantFrom(
      '"{w}," {n} {c}, "{w}." ',
      '\u201c{w},\u201d {c} {n}, {p}. \u201c{w}.\u201d ',
      '{n} {c} {w}. ',
      '{p} {c} that {n} {w}. ',
      'According to {n}, {w}. ',
      '"{w}," {n} {c}, "{w}." \u201c{w}!\u201d {n}.\n\n',
      '{n}, {p}, {c}: "{w}',
      '"{w}," {c} {n} and {n}. ',
      '{n} {c} {w}, {c} {w}, {p} {c}.\n\n'
    ),
    fc.array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.constantFrom(...cues),
        fc.constantFrom(...people),
        fc.constantFrom(...words)
      ),
      {
        minLength: 4,
        maxLength: 4
      }
    )
  )
  .map(([pattern, slots]) => {
    let next = 0
    return pattern.replace(/\{(.)\}/g, (_, kind: string) => {
      const [name, cue, person, word] = slots[next++ % slots.length]!
      return { n: name, c: cue, p: person, w: word }[kind] ?? ''
    })
  })

/** Texts between news and noise, some thousand characters at most. */
export const fuzzedText = (format: ArticleFormat): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 1, arbitrary: sentence },
        {
          weight: 2,
          arbitrary: fc
            .array(fc.tuple(fuzzedPiece(format), fc.constantFrom(' ', ' ', ' ', '')), { minLength: 1, maxLength: 14 })
            .map((pieces) => pieces.map(([piece, space]) => piece + space).join(''))
        }
      ),
      { minLength: 1, maxLength: 12 }
    )
    .map((parts) => parts.join(''))
