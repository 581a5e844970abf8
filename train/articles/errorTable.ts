import type { Judged } from './train'

/** How many articles are refused and how many others taken, by set. */
export function errorTable(title: string, judged: readonly Judged[], bias: number): string {
  const sets = new Map<string, { wrong: number; all: number }>()
  for (const { text, score } of judged) {
    const set = `${text.isArticle ? 'article' : 'other  '} ${text.set}`
    const counts = sets.get(set) ?? { wrong: 0, all: 0 }
    counts.all++
    if (score + bias > 0 !== text.isArticle) counts.wrong++
    sets.set(set, counts)
  }
  const rows = [...sets].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    title,
    ...rows.map(
      ([set, { wrong, all }]) => `  ${set.padEnd(28)} ${wrong} of ${all} wrong (${((100 * wrong) / all).toFixed(2)} %)`
    )
  ].join('\n')
}
