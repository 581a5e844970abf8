import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Analysis, Engine } from '../analysis'
import { isAssistant, lockPath, type Project } from '../annotations'
import type { AskedArticles } from '../assistants'
import { collectArticles } from '../assistants/collectArticles'
import type { Corpus } from '../corpus'
import { canonicalWords, exportInput, lossCounter, type ExportedArticle } from '../exchange'
import { articleSpool, type ArticleSpool } from './articleSpool'
import type { DecisionOptions } from './besideArticles'
import type { CliPorts } from './ports'
import type { Report } from './report'
import { spoolArticles } from './spoolArticles'

/** A folder of articles that is asked again and again, while its files may change. */
export interface FolderStudy {
  /** The articles as they are now. Rejects with `StillReading` where that takes too long. */
  readonly current: () => Promise<StudiedFolder>
  /** To be called at the end. */
  readonly remove: () => Promise<void>
}

export interface StudiedFolder {
  readonly asked: AskedArticles
  readonly corpus: Corpus
  readonly project: Project
  /** An article with what people have decided about it, by its path below the folder. */
  readonly article: (name: string) => Promise<ExportedArticle | undefined>
}

/** The articles are still being read: ask again. */
export class StillReading extends Error {}

/** Begins to read at once. `root` is a real path; nothing outside of it is read. */
export function folderStudy(
  root: string,
  options: DecisionOptions,
  ports: CliPorts,
  report: Report,
  patience = 20_000
): FolderStudy {
  let engine: Promise<Engine> | undefined
  let reading: { readonly stamp: string; readonly count: number; readonly done: Promise<Opened> } | undefined
  let opened: Opened | undefined
  let done = 0
  let hasEnded = false
  // Once nobody asks any more, articles fail one after the other without being analyzed: nobody is to hear of that.
  const heard: Report = {
    ...report,
    failed: async (failure) => (hasEnded ? undefined : report.failed(failure)),
    noted: async (note) => (hasEnded ? undefined : report.noted(note))
  }
  const onArticle = () => {
    if (hasEnded) throw new Error('nobody asks any more')
    done++
  }

  async function read(): Promise<Opened> {
    done = 0
    const loadEngine: CliPorts['loadEngine'] = async (wishes) => {
      engine ??= ports.loadEngine(wishes).then((loaded) => remembering(loaded, onArticle))
      return engine
    }
    const spool = await articleSpool(ports)
    try {
      const wish = { ...options, within: root, input: 'files' } as const
      const project = await spoolArticles([root], wish, { ...ports, loadEngine }, heard, spool)
      if (spool.count() === 0) throw new Error('there are no articles (.txt, .md) in the folder')
      const corpus = spool.link()
      return { spool, corpus, project, asked: await collected(spool, corpus, project, options), article: spool.article }
    } catch (error) {
      await spool.remove()
      throw error
    }
  }

  async function current(): Promise<StudiedFolder> {
    const { stamp, count } = await stampOf(root)
    if (reading?.stamp !== stamp) {
      // One after the other: what is read now is of files that have changed since.
      const before = reading?.done.catch(() => undefined)
      reading = { stamp, count, done: Promise.resolve(before).then(read) }
      reading.done.catch(() => undefined)
    }
    const { done: whole } = reading
    const next = await Promise.race([whole, setTimeout(patience, undefined, { ref: false })])
    if (!next) throw new StillReading(`the articles are being read: ${done} of ${count} so far; ask again in a while`)
    if (opened && opened !== next) await opened.spool.remove()
    opened = next
    return next
  }

  void current().catch(() => undefined)
  return {
    current,
    async remove() {
      hasEnded = true
      const last = await reading?.done.catch(() => undefined)
      for (const one of new Set([opened, last])) await one?.spool.remove()
    }
  }
}

interface Opened extends StudiedFolder {
  /** Has the articles, in a temporary file. */
  readonly spool: ArticleSpool
}

async function collected(
  spool: ArticleSpool,
  corpus: Corpus,
  project: Project,
  options: DecisionOptions
): Promise<AskedArticles> {
  const input = await exportInput(
    { title: '', count: spool.count(), articles: spool.articles, corpus, project },
    { content: options.suggestionsOnly ? 'suggestions' : 'both', offsets: 'utf16', now: new Date().toISOString() },
    { isWanted: () => true, onArticle: () => undefined },
    lossCounter()
  )
  return collectArticles(input, async (article) => {
    const found = await spool.article(article)
    return found && canonicalWords(found.article.text)
  })
}

/** Names the state of all articles and annotations in a folder, but for what assistants propose, which changes nothing. */
async function stampOf(root: string): Promise<{ readonly stamp: string; readonly count: number }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  // A folder of layers changes with each of them.
  const files = entries.filter(
    (entry) => !entry.isDirectory() && (isAnnotation(entry.parentPath) ? isOfPeople(entry.name) : isText(entry.name))
  )
  const states: string[] = []
  for (const { name, parentPath } of files) {
    const path = join(parentPath, name)
    // What is gone again has no state.
    const state = await stat(path).catch(() => undefined)
    if (state) states.push(`${path}\0${state.size}\0${state.mtimeMs}\0${state.ino}`)
  }
  const count = files.filter(({ parentPath }) => !isAnnotation(parentPath)).length
  return { stamp: states.sort().join('\n'), count }
}

function isText(name: string): boolean {
  return /\.(?:txt|md)$/i.test(name)
}

function isOfPeople(name: string): boolean {
  return name !== basename(lockPath) && !isAssistant(name.replace(/^\./, ''))
}

function isAnnotation(folder: string): boolean {
  return /[/\\]\.annotations(?:[/\\]|$)/.test(folder)
}

/** Analyzes a text that was analyzed before by heart, so that one changed article does not cost the time of all. */
function remembering(engine: Engine, onArticle: () => void): Engine {
  const known = new Map<string, Analysis>()
  return {
    ...engine,
    analyze(article, given) {
      onArticle()
      const key = `${article.format}\n${article.text}`
      const found = known.get(key) ?? engine.analyze(article, given)
      known.delete(key)
      known.set(key, found)
      const [oldest] = known.keys()
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
      return found
    }
  }
}

/** Analyses of so many articles take some 100 MB. */
const mostKnown = 1000
