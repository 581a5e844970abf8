import { nameTypes, type NameType, type SidebarStrings } from '../../protocol/sidebar'
import { number, shortNumber } from '../shared/format'
import { EntityIcon } from '../shared/Icon'
import { typeLabel } from './labels'

interface NameTypesProps {
  readonly counts: Readonly<Record<NameType, number>>
  /** None for all. */
  readonly shown: readonly NameType[]
  readonly strings: SidebarStrings
  readonly onShow: (types: readonly NameType[]) => void
}

/** Which types of names are listed: with none pressed, all. */
export function NameTypes({ counts, shown, strings, onShow }: NameTypesProps) {
  const toggle = (type: NameType) =>
    onShow(nameTypes.filter((known) => (known === type ? !shown.includes(type) : shown.includes(known))))
  return (
    <div class="name-types" role="group" aria-label={strings.namesShown}>
      {nameTypes.map((type) => (
        <button
          key={type}
          type="button"
          aria-pressed={shown.includes(type)}
          title={type === 'place' ? strings.placesHelp : typeLabel(type, strings)}
          aria-label={`${typeLabel(type, strings)} ${number(counts[type], strings.locale)}`}
          onClick={() => toggle(type)}
        >
          <EntityIcon kind={type} />
          <span class="name-type">{typeLabel(type, strings)}</span>{' '}
          <span class="name-count">{shortNumber(counts[type], strings.locale)}</span>
        </button>
      ))}
    </div>
  )
}
