import { lossNames, orderedLosses, type ExchangeFormat, type Loss } from '../../exchange'
import type { Translate } from '../../util/translate'

/** What a menu shows of a format. */
export type MenuFormat = Pick<ExchangeFormat, 'label' | 'description'> & Partial<Pick<ExchangeFormat, 'cannotHold'>>

export interface ExportMenuItem<Format extends MenuFormat> {
  readonly label: string
  readonly description: string
  /** What the format cannot hold, which has to be said before. */
  readonly detail?: string
  readonly format: Format
}

/** The formats as items of a quick pick, in their order. */
export function exportMenu<Format extends MenuFormat>(
  formats: readonly Format[],
  translate: Translate
): ExportMenuItem<Format>[] {
  return formats.map((format) => {
    const detail = cannotHoldText(format, translate)
    return {
      label: translate(format.label),
      description: translate(format.description),
      ...(detail !== undefined && { detail }),
      format
    }
  })
}

/** "Cannot hold: memos, who is who"; undefined where it holds everything. */
export function cannotHoldText({ cannotHold = [] }: MenuFormat, translate: Translate): string | undefined {
  if (cannotHold.length === 0) return undefined
  const names = orderedLosses(cannotHold).map((kind) => translate(lossNames[kind]))
  return translate('Cannot hold: {0}', names.join(', '))
}

/** "overlapping annotations (3), memos (2)" */
export function lossesText(losses: readonly Loss[], translate: Translate): string {
  return losses.map(({ kind, count }) => translate('{0} ({1})', translate(lossNames[kind]), count)).join(', ')
}

/** The name of the file that is proposed for an article or folder of this name. */
export function proposedFileName(
  { suffix, extension }: Pick<ExchangeFormat, 'suffix' | 'extension'>,
  name: string
): string {
  return `${name}${suffix}.${extension}`
}
