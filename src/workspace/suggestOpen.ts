import type { Uri } from 'vscode'
import type { Analysis, Engine } from '../analysis'
import { readArticle, readArticleInSteps, type Article } from '../article'
import { inSlices } from '../util/slices'
import { analyzeInSlices, emptyAnalysis } from './analyzeInSlices'
import { documentFormat } from './articleLanguage'
import { standingOf } from './articleStanding'
import type { Log } from './log'
import { analyzeOpen } from './openAnalysis'
import type { DocumentProblem, OpenArticle } from './openArticle'
import type { OpenEntry } from './openEntry'
import type { OpenText, OpenTexts } from './openTexts'
import { inWhole, seenPart } from './seenPart'
import type { WholeEngine } from './windowThread'

export interface SuggestOptions {
  readonly texts: OpenTexts
  readonly engine: () => Promise<Engine>
  /** The engine with the language model, in another thread; undefined leaves `engine` alone. */
  readonly whole?: WholeEngine | undefined
  /** What it has found in that very text before, where a folder keeps it. */
  readonly known?: (uri: Uri, text: string) => Analysis | undefined
  readonly log: Log
}

interface Suggesting extends SuggestOptions {
  readonly isWanted: () => boolean
  /** Of a long article that is opened: shows what is seen of it. */
  readonly foresee: (whole: Omit<OpenArticle, 'analysis'>, isWanted: () => boolean) => Promise<void>
  /** Shows what the rules say while the language model reads. */
  readonly showRules: (suggested: OpenArticle, isWanted: () => boolean) => Promise<void>
}

/** Of a longer article that is opened, what is seen is analyzed before the rest. UTF-16 units. */
const longText = 50_000

/** A NUL among this many UTF-16 units at the beginning makes a text binary, as in VS Code. */
const binaryProbeLength = 512

/** What the engine suggests of the present version of a document. Undefined as soon as it is not wanted. Never rejects. */
export async function suggestOpen(entry: OpenEntry, options: Suggesting): Promise<OpenArticle | undefined> {
  const { document } = entry
  const { texts, engine: loadEngine, log } = options
  entry.isSkipped = false
  const text = document.getText()
  if (text.length > texts.maximumSize(document)) return withProblem(document, 'too-large', options)
  if (text.slice(0, binaryProbeLength).includes('\0')) return withProblem(document, 'binary', options)
  const engine = await loadEngine().catch(() => undefined)
  if (!engine) return withProblem(document, 'no-engine', options)
  try {
    return await suggested(entry, text, engine, options)
  } catch (error) {
    log.error(`The analysis of ${document.uri.toString(true)} failed`, error)
    return withProblem(document, 'failed', options)
  }
}

/** What is seen of a long article that was opened, as it stands in the whole. */
export async function suggestSeen(
  document: OpenText,
  whole: Omit<OpenArticle, 'analysis'>,
  { texts, engine, isWanted }: Pick<Suggesting, 'texts' | 'engine' | 'isWanted'>
): Promise<OpenArticle | undefined> {
  const { start, end } = seenPart(whole.text, texts.seen?.(document) ?? { start: 0, end: 0 })
  const part = await inSlices(readArticleInSteps(whole.text.slice(start, end), documentFormat(document)), isWanted)
  const found = part && (await analyzeInSlices(await engine(), part, isWanted))
  return found && { ...whole, analysis: inWhole(found, start) }
}

async function suggested(
  entry: OpenEntry,
  text: string,
  engine: Engine,
  { texts, whole, known, isWanted, foresee, showRules }: Suggesting
): Promise<OpenArticle | undefined> {
  const { document, memory, wasWhole } = entry
  const { uri } = document
  const article = await inSlices(readArticleInSteps(text, documentFormat(document)), isWanted)
  if (!article) return undefined
  const opened = openedAs(document, article, texts)
  const { isArticle } = standingOf(null, texts.bySetting?.(document), article.verdict)
  entry.isSkipped = !isArticle && !entry.isWantedAnyway
  if (entry.isSkipped) return { ...opened, analysis: emptyAnalysis }
  // Unpacking what is kept of a long one takes longer than a slice of time.
  const kept = whole && text.length <= longText ? known?.(uri, text) : undefined
  if (kept) return { ...opened, analysis: kept }
  const isForeseen = !entry.isKnown && text.length > longText && texts.visible().includes(document)
  entry.isKnown = true
  const found = await analyzeOpen({
    ...{ engine, whole, id: uri.toString(), text, article, memory, wasWhole, isWanted },
    foresee: isForeseen ? (isAwaited) => foresee(opened, isAwaited) : undefined,
    showRules: (analysis, isAwaited) =>
      showRules({ ...opened, analysis, isPreliminary: true, byRules: true }, isAwaited)
  })
  if (found?.by === 'whole') {
    entry.wasWhole = true
    entry.memory = {}
  }
  return found && { ...opened, analysis: found.analysis, ...(found.by === 'rules' && { byRules: true }) }
}

function openedAs({ uri, version }: OpenText, article: Article, texts: OpenTexts): Omit<OpenArticle, 'analysis'> {
  const { text, markup } = article
  return { id: uri.toString(), name: texts.nameOf(uri), text, markup, article, uri, version, revision: 0 }
}

function withProblem(document: OpenText, problem: DocumentProblem, { texts }: SuggestOptions): OpenArticle {
  const nothing = readArticle('', documentFormat(document))
  return { ...openedAs(document, nothing, texts), analysis: emptyAnalysis, problem }
}
