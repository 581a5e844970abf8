import { Uri, type Memento } from 'vscode'
import { exportContents, formatOf, type ExchangeFormat, type ExportContent, type OffsetUnit } from '../../exchange'

export const exportScopes = ['article', 'folder', 'filter'] as const
/** This article, all articles of the folder, or what the filter leaves of what is listed. */
export type ExportScope = (typeof exportScopes)[number]

/** What a keybinding or another extension may give instead of being asked. */
export interface ExportChoice {
  readonly format?: ExchangeFormat
  readonly scope?: ExportScope
  /** Of the scope `filter`: the article that is listed, or the folder; what the sidebar lists where nobody says. */
  readonly listed?: Uri | 'folder'
  readonly content?: ExportContent
  /** "": of all annotators. */
  readonly annotator?: string
  readonly offsets?: OffsetUnit
  readonly target?: Uri
}

/** A command's argument may be anything; a context menu gives a Uri, for example. What is not understood is left out. */
export function exportChoice(argument: unknown): ExportChoice {
  if (typeof argument !== 'object' || argument === null) return {}
  const given = argument as Readonly<Record<string, unknown>>
  const format = formatOf(given['format'])
  const scope = exportScopes.find((known) => known === given['scope'])
  const content = exportContents.find((known) => known === given['content'])
  const offsets = (['utf16', 'codepoints'] as const).find((known) => known === given['offsets'])
  const { annotator, listed, target } = given
  return {
    ...(format && { format }),
    ...(scope && { scope }),
    ...((listed === 'folder' || listed instanceof Uri) && { listed }),
    ...(content && { content }),
    ...(typeof annotator === 'string' && { annotator }),
    ...(offsets && { offsets }),
    ...(target instanceof Uri && { target })
  }
}

const stateKey = 'export.last'

/** What was chosen last in this workspace: asked again, it comes first. */
export function lastChoice(state: Memento): ExportChoice {
  return exportChoice(state.get(stateKey))
}

export async function rememberChoice(
  state: Memento,
  { format, scope, content, annotator }: ExportChoice
): Promise<void> {
  const known = state.get<object>(stateKey)
  await state.update(stateKey, {
    ...(typeof known === 'object' && known),
    ...(format && { format: format.id }),
    ...(scope && { scope }),
    ...(content && { content }),
    ...(annotator !== undefined && { annotator })
  })
}
