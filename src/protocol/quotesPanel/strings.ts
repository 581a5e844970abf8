import type { ConditionStrings } from '../common'
import type { Column, PanelScope, Show } from './rows'

/** Every text of the panel, in the user's language. `{0}` and `{1}` stand for names and numbers. */
export interface PanelStrings {
  readonly locale: string
  readonly conditions: ConditionStrings
  readonly grid: string
  readonly shows: Readonly<Record<Show, string>>
  readonly showsLabel: string
  readonly scopes: Readonly<Record<PanelScope, string>>
  readonly scopesLabel: string
  readonly columns: Readonly<Record<Column, string>>
  /** What `source` is called in the list of mentions. */
  readonly columnName: string
  readonly columnsMenu: string
  readonly words: string
  /** Of words that are typed and not searched yet. */
  readonly pressEnter: string
  readonly matchCase: string
  readonly wholeWord: string
  readonly stop: string
  readonly sorting: string
  readonly filteredBy: string
  readonly removeCondition: string
  readonly selected: string
  readonly code: string
  readonly accept: string
  readonly reject: string
  readonly copy: string
  readonly exportShown: string
  readonly analyzeFolder: string
  readonly kinds: Readonly<Record<'direct' | 'indirect' | 'mixed', string>>
  readonly states: Readonly<Record<'suggested' | 'partly' | 'decided' | 'review', string>>
  readonly unnamed: string
  readonly nobody: string
  readonly line: string
  readonly loading: string
  readonly keys: string
  readonly tooMany: string
}
