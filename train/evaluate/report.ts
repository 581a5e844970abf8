import type { GoldSet, Measurement } from './goldSets'
import { publishedFigures } from './published'
import type { Figure } from './score'

export interface Result {
  /** Whose figures they are. */
  readonly who: string
  readonly set: GoldSet
  readonly measurement: Measurement
  readonly figures: readonly Figure[]
  /** What makes the figures worth less than they look, in sentences. */
  readonly cautions: readonly string[]
}

/** A section a set, with our figures and the published ones as one Markdown table. */
export function report(results: readonly Result[], absent: readonly string[]): string {
  const bySet = groupBySet(results)
  const parts = [...bySet].flatMap(([title, ofSet]) => {
    const { set } = ofSet[0] ?? {}
    const published = publishedFigures.filter(
      ({ section, family }) => section === set?.section && set.name.startsWith(family)
    )
    const rows = [
      ...ofSet.flatMap(({ who, measurement, figures }) =>
        figures.map(({ name, value }) => [who, measurement.label, name, value])
      ),
      ...published.map(({ system, figure }) => [system, 'published', '', figure])
    ]
    const cautions = ofSet[0]?.cautions ?? []
    return [
      `## ${title}`,
      '',
      ...cautions.flatMap((caution) => [caution, '']),
      table(['who', 'measured on', 'what', 'figure'], rows),
      ''
    ]
  })
  const missing =
    absent.length > 0
      ? ['**Nothing was scored for want of data in:**', '', ...absent.map((folder) => `- ${folder}`), '']
      : []
  const nothing = results.length + absent.length === 0 ? ['Nothing was scored: no set of that name.', ''] : []
  return ['# Evaluation', '', ...missing, ...nothing, ...parts].join('\n')
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function groupBySet(results: readonly Result[]): ReadonlyMap<string, readonly Result[]> {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const title = `${result.set.section}: ${result.set.name}`
    groups.set(title, [...(groups.get(title) ?? []), result])
  }
  return groups
}
