import type { GivenQuote } from '../analysis'
import {
  articleFormat,
  articleRemarks,
  decodeText,
  fileRemarks,
  unreadRemarks,
  longestArticle,
  readArticle,
  type Article,
  type TextRemark
} from '../article'
import { findArticleFiles, type ArticleFile } from './articleFiles'
import { argumentPath, type FilePath } from './filePaths'
import { parseInputLine } from './inputLine'
import { readLines } from './lines'
import { expandedPaths } from './globs'
import { isInShard, type Shard } from './shard'
import { readBytes, readUnpacked, unpackedName } from './unpacked'
import type { CliPorts } from './ports'
import { describeFailure, type Message } from './report'

/** An article as it was read, before it is analyzed. */
export interface UnanalyzedArticle {
  /** Its path as given, or the id of its line. */
  readonly name: string
  /** What a message calls it: its path, or its file and line. */
  readonly place: string
  readonly article: Article
  /** Undefined for a line. */
  readonly file?: ArticleFile
  /** What its reader should know of the file or text. */
  readonly remarks: readonly TextRemark[]
  /** Quotes that the input line brings with it; the engine then looks for none. */
  readonly givenQuotes?: readonly GivenQuote[]
}

/** The next article of the input, or why it cannot be read. `progress` says how far we are, for the progress line. */
export type Input =
  | { readonly kind: 'article'; readonly article: UnanalyzedArticle; readonly progress: string }
  | { readonly kind: 'failure'; readonly failure: Message }

export type InputFormat = 'files' | 'jsonl'

type InputPorts = Pick<CliPorts, 'input' | 'bytesOfArgument'>

/** Which of the articles are read. */
export interface InputChoice {
  readonly shard?: Shard
  /** Of a folder's files those within this one alone. */
  readonly within?: string
}

/** Reads one article after the other, when it is asked for: never more than one of them is held. */
export function readInputs(
  paths: readonly string[],
  format: InputFormat,
  ports: InputPorts,
  { shard, within }: InputChoice = {}
): AsyncGenerator<Input> {
  return format === 'files' ? articlesOfFiles(paths, ports, shard, within) : articlesOfLines(paths, ports, shard)
}

/** What fails is told of in one shard, too. */
async function* articlesOfFiles(
  paths: readonly string[],
  ports: InputPorts,
  shard: Shard | undefined,
  within: string | undefined
): AsyncGenerator<Input> {
  const found = await findArticleFiles(await expandedPaths(distinctPaths(paths, ports)), within)
  const files = found.files.filter(({ name }) => isInShard(name, shard))
  for (const failure of found.failures) if (isInShard(failure.name, shard)) yield { kind: 'failure', failure }
  for (const [index, path] of files.entries()) {
    yield await readArticleFile(path, `${index + 1} of ${files.length} ${path.name}`)
  }
}

/** The text of a file as VS Code would hold it, or why it cannot be read. */
export async function readText(file: FilePath): Promise<string | Message> {
  const { name } = file
  try {
    const decoded = decodeText(await readBytes(file))
    return 'problem' in decoded ? { name, message: problems[decoded.problem] } : decoded.text
  } catch (error) {
    return describeFailure(name, error)
  }
}

async function readArticleFile(path: ArticleFile, progress: string): Promise<Input> {
  const { name } = path
  try {
    const decoded = decodeText(await readBytes(path))
    if ('problem' in decoded) return failed({ name, message: problems[decoded.problem] })
    const article = readArticle(decoded.text, articleFormat(unpackedName(name)))
    const remarks = [...fileRemarks(decoded, article), ...unreadRemarks(article)]
    return { kind: 'article', article: { name, place: name, article, file: path, remarks }, progress }
  } catch (error) {
    return failed(describeFailure(name, error))
  }
}

async function* articlesOfLines(
  paths: readonly string[],
  ports: InputPorts,
  shard: Shard | undefined
): AsyncGenerator<Input> {
  for (const path of await expandedPaths(distinctPaths(paths, ports))) {
    const isStandard = path.path === '-'
    const name = isStandard ? 'stdin' : path.name
    try {
      for await (const { number, bytes } of readLines(isStandard ? ports.input : readUnpacked(path), longestLine)) {
        const place = `${name}:${number}`
        const input =
          bytes === 'too-long'
            ? failed({ name: place, message: problems['too-large'] })
            : !isBlank(bytes, number) && readLineArticle(bytes, place, `line ${number} of ${name}`, shard)
        if (input && (input.kind === 'article' || isInShard(place, shard))) yield input
      }
    } catch (error) {
      // Each shard has less than it should have.
      yield failed(describeFailure(name, error))
    }
  }
}

export function distinctPaths(paths: readonly string[], ports: Pick<CliPorts, 'bytesOfArgument'>): readonly FilePath[] {
  return [...new Set(paths)].map((path) => argumentPath(path, ports.bytesOfArgument(path)))
}

/** Undefined for an article of another shard. */
function readLineArticle(
  bytes: Uint8Array,
  place: string,
  progress: string,
  shard: Shard | undefined
): Input | undefined {
  try {
    const { id, text, quotes } = parseInputLine(bytes)
    if (!isInShard(id, shard)) return undefined
    if (text.length > longestArticle) return failed({ name: place, message: problems['too-large'] })
    const article = readArticle(text, 'plain')
    const remarks = articleRemarks(article)
    return {
      kind: 'article',
      article: { name: id, place, article, remarks, ...(quotes && { givenQuotes: quotes }) },
      progress
    }
  } catch (error) {
    return failed(describeFailure(place, error))
  }
}

function failed(failure: Message): Input {
  return { kind: 'failure', failure }
}

/** White space of JSON; in the first line maybe after a byte order mark. */
function isBlank(bytes: Uint8Array, number: number): boolean {
  const hasMark = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes.subarray(hasMark ? 3 : 0).every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

/** In bytes: the longest article with each unit as a six-byte escape (`\u0041`), and as much again for its quotes. */
const longestLine = 12 * longestArticle

const problems = {
  binary: 'is a binary file, not text',
  'too-large': `is longer than ${longestArticle / 1_000_000} million characters`
} as const
