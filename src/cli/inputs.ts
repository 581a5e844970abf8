import { createReadStream } from 'node:fs'
import type { GivenQuote } from '../analysis'
import { articleFormat, decodeText, longestArticle, readArticle, type Article } from '../article'
import { findArticleFiles } from './articleFiles'
import { failure, type Failure } from './failure'
import { parseInputLine } from './inputLine'
import { readLines } from './lines'

/** One article to analyse. `name` is its path as given, or the id of its line; `place` is what a message calls it. */
export interface InputArticle {
  readonly name: string
  readonly place: string
  readonly article: Article
  readonly given?: readonly GivenQuote[]
}

/** An article or why there is none, and how far we are, for the progress line. */
export interface Input {
  readonly result: InputArticle | Failure
  readonly progress: string
}

export type InputFormat = 'files' | 'jsonl'

/** Reads one article after the other, when it is asked for: never more than one of them is held. */
export function readInputs(
  paths: readonly string[],
  format: InputFormat,
  standardInput: AsyncIterable<Uint8Array>
): AsyncGenerator<Input> {
  return format === 'files' ? articlesOfFiles(paths) : articlesOfLines(paths, standardInput)
}

export function isFailure(result: InputArticle | Failure): result is Failure {
  return 'message' in result
}

async function* articlesOfFiles(paths: readonly string[]): AsyncGenerator<Input> {
  const { files, failures } = await findArticleFiles(paths)
  for (const result of failures) yield { result, progress: result.name }
  for (const [index, path] of files.entries()) {
    yield { result: await readArticleFile(path), progress: `${index + 1} of ${files.length} ${path}` }
  }
}

async function readArticleFile(path: string): Promise<InputArticle | Failure> {
  try {
    const decoded = decodeText(await readBytes(path))
    if ('problem' in decoded) return { name: path, message: problems[decoded.problem] }
    return { name: path, place: path, article: readArticle(decoded.text, articleFormat(path)) }
  } catch (error) {
    return failure(path, error)
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
        const progress = `line ${number} of ${name}`
        if (bytes === 'too-long') yield { result: { name: place, message: problems['too-large'] }, progress }
        else if (!isBlank(bytes)) yield { result: readLineArticle(bytes, place), progress }
      }
    } catch (error) {
      yield { result: failure(name, error), progress: name }
    }
  }
}

function readLineArticle(bytes: Uint8Array, place: string): InputArticle | Failure {
  try {
    const { id, text, quotes } = parseInputLine(bytes)
    if (text.length > longestArticle) return { name: place, message: problems['too-large'] }
    return { name: id, place, article: readArticle(text, 'plain'), ...(quotes ? { given: quotes } : {}) }
  } catch (error) {
    return failure(place, error)
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

/**
 * The bytes of a file, or so many of them that decoding says that it is too large. Does not ask for the size first: a pipe
 * or a device does not tell.
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

/** The longest article, each unit written as an escape, and as much again for its quotes. */
const longestLine = 12 * longestArticle

const problems = {
  binary: 'is a binary file, not text',
  'too-large': `is longer than ${longestArticle / 1_000_000} million characters`
} as const
