import { useRef, useState } from 'preact/hooks'
import { highlightIds, palette, type HighlightId, type SidebarStrings } from '../../protocol/sidebar'
import { Icon } from '../shared/Icon'
import { ColourKey } from './ColourKey'

interface LegendProps {
  readonly shown: Readonly<Record<HighlightId, boolean>>
  readonly strings: SidebarStrings
  readonly onSwitch: (id: HighlightId, on: boolean) => void
}

const entries = {
  persons: palette.person,
  organizations: palette.organization,
  groups: palette.group,
  places: palette.place,
  quotes: palette.directQuote,
  sources: palette.source
} as const satisfies Readonly<Record<HighlightId, unknown>>

/** What each highlight of the editor looks like; each is switched on and off here. */
export function Legend({ shown, strings, onSwitch }: LegendProps) {
  const labels: Readonly<Record<HighlightId, string>> = {
    persons: strings.highlightPersons,
    organizations: strings.highlightOrganizations,
    groups: strings.highlightGroups,
    places: strings.highlightPlaces,
    quotes: strings.highlightQuotes,
    sources: strings.highlightSources
  }
  const looks: Readonly<Record<HighlightId, string>> = {
    persons: strings.lookPersons,
    organizations: strings.lookOrganizations,
    groups: strings.lookGroups,
    places: strings.lookPlaces,
    quotes: strings.lookQuotes,
    sources: strings.lookSources
  }
  /** How far the key's lower edge is from that of the view, in pixels; undefined while it is closed. */
  const [keyBottom, setKeyBottom] = useState<number | undefined>()
  const legend = useRef<HTMLDivElement>(null)
  const keyButton = useRef<HTMLButtonElement>(null)
  const openKey = () => {
    const top = legend.current?.getBoundingClientRect().top ?? 0
    setKeyBottom(document.documentElement.clientHeight - top + 2)
  }
  const closeKey = (how: 'key' | 'pointer') => {
    setKeyBottom(undefined)
    if (how === 'key') keyButton.current?.focus()
  }
  return (
    <>
      <div ref={legend} class="legend" role="group" aria-label={strings.legend}>
        {highlightIds.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={shown[id]}
            title={`${looks[id]}\n${shown[id] ? strings.legendOn : strings.legendOff}`}
            onClick={() => onSwitch(id, !shown[id])}
          >
            <span class={`swatch ${id} line-${entries[id].line}`} aria-hidden="true" />
            <span>{labels[id]}</span>
          </button>
        ))}
        <button
          ref={keyButton}
          type="button"
          class="key-button"
          title={strings.key.title}
          aria-label={strings.key.title}
          aria-haspopup="dialog"
          aria-expanded={keyBottom !== undefined}
          onClick={() => (keyBottom === undefined ? openKey() : closeKey('key'))}
        >
          <Icon name="question" />
        </button>
      </div>
      {keyBottom !== undefined && <ColourKey strings={strings.key} bottom={keyBottom} onClose={closeKey} />}
    </>
  )
}
