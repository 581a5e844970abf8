import { finish, type Steps } from '../../util/steps'
import type { PreparedEncoder } from '../graph/prepareEncoder'
import { openWindowEncoder, type WindowEncoder } from '../graph/windowEncoder'
import { labelCount } from '../weights/sizes'
import { readVocabulary } from '../wordPieces/vocabulary'
import { wordPieces, type PiecesOfWord } from '../wordPieces/wordPieces'
import { cutWindows, type Window } from './cutWindows'
import type { CueReading, EncoderMemory, EncoderReading } from './encoderReading'
import { readWindow, type WindowReading } from './readWindow'
import { textPieces, type TextPieces } from './textPieces'
import type { WordRun } from './wordRun'

/** An encoder of one thread, ready to read. */
export interface Encoder {
  /** Names the weights: what others say is stale. */
  readonly version: string
  read(text: string, memory?: EncoderMemory): EncoderReading
  /** The same with a rest after each window that is read anew. One text at a time. */
  readInSteps(text: string, memory?: EncoderMemory): Steps<EncoderReading>
}

/** Longer texts are not remembered: for each character the memory takes some 30 bytes. */
const longestRemembered = 400_000

/**
 * @param thread the number of the thread that this runs in, counted from 0, where threads share what was prepared
 * @throws when there is no workspace for such a thread, or WebAssembly is not allowed
 */
export function openEncoder(prepared: PreparedEncoder, thread = 0): Encoder {
  const encoder = openWindowEncoder(prepared, thread)
  const piecesOfWord = wordPieces(readVocabulary(prepared.pieces))
  return {
    version: prepared.version,
    read: (text, memory) => finish(read(encoder, piecesOfWord, text, memory)),
    readInSteps: (text, memory) => read(encoder, piecesOfWord, text, memory)
  }
}

function* read(
  encoder: WindowEncoder,
  piecesOfWord: PiecesOfWord,
  text: string,
  memory: EncoderMemory = {}
): Steps<EncoderReading> {
  const found = yield* textPieces(text, piecesOfWord, memory.paragraphs)
  const windows = cutWindows(found.units)
  const kept = new Map<string, WindowReading>()
  const known = new Map(memory.windows)
  // Of a reading that is given up in its middle, what was read is of use to the next one.
  if (text.length <= longestRemembered) memory.windows = known
  const parts: Part[] = []
  let encoded = 0
  for (const window of windows) {
    const { firstWord, core } = wordsOf(window, found)
    const key = keyOf(text, window, found, core)
    let reading = known.get(key)
    if (!reading) {
      reading = readWindow(
        encoder,
        found.pieces.subarray(window.from, window.to),
        relativeWords(window, found, firstWord),
        {
          start: core.start - firstWord,
          end: core.end - firstWord
        }
      )
      known.set(key, reading)
      encoded += window.to - window.from
      yield
    }
    kept.set(key, reading)
    parts.push({ reading, firstWord, core })
  }
  if (text.length <= longestRemembered) Object.assign(memory, { paragraphs: found.paragraphs, windows: kept })
  else {
    delete memory.paragraphs
    delete memory.windows
  }
  return joined(found, parts, encoded)
}

/** A window's reading, the number of its first word in the text, and the words of its core. */
interface Part {
  readonly reading: WindowReading
  readonly firstWord: number
  readonly core: WordRun
}

function wordsOf({ from, coreFrom, to }: Window, { wordOfPiece }: TextPieces): { firstWord: number; core: WordRun } {
  // Every unit begins with a word, and ends with one or with the end of its paragraph.
  const last = wordOfPiece[to - 1] === -1 ? to - 2 : to - 1
  return { firstWord: wordOfPiece[from]!, core: { start: wordOfPiece[coreFrom]!, end: wordOfPiece[last]! + 1 } }
}

function relativeWords({ from, to }: Window, { wordOfPiece }: TextPieces, firstWord: number): Int16Array {
  return Int16Array.from(wordOfPiece.subarray(from, to), (word) => (word === -1 ? -1 : word - firstWord))
}

/** Windows with the same key have the same reading: their text, where the core begins in it, and whether their last paragraph ends. */
function keyOf(text: string, { from, to }: Window, { wordOfPiece, starts, ends }: TextPieces, core: WordRun): string {
  const start = starts[wordOfPiece[from]!]!
  const endsParagraph = wordOfPiece[to - 1] === -1
  return `${starts[core.start]! - start} ${endsParagraph}\n${text.slice(start, ends[core.end - 1])}`
}

function joined({ starts, ends }: TextPieces, parts: readonly Part[], encoded: number): EncoderReading {
  const labels = new Float32Array(starts.length * labelCount)
  for (const { reading, core } of parts) labels.set(reading.labels, core.start * labelCount)
  return { starts, ends, labels, cues: parts.flatMap(cuesOf), encoded }
}

function cuesOf({ reading, firstWord }: Part): readonly CueReading[] {
  if (reading.cues.length === 0) return []
  const wordOfPiece = new Int32Array(reading.wordOfPiece)
  let end = firstWord
  for (let piece = 0; piece < wordOfPiece.length; piece++) {
    const word = wordOfPiece[piece]!
    if (word === -1) continue
    wordOfPiece[piece] = firstWord + word
    end = firstWord + word + 1
  }
  const seen = { start: firstWord, end }
  const inText = (run: WordRun) => ({ start: firstWord + run.start, end: firstWord + run.end })
  return reading.cues.map(({ words, probability, logRoles, path, pathProbability, logLawful, sources, contents }) => ({
    words: inText(words),
    probability,
    seen,
    wordOfPiece,
    logRoles,
    path,
    pathProbability,
    logLawful,
    sources: sources.map(inText),
    contents: contents.map(inText)
  }))
}
