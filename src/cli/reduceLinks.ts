import {
  fieldsOf,
  firstRound,
  keyedRecord,
  partialRound,
  readTextField,
  secondRound,
  sections,
  UnsortedError,
  type FirstRound,
  type KeyedLine,
  type SpeakerFacts
} from '../corpus'
import { writeJsonLine } from '../exchange'
import { argumentPath } from './filePaths'
import { lineFiles, TemporaryFileError } from './lineSorter'
import type { Put } from './outputFile'
import type { CliPorts } from './ports'
import { describeFailure, type Message, type Report } from './report'
import { keepHeapSmall } from './smallHeap'
import { readUnpacked } from './unpacked'

/**
 * Reads records in order from a file, or `-`, and writes what `links --format json` writes of the articles they are of; nothing where
 * some are missing.
 */
export async function reduceLinks(path: string, ports: CliPorts, report: Report, put: Put): Promise<boolean> {
  keepHeapSmall()
  const files = lineFiles(ports)
  try {
    const [second, third] = [files.sorter(), files.sorter()]
    const leftOut: Message[] = []
    const missing: Message[] = []
    const round = firstRound({
      second: second.put,
      third: third.put,
      quotes: files.spool(),
      leftOut: (message, name) => void leftOut.push({ name, message }),
      missing: (message) => void missing.push({ name: nameOf(path), message })
    })
    const isWhole = await acceptAll(path, round, ports, report)
    for (const failure of [...leftOut, ...missing]) await report.failed(failure)
    if (!isWhole || missing.length > 0) return false
    const next = secondRound(third.put)
    for (const line of second.sorted()) next.accept(keyedRecord(line))
    next.end()
    await writeResult(third.sorted(), put)
    return true
  } finally {
    files.remove()
  }
}

/** The same for a part of the records: writes fewer records, for the last reduce. */
export async function reducePartly(path: string, ports: CliPorts, report: Report, put: Put): Promise<boolean> {
  keepHeapSmall()
  const pieces = textPieces(put)
  const round = partialRound((line) => pieces.add(`${line}\n`))
  const isWhole = await acceptAll(path, round, ports, report, pieces.pause)
  await pieces.end()
  return isWhole
}

function nameOf(path: string): string {
  return path === '-' ? 'stdin' : path
}

/** False when the records are in no order: what follows is not read. */
async function acceptAll(
  path: string,
  round: FirstRound,
  ports: CliPorts,
  report: Report,
  pause: () => Promise<void> | undefined = () => undefined
): Promise<boolean> {
  const name = nameOf(path)
  const chunks = path === '-' ? ports.input : readUnpacked(argumentPath(path, ports.bytesOfArgument(path)))
  let number = 0
  try {
    for await (const lines of lineBatches(chunks)) {
      for (const line of lines) {
        number++
        try {
          round.accept(line)
        } catch (error) {
          if (error instanceof UnsortedError || error instanceof TemporaryFileError) throw error
          await report.failed(describeFailure(`${name}:${number}`, error))
        }
      }
      await pause()
    }
    round.end()
    return true
  } catch (error) {
    await report.failed(
      describeFailure(error instanceof UnsortedError && number > 0 ? `${name}:${number}` : name, error)
    )
    return false
  }
}

/** Whole lines, those of a piece of the stream at once: one by one they would take several times as long. */
async function* lineBatches(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let rest: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0x0a) + 1
    if (end > 0) {
      const bytes = Buffer.concat([...rest, chunk.subarray(0, end - 1)])
      rest = []
      yield bytes.toString('utf8').split('\n')
    }
    if (end < chunk.length) rest.push(chunk.slice(end))
    length = end > 0 ? chunk.length - end : length + chunk.length
    if (length > longestRecord) throw new Error('has a line that is too long for a record')
  }
  if (rest.length > 0) yield [Buffer.concat(rest).toString('utf8')]
}

/** In bytes: all quotes of a speaker in an article of the longest, and more. */
const longestRecord = 1 << 26

async function writeResult(lines: Iterable<KeyedLine>, put: Put): Promise<void> {
  const pieces = textPieces(put)
  for (const piece of resultPieces(lines)) {
    pieces.add(piece)
    await pieces.pause()
  }
  await pieces.end()
}

/** Exactly the bytes of `writeJsonLine` of a `LinksResult`. */
function* resultPieces(lines: Iterable<KeyedLine>): Iterable<string> {
  yield '{"speakers":['
  let speakers = 0
  let group: string | undefined
  let isFirst = true
  const reference = (article: string, quote: number) => {
    const separator = isFirst ? '' : ','
    isFirst = false
    return `${separator}${writeJsonLine({ article: readTextField(article), quote })}`
  }
  for (const line of lines) {
    const { key, value } = keyedRecord(line)
    const [one, other, article, number] = fieldsOf(key)
    if (key.startsWith(sections.group)) {
      const own = `${one} ${other}`
      if (own !== group) {
        yield group === undefined ? `${speakers > 0 ? ']}' : ''}],"reuse":[[` : '],['
        group = own
        isFirst = true
      }
      yield reference(article!, Number(number))
    } else if (article === undefined) {
      const [id, name, type, named] = JSON.parse(value) as SpeakerFacts
      yield `${speakers++ > 0 ? ']},' : ''}${writeJsonLine({ id, name, type, named }).slice(0, -1)},"quotes":[`
      isFirst = true
    } else for (const quote of JSON.parse(value) as readonly number[]) yield reference(article, quote)
  }
  yield group === undefined ? `${speakers > 0 ? ']}' : ''}],"reuse":[]}\n` : ']]}\n'
}

/** Small texts that are written together. */
function textPieces(put: Put) {
  let waiting: string[] = []
  let units = 0
  let isReaderThere = true
  const flush = async () => {
    const text = waiting.join('')
    waiting = []
    units = 0
    if (isReaderThere && text !== '') isReaderThere = await put(text)
  }
  return {
    add(text: string) {
      waiting.push(text)
      units += text.length
    },
    pause: (): Promise<void> | undefined => (units > 1 << 16 ? flush() : undefined),
    end: flush
  }
}
