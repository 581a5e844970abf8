import { analyse } from 'chardet'
import { decodeBytes, type Encoding } from './encodings'
import { plausibility } from './plausibility'

export interface DetectedEncoding {
  readonly encoding: Encoding
  /** Another encoding would read nearly as well, or none reads well. */
  readonly isDoubtful: boolean
}

/**
 * The encoding of bytes that are neither valid UTF-8 nor UTF-16. UTF-8 where most of what is not ASCII is valid UTF-8: then the
 * file is damaged and not of another encoding. Otherwise the candidate that reads most like words and punctuation, with the
 * frequencies of letters (chardet, a port of ICU's detector) as a second opinion. Looks at a sample: takes the same time for
 * a file of any length, apart from one pass over its bytes. Undefined when the bytes read like no text at all.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | undefined {
  if (isDamagedUtf8(bytes)) return { encoding: 'utf-8', isDoubtful: false }
  const sample = sampleAround(bytes)
  if (shareOfControls(sample) > mostControls) return undefined
  const opinions = new Map<string, number>()
  for (const { name, confidence } of analyse(sample)) {
    const label = labels[name.toLowerCase()] ?? name.toLowerCase()
    opinions.set(label, Math.max(opinions.get(label) ?? 0, confidence / 100))
  }
  const isDense = shareOfHigh(sample) > leastHighOfDense
  const readings = candidates
    .filter(({ dense }) => isDense || !dense)
    .map(({ encoding, prior }) => {
      const text = decodeBytes(sample, encoding)
      return { encoding, text, score: plausibility(text) + (opinions.get(encoding) ?? 0) * opinionWeight + prior }
    })
    .sort((a, b) => b.score - a.score)
  const [best] = readings
  if (!best) return undefined
  const next = readings.find(({ text }) => text !== best.text)
  const isDoubtful = best.score < leastScore || (next !== undefined && best.score - next.score < leastLead)
  return { encoding: best.encoding, isDoubtful }
}

/**
 * In order of preference among equals. `dense`: only for texts with many bytes above 127, since such an encoding makes
 * something of the few of an English text as well.
 */
const candidates: readonly { readonly encoding: Encoding; readonly prior: number; readonly dense: boolean }[] = [
  { encoding: 'windows-1252', prior: 0.15, dense: false },
  { encoding: 'macintosh', prior: 0.05, dense: false },
  { encoding: 'windows-1250', prior: 0, dense: false },
  { encoding: 'iso-8859-2', prior: 0, dense: false },
  { encoding: 'windows-1254', prior: 0, dense: false },
  { encoding: 'windows-1257', prior: 0, dense: false },
  { encoding: 'iso-8859-15', prior: 0, dense: false },
  { encoding: 'windows-1251', prior: 0, dense: true },
  { encoding: 'koi8-r', prior: 0, dense: true },
  { encoding: 'iso-8859-5', prior: 0, dense: true },
  { encoding: 'windows-1253', prior: 0, dense: true },
  { encoding: 'windows-1255', prior: 0, dense: true },
  { encoding: 'windows-1256', prior: 0, dense: true },
  { encoding: 'windows-874', prior: 0, dense: true },
  { encoding: 'gb18030', prior: 0, dense: true },
  { encoding: 'shift_jis', prior: 0, dense: true },
  { encoding: 'big5', prior: 0, dense: true },
  { encoding: 'euc-jp', prior: 0, dense: true },
  { encoding: 'euc-kr', prior: 0, dense: true }
]

/** Names of chardet that are another name, or a part, of a candidate. */
const labels: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-6': 'windows-1256',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874'
}

const opinionWeight = 0.6
const leastScore = 0.5
const leastLead = 0.3
const leastHighOfDense = 0.1
const mostControls = 0.02

/** Bytes of the sample, and of what is taken on each side of a byte above 127. */
const sampleLength = 8192
const sampleMargin = 48

/** What stands around the bytes above 127: they alone say what the encoding is. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(sampleLength, bytes.length))
  let length = 0
  let taken = 0
  for (let at = 0; at < bytes.length && length < sample.length; at++) {
    if (bytes[at]! < 0x80) continue
    const start = Math.max(taken, at - sampleMargin)
    const end = Math.min(bytes.length, at + sampleMargin + 1, start + sample.length - length)
    if (start >= end) continue
    sample.set(bytes.subarray(start, end), length)
    length += end - start
    taken = end
    at = Math.max(at, end - 1)
  }
  return sample.subarray(0, length)
}

/**
 * Whether valid sequences of UTF-8 clearly outnumber the bytes that are none, or the file only ends inside of a sequence of
 * which at least two bytes are there (one alone may be an accented letter of another encoding).
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let valid = 0
  let invalid = 0
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at]!
    if (first < 0x80) {
      at++
      continue
    }
    const wanted =
      first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0
    let there = 0
    while (there < wanted && (bytes[at + 1 + there] ?? 0) >> 6 === 2) there++
    if (wanted > 0 && there === wanted) valid++
    else if (!(wanted > 0 && at + 1 + there === bytes.length && (there > 0 || valid > 0))) invalid++
    at += 1 + there
  }
  return invalid === 0 || valid >= 2 * invalid
}

function shareOfHigh(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0) / Math.max(1, bytes.length)
}

/** Control characters that no text has: not the white space, not the escape of a terminal, not the end mark of DOS. */
function shareOfControls(bytes: Uint8Array): number {
  const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a
  return bytes.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0) / Math.max(1, bytes.length)
}
