import type { ColumnHead } from '../../tables/table'

/** A question as a view: what it answers, what its columns mean, and how it is asked. */
export interface View {
  readonly name: string
  readonly about: string
  /** In their order: the type and a sentence. */
  readonly columns: Readonly<Record<string, readonly [type: ColumnHead['type'], about: string]>>
  readonly select: string
}
