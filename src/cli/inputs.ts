import { createReadStream } from 'node:fs'
import type { GivenQuote } from '../analysis'
import { articleFormat, decodeText, longestArticle, readArticle, type Article } from '../article'
import { findArticleFiles } from './articleFiles'
import { describeFailure, type Failure } from './failure'
import { parseInputLine } from './inputLine'
import { readLines } from './lines'

/** An article as it was read, before it is analyzed. */
export interface UnanalyzedArticle {
  /** Its path as given, or the id of its line. */
  readonly name: string
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
  readonly article: Article
  /** Quotes that the input line brings with it; the engine then looks for none. */
  readonly givenQuotes?: readonly GivenQuote[]
}

/** The next article of the input, or why it cannot be read. `progress` says how far we are, for the progress line. */
export type Input =
  | { readonly kind: 'article'; readonly article: UnanalyzedArticle; readonly progress: string }
  | { readonly kind: 'failure'; readonly failure: Failure }

export type InputFormat = 'files' | 'jsonl'

/** Reads one article after the other, when it is asked for: never more than one of them is held. */
export function readInputs(
  paths: readonly string[],
  format: InputFormat,
  standardInput: AsyncIterable<Uint8Array>
): AsyncGenerator<Input> {
  return format === 'files' ? articlesOfFiles(paths) : articlesOfLines(paths, standardInput)
}

async function* articlesOfFiles(paths: readonly string[]): AsyncGenerator<Input> {
  const { files, failures } = await findArticleFiles(paths)
  for (const failure of failures) yield { kind: 'failure', failure }
  for (const [index, path] of files.entries()) {
    yield await readArticleFile(path, `${index + 1} of ${files.length} ${path}`)
  }
}

async function readArticleFile(path: string, progress: string): Promise<Input> {
  try {
    const decoded = decodeText(await readBytes(path))
    if ('problem' in decoded) return failed({ name: path, message: problems[decoded.problem] })
    const article = readArticle(decoded.text, articleFormat(path))
    return { kind: 'article', article: { name: path, place: path, article }, progress }
  } catch (error) {
    return failed(describeFailure(path, error))
  }
}

async function* articlesOfLines(
  paths: readonly string[],
  standardInput: AsyncIterable<Uint8Array>
): AsyncGenerator<Input> {
  for (const path of new Set(paths)) {
    const name = path === '-' ? 'stdin' : path
    try {
      for await (const { number, bytes } of readLines(
        path === '-' ? standardInput : createReadStream(path),
        longestLine
      )) {
        const place = `${name}:${number}`
        if (bytes === 'too-long') yield failed({ name: place, message: problems['too-large'] })
        else if (!isBlank(bytes)) yield readLineArticle(bytes, place, `line ${number} of ${name}`)
      }
    } catch (error) {
      yield failed(describeFailure(name, error))
    }
  }
}

function readLineArticle(bytes: Uint8Array, place: string, progress: string): Input {
  try {
    const { id, text, quotes } = parseInputLine(bytes)
    if (text.length > longestArticle) return failed({ name: place, message: problems['too-large'] })
    const article = { name: id, place, article: readArticle(text, 'plain'), ...(quotes && { givenQuotes: quotes }) }
    return { kind: 'article', article, progress }
  } catch (error) {
    return failed(describeFailure(place, error))
  }
}

function failed(failure: Failure): Input {
  return { kind: 'failure', failure }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

/**
 * The bytes of a file. Stops where there are so many that `decodeText` will say "too large" anyway. Does not ask the file
 * system for the size first: a pipe or a device has none.
 */
async function readBytes(path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > 3 * longestArticle) break
  }
  return Buffer.concat(chunks)
}

/** In bytes: the longest article with each unit as a six-byte escape (`\u0041`), and as much again for its quotes. */
const longestLine = 12 * longestArticle

const problems = {
  binary: 'is a binary file, not text',
  'too-large': `is longer than ${longestArticle / 1_000_000} million characters`
} as const
