import type { Step } from '../../annotations'
import type { ImportResult, ReadResult } from '../../exchange'

/** The one step that does an import. */
export function importStep({ articles, codes }: ImportResult, label: string): Step {
  const decisions = articles.flatMap(({ article, edits }) =>
    edits.map((edit) => ({ kind: 'decision' as const, article: article.id, ...edit }))
  )
  return { label, edits: [...codes, ...decisions] }
}

/** What an import comes to. */
export interface ImportCounts {
  readonly articles: number
  /** Decisions that are new or changed. */
  readonly decisions: number
  readonly codes: number
  readonly waiting: number
  readonly known: number
  readonly notTaken: number
}

export function importCounts({ articles, codes, problems }: ImportResult): ImportCounts {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    articles: articles.filter(({ edits }) => edits.length > 0).length,
    decisions: sum(articles.map(({ edits }) => edits.length)),
    codes: codes.length,
    waiting: sum(articles.map(({ waiting }) => waiting)),
    known: sum(articles.map(({ known }) => known)),
    notTaken: sum(problems.map(({ count = 1 }) => count))
  }
}

/** Who made the annotations, by what the files say: the one who made most of them. Undefined where they do not say. */
export function likelyAnnotator({ documents }: ReadResult): string | undefined {
  const counts = new Map<string, number>()
  const count = (name: unknown) => {
    if (typeof name === 'string' && name.trim() !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const { flat, decisions } of documents) {
    for (const { features } of flat?.spans ?? []) count(features['annotator'])
    for (const { creator } of decisions ?? []) count(creator)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
