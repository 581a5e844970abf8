import type { JSX } from 'preact'
import type { OverviewStrings } from '../../protocol/overview'

export interface SaveToolsProps {
  readonly strings: OverviewStrings
  readonly onSave: (format: 'svg' | 'png') => void
}

/** The picture as a file. */
export function SaveTools({ strings, onSave }: SaveToolsProps): JSX.Element {
  return (
    <span class="save" role="group" aria-label={strings.save}>
      <button class="text" title={strings.saveSvg} aria-label={strings.saveSvg} onClick={() => onSave('svg')}>
        SVG
      </button>
      <button class="text" title={strings.savePng} aria-label={strings.savePng} onClick={() => onSave('png')}>
        PNG
      </button>
    </span>
  )
}
