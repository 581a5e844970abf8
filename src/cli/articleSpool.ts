import { mkdtempSync, readSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Decided } from '../annotations'
import { readArticle, type ArticleFormat } from '../article'
import {
  linkedLength,
  linkSteps,
  orderedById,
  packRecord,
  recordEntities,
  recordFacts,
  recordQuotes,
  stringPool,
  type Corpus
} from '../corpus'
import type { ExportedArticle } from '../exchange'
import { finish } from '../util/steps'
import type { CliPorts } from './ports'

/** Analyzed articles that are put aside in a temporary file, so that any number of them can be gone through again. */
export interface ArticleSpool {
  readonly count: () => number
  readonly add: (article: ExportedArticle) => Promise<void>
  /** Links the articles: to be called once, after the last `add`. */
  readonly link: () => Corpus
  /** Each is unpacked when it is asked for. */
  readonly articles: () => AsyncIterable<ExportedArticle>
  /** The article with that name; undefined where there is none. */
  readonly article: (name: string) => Promise<ExportedArticle | undefined>
  /** To be called at the end. */
  readonly remove: () => Promise<void>
}

interface Entry {
  readonly id: string
  readonly name: string
  readonly format: ArticleFormat
  readonly position: number
  readonly length: number
  /** Of its first bytes, which are read to link it. */
  readonly linkedLength: number
}

/** What lies in a record beside the text: `Decided` without its analysis. */
interface Beside extends Omit<Decided, 'analysis' | 'mentions' | 'quotes'> {
  readonly mentions: readonly (readonly [number, string])[]
  readonly quotes: readonly (readonly [number, string])[]
}

/** The file goes with the process, also when that is ended from outside. */
export async function articleSpool({ onInterrupt }: Pick<CliPorts, 'onInterrupt'>): Promise<ArticleSpool> {
  const folder = mkdtempSync(join(tmpdir(), 'article-annotator-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  const listening = onInterrupt(removeFolder)
  const file = await open(join(folder, 'articles'), 'wx+', 0o600)
  const entries: Entry[] = []
  let end = 0

  async function exportedOf({ id, name, format, position, length }: Entry): Promise<ExportedArticle> {
    const record = new Uint8Array(length)
    await file.read(record, 0, length, position)
    const { text, markup, analysis, beside } = recordFacts(record)
    const article = { id, name, text, markup, article: readArticle(text, format), analysis }
    return { article, decided: beside === undefined ? undefined : { ...decidedOf(beside as Beside), analysis } }
  }

  return {
    count: () => entries.length,
    async add({ article, decided }) {
      const { id, name, text, markup, analysis } = article
      const record = packRecord({ text, markup, analysis, ...(decided && { beside: besideOf(decided) }) })
      await writeAll(file, record, end)
      entries.push({
        id,
        name,
        format: article.article.format,
        position: end,
        length: record.length,
        linkedLength: linkedLength(record)
      })
      end += record.length
    },
    link() {
      const sorted = orderedById(entries)
      // Read again from the file, so that nothing of it lies in memory beside the engine, nor both beside each other.
      const beginnings = function* <Read>(read: (beginning: Uint8Array, id: string) => Read) {
        for (const { id, position, linkedLength } of sorted) {
          const beginning = new Uint8Array(linkedLength)
          readSync(file.fd, beginning, 0, linkedLength, position)
          yield read(beginning, id)
        }
      }
      const summaries = () => {
        const strings = stringPool()
        return beginnings((beginning, id) => recordEntities(beginning, id, strings))
      }
      return finish(linkSteps({ quoted: () => beginnings(recordQuotes), summaries }))
    },
    async *articles() {
      for (const entry of entries) yield await exportedOf(entry)
    },
    async article(name) {
      const entry = entries.find((one) => one.name === name)
      return entry && exportedOf(entry)
    },
    async remove() {
      await file.close()
      removeFolder()
      listening()
    }
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    if (bytesWritten === 0) throw new Error('the temporary file takes nothing more')
    done += bytesWritten
  }
}

function besideOf({ decisions, marks, mentions, quotes, isArticle }: Decided): Beside {
  const ids = (made: Decided['mentions']) => [...made].map(([index, { id }]) => [index, id] as const)
  return { decisions, marks, isArticle, mentions: ids(mentions), quotes: ids(quotes) }
}

function decidedOf({ decisions, marks, mentions, quotes, isArticle }: Beside): Omit<Decided, 'analysis'> {
  const byId = new Map(decisions.map(({ decision }) => [decision.id, decision]))
  const made = (ids: Beside['mentions']) =>
    new Map(
      ids.flatMap(([index, id]) => {
        const decision = byId.get(id)
        return decision ? [[index, decision] as const] : []
      })
    )
  return { decisions, marks, isArticle, mentions: made(mentions), quotes: made(quotes) }
}
