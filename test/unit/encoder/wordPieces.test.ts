import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { textPieces, type TextPieces } from '../../../src/encoder/reading/textPieces'
import { longestUnit } from '../../../src/encoder/wordPieces/paragraphPieces'
import { piecesOf, readVocabulary, special, type Vocabulary } from '../../../src/encoder/wordPieces/vocabulary'
import { wordPieces } from '../../../src/encoder/wordPieces/wordPieces'
import { finish } from '../../../src/util/steps'
import { root } from '../../engine'
import { shippedEncoder } from './encoders'
import { hostileTexts, oddText } from './hostileTexts'

interface Reference {
  readonly text: string
  readonly ids: readonly number[]
  readonly spans: readonly (readonly [number, number])[]
}

const references = JSON.parse(readFileSync(join(root, 'test/fixtures/encoder/reference.json'), 'utf8')) as Reference[]

async function vocabulary(): Promise<Vocabulary> {
  return readVocabulary((await shippedEncoder()).pieces)
}

async function cut(text: string): Promise<TextPieces> {
  return finish(textPieces(text, wordPieces(await vocabulary())))
}

describe('word pieces', () => {
  for (const [sentence, pieces] of [
    ['“We won’t,” she said — twice.', '" | We | won | \' | t | , | " | she | said | - | twice | . | [NL]'],
    ['The Yangibulak\u00a0dam\n\n \nholds', 'The | Yang·ib·ula·k | dam | [NL] | holds | [NL]'],
    ['U.S. $3.5bn', 'U | . | S | . | $ | 3 | . | 5·bn | [NL]'],
    ['[CLS] \u4e2d', '[ | CL·S | ] | [UNK] | [NL]']
  ] as const)
    it(`${JSON.stringify(sentence)} is ${pieces}`, async () => {
      const names = piecesOf((await shippedEncoder()).pieces)
      const found = await cut(sentence)
      const words: string[] = []
      for (const [index, piece] of found.pieces.entries()) {
        const name = (names[piece] ?? '?').replace(/^##/, '')
        const word = found.wordOfPiece[index]
        if (index > 0 && word !== -1 && word === found.wordOfPiece[index - 1]) words.push(`${words.pop()}·${name}`)
        else words.push(name)
      }
      equal(words.join(' | '), pieces)
    })

  for (const [index, { text, ids, spans }] of references.entries())
    it(`reference ${index + 1}: the pieces and their words are those with which the encoder was taught`, async () => {
      const found = await cut(text)
      deepEqual([...found.pieces.subarray(0, ids.length - 2)], ids.slice(1, -1))
      for (const [piece, [start, end]] of spans.entries()) {
        const word = found.wordOfPiece[piece]!
        if (start === -1) equal(word, -1)
        else ok(found.starts[word]! <= start && end <= found.ends[word]!)
      }
    })

  it('words of any text are in order, within their line, and have a piece each; units are short', async () => {
    const known = wordPieces(await vocabulary())
    fc.assert(
      fc.property(oddText, (text) => {
        const { pieces, wordOfPiece, starts, ends, units } = finish(textPieces(text, known))
        for (let word = 0; word < starts.length; word++) {
          ok(starts[word]! < ends[word]! && starts[word]! >= (ends[word - 1] ?? 0))
          ok(!/\s/.test(text.slice(starts[word], ends[word]).replace(/\ufeff/g, '')))
        }
        const inOrder = wordOfPiece.filter((word, piece) => word !== -1 && word !== wordOfPiece[piece - 1])
        deepEqual([...inOrder], [...starts.keys()])
        for (let unit = 0; unit < units.ends.length; unit++) {
          const length = units.ends[unit]! - (units.ends[unit - 1] ?? 0)
          ok(length > 0 && length <= longestUnit)
          equal(units.endsParagraph[unit], pieces[units.ends[unit]! - 1] === special.paragraphEnd ? 1 : 0)
        }
        equal(units.ends[units.ends.length - 1] ?? 0, pieces.length)
      }),
      { numRuns: 150 }
    )
  })

  for (const [name, make] of Object.entries(hostileTexts))
    it(`${name}: four times the text asks the vocabulary some four times as often`, async () => {
      const asked = (length: number) => {
        let times = 0
        const counting = (map: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
          Object.assign(new Map(map), {
            get(letters: string) {
              times++
              return map.get(letters)
            }
          })
        const counted = { ...known, beginning: counting(known.beginning), inside: counting(known.inside) }
        finish(textPieces(make(length), wordPieces(counted)))
        return times
      }
      const known = await vocabulary()
      ok(asked(100_000) <= 4.5 * asked(25_000) + 100)
    })
})
