import type { Project } from '../../annotations'
import type { Corpus } from '../../corpus'
import { pause } from '../../util/pause'
import { workSlices } from '../../util/slices'
import { buildDocument } from '../buildDocument'
import type { ExportInput } from '../format'
import type { OffsetUnit } from '../offsets'
import type { Wording } from '../wording'
import type { ExportContent, ExportedArticle } from './exportedArticle'
import type { LossCounter } from './losses'
import { corpusSelection, decidedAlone, selectedByBoth, selectedDocument, type Select } from './selection'

/** What is exported, before a format has seen it. */
export interface ExportSource {
  readonly title: string
  /** How many articles there are. */
  readonly count: number
  /** From the beginning at each call, in the same order; each is made when it is asked for. */
  readonly articles: () => Iterable<ExportedArticle> | AsyncIterable<ExportedArticle>
  /** Of these articles as they are exported. */
  readonly corpus: Corpus
  readonly project: Project
  /** Annotations beyond those of `content` that are left out. */
  readonly select?: Select
}

export interface ExportOptions {
  readonly content: ExportContent
  readonly offsets: OffsetUnit
  /** ISO 8601 in UTC. */
  readonly now: string
  /** Of the reports for people: English where it is not told. */
  readonly wording?: Wording
}

export interface ExportProgress {
  /** False as soon as nobody waits for the export any more. */
  isWanted(): boolean
  /** Called before each article of each pass over them: `done` of `count` in this pass. */
  onArticle(done: number, count: number): void
}

/** Thrown through a format's writer once nobody waits any more. */
export class ExportCancelled extends Error {}

/** What a format writes. Reads all articles once where only some annotations are wanted. Rejects with `ExportCancelled`. */
export async function exportInput(
  source: ExportSource,
  { content, offsets, now, wording }: ExportOptions,
  progress: ExportProgress,
  losses: LossCounter
): Promise<ExportInput> {
  const select = selectOf(content, source.select)
  const selection = select && corpusSelection(select)
  let count = source.count
  if (selection) {
    count = 0
    for await (const article of inTurns(source, progress)) if (selection.add(article)) count++
  }
  const corpus = selection ? selection.corpus(source.corpus) : source.corpus
  const { codes, entities, memos } = source.project
  return {
    title: source.title,
    count,
    async *documents() {
      for await (const exported of inTurns(source, progress)) {
        const document = buildDocument({ ...exported, corpus })
        const selected = select ? selectedDocument(document, exported, select) : document
        if (selected) yield content === 'suggestions' ? { ...selected, rejected: [], decisions: [] } : selected
      }
    },
    corpus,
    codes,
    registry: entities,
    memos,
    offsets,
    now,
    ...(wording && { wording }),
    lost: losses.add
  }
}

function selectOf(content: ExportContent, select: Select | undefined): Select | undefined {
  if (content !== 'decisions') return select
  return select ? selectedByBoth(select, decidedAlone) : decidedAlone
}

/** The articles, with time for others in between. */
async function* inTurns(source: ExportSource, progress: ExportProgress): AsyncGenerator<ExportedArticle> {
  const slices = workSlices()
  let done = 0
  for await (const article of source.articles()) {
    await slices.rest()
    // Whoever cancels is heard also where each article takes less than a slice.
    if (done % 50 === 49) await pause()
    if (!progress.isWanted()) throw new ExportCancelled('nobody waits for the export any more')
    progress.onArticle(++done, source.count)
    yield article
  }
}
