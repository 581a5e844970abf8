import { highlightIds, palette, type HighlightId, type SidebarStrings } from '../../protocol/sidebar'

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
  return (
    <div class="legend" role="group" aria-label={strings.legend}>
      {highlightIds.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={shown[id]}
          title={shown[id] ? strings.legendOn : strings.legendOff}
          onClick={() => onSwitch(id, !shown[id])}
        >
          <span class={`swatch ${id} line-${entries[id].line}`} aria-hidden="true" />
          <span>{labels[id]}</span>
        </button>
      ))}
    </div>
  )
}
