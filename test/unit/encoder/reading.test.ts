import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { labels, labelsOf, logProbabilityOf, openEncoder, wordsWithin, type EncoderReading } from '../../../src/encoder'
import { cutWindows } from '../../../src/encoder/reading/cutWindows'
import type { EncoderMemory, WordRun } from '../../../src/encoder'
import { windowLength } from '../../../src/encoder/weights/sizes'
import { digestOf } from './digestOf'
import { shippedEncoder, smallEncoder } from './encoders'
import { hostileTexts, oddText } from './hostileTexts'

async function read(text: string): Promise<EncoderReading> {
  return openEncoder(await shippedEncoder()).read(text)
}

/** Likely cues with what they introduce, as a reader would say it. */
function cuesOf(text: string, reading: EncoderReading): readonly string[] {
  const words = ({ start, end }: WordRun) => text.slice(reading.starts[start], reading.ends[end - 1])
  return reading.cues
    .filter(({ probability }) => probability > 0.5)
    .map((cue) =>
      [cue.sources.map(words).join(' / '), `<${words(cue.words)}>`, cue.contents.map(words).join(' / ')].join(' ')
    )
}

/** Words in sequence that have something likelier than nothing, with it. */
function namesOf(text: string, reading: EncoderReading): readonly string[] {
  return [...reading.starts.keys()].flatMap((word) => {
    const shares = labelsOf(reading, 'names', word)
    const label = labels.names[shares.indexOf(Math.max(...shares))]
    return label === 'none' ? [] : [`${text.slice(reading.starts[word], reading.ends[word])} ${label}`]
  })
}

describe('what the encoder reads', () => {
  for (const [text, cues] of [
    ['The mayor said on Monday that the bridge would be closed.', ['The mayor <said> that the bridge would be closed']],
    [
      '\u201cWe will not sign,\u201d Anna Berg told reporters in Oslo.\n\nThe talks, she added, are over.',
      ['Anna Berg <told> \u201cWe will not sign,\u201d', 'she <added> The talks / are over']
    ],
    ['According to the ministry, prices fell in May.', ['the ministry <According to> prices fell in May']],
    ['The bridge is closed.', []]
  ] as const)
    it(JSON.stringify(text), async () => deepEqual(cuesOf(text, await read(text)), cues))

  it('names, by the words of the encoder', async () => {
    const text = 'Anna Berg flew to Oslo.'
    deepEqual(namesOf(text, await read(text)), ['Anna person begin', 'Berg person inside', 'Oslo place begin'])
  })

  it('the words of a span', async () => {
    const text = 'Mr. Berg\u2019s U.S. visit'
    const reading = await read(text)
    const words = (part: string) => {
      const { start, end } = wordsWithin(reading, text.indexOf(part), text.indexOf(part) + part.length)
      return Array.from({ length: end - start }, (_, index) =>
        text.slice(reading.starts[start + index], reading.ends[start + index])
      )
    }
    deepEqual(words('Berg\u2019s'), ['Berg', '\u2019', 's'])
    deepEqual(words('U.S.'), ['U', '.', 'S', '.'])
    deepEqual(wordsWithin(reading, text.length, text.length), { start: 10, end: 10 })
  })

  it('how likely other words are source and content', async () => {
    const text = 'The mayor said on Monday that the bridge would be closed.'
    const reading = await read(text)
    const cue = reading.cues[0]!
    const as = (sources: readonly WordRun[], contents: readonly WordRun[]) =>
      Math.exp(logProbabilityOf(cue, sources, contents))
    ok(Math.abs(as(cue.sources, cue.contents) - cue.pathProbability) < 1e-5)
    ok(as(cue.sources, [{ start: 3, end: 11 }]) < cue.pathProbability / 2)
    equal(as([{ start: 0, end: 200 }], []), 0)
    equal(as(cue.sources, cue.sources), 0)
  })

  it('what is said of a word depends on its sentence', async () => {
    const [train, pay] = [await read('They fled to Washington by train.'), await read('Washington refused to pay.')]
    const again = await read('They fled to Washington by train.')
    deepEqual(train.labels, again.labels)
    ok(labelsOf(train, 'acting', 3)[1]! < 0.1)
    ok(labelsOf(pay, 'acting', 0)[1]! > 0.5)
  })
})

describe('windows', () => {
  const units = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.boolean(), fc.nat(1000)), { maxLength: 60 })
    .map((all) => {
      let end = 0
      return {
        ends: all.map(([length]) => (end += length)),
        endsParagraph: all.map(([, ends]) => Number(ends)),
        hashes: all.map(([, , hash]) => hash)
      }
    })

  it('have cores that are the whole text, once; no window is too long', () => {
    fc.assert(
      fc.property(units, (all) => {
        let at = 0
        for (const { from, coreFrom, to } of cutWindows(all)) {
          equal(coreFrom, at)
          ok(from <= coreFrom && coreFrom < to && to - from <= windowLength - 2)
          ok([0, ...all.ends].includes(from) && all.ends.includes(to))
          at = to
        }
        equal(at, all.ends.at(-1) ?? 0)
      })
    )
  })
})

describe('one version of a text after the other', () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) =>
    `The mayor said that it will go on, ${'abcdefgST'.repeat(2).slice(index % 9, (index % 9) + 5)}. It will go to the mayor ${index}.`.repeat(
      1 + (index % 4)
    )
  )

  it('a keystroke has only the windows read anew that it touches', async () => {
    const encoder = openEncoder(await smallEncoder())
    const memory: EncoderMemory = {}
    const before = paragraphs.join('\n\n')
    const whole = encoder.read(before, memory).encoded
    ok(whole > 10 * windowLength)
    equal(encoder.read(before, memory).encoded, 0)
    const at = before.indexOf('mayor 30') + 6
    const after = `${before.slice(0, at)}b${before.slice(at)}`
    const { encoded } = encoder.read(after, memory)
    ok(encoded > 0 && encoded <= 2 * windowLength, `${encoded} of ${whole} word pieces`)
  })

  it('text put in at the front moves the windows, and they are found again', async () => {
    const encoder = openEncoder(await smallEncoder())
    const memory: EncoderMemory = {}
    const before = paragraphs.join('\n\n')
    const whole = encoder.read(before, memory).encoded
    const { encoded } = encoder.read(`Said it. ${'The mayor will go on. '.repeat(9)}\n\n${before}`, memory)
    ok(encoded < whole / 3, `${encoded} of ${whole} word pieces`)
  })

  it('what is remembered changes nothing about what is read', async function () {
    this.timeout(60_000)
    const encoder = openEncoder(await smallEncoder())
    const edit = fc.tuple(fc.nat(), fc.nat(300), fc.constantFrom('', 'b', '\n\n', '. The', ' said "', '\u{1f600}'))
    fc.assert(
      fc.property(fc.nat(50), fc.array(edit, { minLength: 1, maxLength: 4 }), (some, edits) => {
        const memory: EncoderMemory = {}
        let text = paragraphs.slice(some, some + 12).join('\n')
        encoder.read(text, memory)
        for (const [place, length, words] of edits) {
          const at = place % (text.length + 1)
          text = text.slice(0, at) + words + text.slice(at + length)
          equal(digestOf(encoder.read(text, memory)), digestOf(encoder.read(text)))
        }
      }),
      { numRuns: 12 }
    )
  })
})

describe('hostile texts', function () {
  this.timeout(60_000)
  for (const [name, make] of Object.entries(hostileTexts))
    it(`${name}: 40,000 characters are read in windows that hardly overlap`, async () => {
      const text = make(40_000)
      const reading = openEncoder(await smallEncoder()).read(text)
      const pieces = reading.labels.length === 0 ? 0 : reading.encoded
      // A word has at most as many pieces as characters; with the end of each paragraph and the context that is read twice.
      ok(pieces <= 1.7 * (text.length + text.split('\n').length), `${pieces} word pieces`)
      for (const share of reading.labels) ok(share >= 0 && share <= 1)
    })

  it('any text: probabilities, and cues whose words stand in it', async () => {
    const encoder = openEncoder(await smallEncoder())
    fc.assert(
      fc.property(oddText, (text) => {
        const reading = encoder.read(text)
        for (let word = 0; word < reading.starts.length; word++) {
          const sum = labelsOf(reading, 'names', word).reduce((total, share) => total + share, 0)
          ok(Math.abs(sum - 1) < 1e-5)
        }
        for (const { words, seen, sources, contents, pathProbability } of reading.cues) {
          for (const { start, end } of [words, ...sources, ...contents])
            ok(seen.start <= start && start < end && end <= seen.end && end <= reading.starts.length)
          ok(pathProbability > 0 && pathProbability <= 1)
        }
      }),
      { numRuns: 80 }
    )
  })
})
