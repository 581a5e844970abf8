import fc from 'fast-check'
import { newText, piece, replaced, withLineEnds, type IdentityText } from './identityText'

/** Few sentences, so that the same words and the same surroundings come again and again. */
const sentences = [
  'We will cut taxes.',
  'We will not cut taxes.',
  'He said so.',
  '\u201CWe will cut taxes,\u201D said Smith.',
  '\u201CWe will not cut taxes,\u201D said Jones.',
  'He left.',
  'The minister, who had been in office for 12 years, did not want to comment on the talks in Geneva.',
  'Smith met Jones \u{1F600} in Geneva on Monday.',
  'Talks go on.'
]
const paragraph = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 })
  .map((chosen) => chosen.join(' '))
export const randomText = fc
  .array(paragraph, { minLength: 1, maxLength: 8 })
  .map((paragraphs) => paragraphs.join('\n\n'))

/** Places are shares of the text's length. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
export const randomPlaces = fc.array(fc.record({ at: place, words: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 8
})

export type RandomEdit =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'copy'; readonly from: number; readonly to: number }
  | { readonly kind: 'lineEnds'; readonly lineEnd: '\n' | '\r\n' }

const typed = fc.oneof(
  fc.constantFrom('x', ' ', 'not ', '\n', 'Smith', 'He', '.', 'é'),
  fc.constantFrom(...sentences).map((sentence) => `${sentence} `)
)
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: place, text: typed }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ kind: fc.constant('replace' as const), at: place, length: fc.integer({ min: 1, max: 40 }), text: typed }),
  fc.record({ kind: fc.constant('move' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('copy' as const), from: place, to: place }),
  fc.record({ kind: fc.constant('lineEnds' as const), lineEnd: fc.constantFrom('\n' as const, '\r\n' as const) })
)

/** One replacement, as an editor makes it. */
export interface IdentityEdit {
  readonly start: number
  readonly end: number
  readonly by: IdentityText
}

/** The replacements that a random edit stands for, each meant in the text after the ones before. */
export function replacements(whole: IdentityText, edit: RandomEdit): readonly IdentityEdit[] {
  const { text } = whole
  const offset = (share: number) => Math.round(share * text.length)
  switch (edit.kind) {
    case 'type':
      return [{ start: offset(edit.at), end: offset(edit.at), by: newText(edit.text) }]
    case 'cut':
    case 'replace': {
      const start = offset(edit.at)
      const by = newText(edit.kind === 'cut' ? '' : edit.text)
      return [{ start, end: Math.min(text.length, start + edit.length), by }]
    }
    case 'move': {
      const { start, end } = paragraphAt(text, offset(edit.from))
      const moved = piece(whole, start, end)
      const to = paragraphAt(text, offset(edit.to)).start
      if (to >= start && to <= end) return []
      return [
        { start, end, by: newText('') },
        { start: to > start ? to - (end - start) : to, end: to > start ? to - (end - start) : to, by: moved }
      ]
    }
    case 'copy': {
      const { start, end } = paragraphAt(text, offset(edit.from))
      const to = paragraphAt(text, offset(edit.to)).start
      return [{ start: to, end: to, by: newText(text.slice(start, end)) }]
    }
    case 'lineEnds': {
      const by = withLineEnds(whole, edit.lineEnd)
      return by.text === text ? [] : [{ start: 0, end: text.length, by }]
    }
  }
}

export function afterEdits(whole: IdentityText, edits: readonly IdentityEdit[]): IdentityText {
  return edits.reduce((text, { start, end, by }) => replaced(text, start, end, by), whole)
}

/** The replacements that take others back. */
export function inverse(before: IdentityText, edits: readonly IdentityEdit[]): readonly IdentityEdit[] {
  let whole = before
  const inverses = edits.map(({ start, end, by }) => {
    const back = { start, end: start + by.text.length, by: piece(whole, start, end) }
    whole = replaced(whole, start, end, by)
    return back
  })
  return inverses.reverse()
}

/** With the empty line after it. */
function paragraphAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const before = text.lastIndexOf('\n', Math.max(0, offset - 1))
  const end = /\n\s*/g
  end.lastIndex = Math.max(offset, before + 1)
  const found = end.exec(text)
  return { start: before + 1, end: found ? found.index + found[0].length : text.length }
}
