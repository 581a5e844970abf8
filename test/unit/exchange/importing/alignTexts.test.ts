import { strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { alignTexts } from '../../../../src/exchange/importing/alignTexts'

describe('aligning texts that differ in white space', () => {
  it('puts every span on its own characters', () => {
    const blank = fc.constantFrom(' ', '\n', '\r\n', '\t', '  ', '\u00a0')
    const words = fc.array(fc.tuple(fc.constantFrom('a', 'bc', '\u{1F600}', 'e\u0301', 'd'), blank, blank), {
      maxLength: 30
    })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, a, b) => {
        const from = parts.map(([word, space]) => word + space).join('')
        const to = parts.map(([word, , space]) => space + word).join('')
        const align = alignTexts(from, to)!
        const [start, end] = [a % (from.length + 1), b % (from.length + 1)].sort((x, y) => x - y) as [number, number]
        const span = align({ start, end })
        const bare = (text: string) => text.replace(/\s+/gu, '')
        strictEqual(span ? bare(to.slice(span.start, span.end)) : '', bare(from.slice(start, end)))
        if (span && from !== to) strictEqual(to.slice(span.start, span.end).trim(), to.slice(span.start, span.end))
      })
    )
  })

  it('does not align texts with other characters', () => {
    strictEqual(alignTexts('We will cut taxes', 'We will not cut taxes'), undefined)
    strictEqual(alignTexts('ab c', 'abd'), undefined)
  })
})
