import type { Prose, Unit } from './prose'
import type { Range } from './sources'

/** An attribution in token indexes; `verb` is the token that decides about a cue that two rules find. */
export interface Finding {
  readonly content: readonly Range[]
  readonly cue: Range
  readonly source: Range | null
  readonly verb: number
}

/**
 * One way to write an attribution. Rules are tried in order, the precise ones first, unit by unit; `earlier` is what
 * was found before in the same unit. A finding whose verb another rule has taken is dropped.
 */
export interface Rule {
  readonly name: string
  /** True when the finding is only as good as the verb it stands on. */
  readonly needsVerb: boolean
  /** True when the layout alone shows who says what, whatever words are used: the models, which learn of words, are not asked. */
  readonly decides?: boolean
  /** True when what it finds is the content as it stands, with the stops at its ends. */
  readonly isWhole?: boolean
  find(prose: Prose, unit: Unit, earlier: readonly Finding[]): readonly Finding[]
}
