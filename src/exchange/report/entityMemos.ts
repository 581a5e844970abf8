import type { ExportInput } from '../format'
import type { Overview } from './overview'

/** Somebody or something with memos who says nothing, so that it has no place among the sources. */
export interface Remembered {
  /** `ProjectMemo.about`. */
  readonly about: string
  readonly name: string
}

/** In order of their memos. */
export function rememberedBeside(
  { memos, registry }: Pick<ExportInput, 'memos' | 'registry'>,
  { sources, codes }: Pick<Overview, 'sources' | 'codes'>
): readonly Remembered[] {
  const shown = new Set<string | undefined>([
    '',
    ...codes.map(({ id }) => id),
    ...sources.map(({ identity }) => identity)
  ])
  const names = new Map(registry.map(({ iri, name }) => [iri, name]))
  const abouts = new Set(memos.map(({ about }) => about).filter((about) => !shown.has(about)))
  return [...abouts].map((about) => ({ about, name: names.get(about) ?? about }))
}
