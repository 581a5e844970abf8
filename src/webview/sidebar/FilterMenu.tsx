import type { DecidedState, FacetCounts, SavedFilter, SidebarCommand, SidebarStrings } from '../../protocol/sidebar'
import { nameCondition } from '../../util/filterQuery'
import { conditionLabel } from '../shared/conditionLabel'
import { format, number } from '../shared/format'
import { Menu, type MenuChoice, type MenuGroup } from './Menu'
import { codePath } from './statusLabels'

interface FilterMenuProps {
  readonly strings: SidebarStrings
  /** The whole filter, and the conditions in it. */
  readonly filter: string
  readonly conditions: readonly string[]
  readonly decided: DecidedState | undefined
  readonly facets: FacetCounts | undefined
  readonly searches: readonly SavedFilter[]
  readonly onCondition: (condition: string) => void
  readonly onSearch: (filter: string) => void
  readonly onCommand: (command: SidebarCommand) => void
}

/** A button that shows what can be filtered by, how often it is there, and the searches that are kept. */
export function FilterMenu(props: FilterMenuProps) {
  const { strings, conditions, onCondition, onSearch, onCommand } = props
  const isActive = conditions.length > 0
  return (
    <Menu
      label={strings.filterMenu}
      icon={isActive ? 'filter-filled' : 'filter'}
      isActive={isActive}
      groups={[...menuGroups(props), searchGroup(props)].filter(({ choices }) => choices.length > 0)}
      onChoose={(id) => {
        const [kind = '', value = ''] = split(id)
        if (kind === 'search') onSearch(value)
        else if (kind === 'command') onCommand(value === 'save' ? 'saveSearch' : 'forgetSearch')
        else onCondition(value)
      }}
    />
  )
}

function split(id: string): readonly [kind: string, value: string] {
  const at = id.indexOf(' ')
  return [id.slice(0, at), id.slice(at + 1)]
}

function menuGroups({ strings, conditions, decided, facets }: FilterMenuProps): readonly MenuGroup[] {
  const { locale } = strings
  const choice = (condition: string, count: number | undefined, label?: string, color?: string): MenuChoice | [] =>
    count === 0 && !conditions.includes(condition)
      ? []
      : {
          id: `condition ${condition}`,
          label: label ?? conditionLabel(condition, strings),
          isChecked: conditions.includes(condition),
          title: condition,
          ...(count !== undefined && { count: number(count, locale) }),
          ...(color !== undefined && { color })
        }
  const codes = decided?.codes.filter(({ path }) => path.length > 0) ?? []
  const states = ['undecided', 'decided', 'review', 'coded', 'noted'] as const
  const { kinds, types } = facets ?? {}
  return [
    {
      label: strings.filterKinds,
      choices: (['direct', 'mixed', 'indirect'] as const).flatMap((kind) => choice(`kind:${kind}`, kinds?.[kind]))
    },
    {
      label: strings.filterActs,
      choices: facets?.attitudes
        ? [choice('act:speech', facets.speech), choice('act:attitude', facets.attitudes)].flat()
        : []
    },
    {
      label: strings.filterNamed,
      choices: [choice('named:yes', facets?.named), choice('named:no', facets?.unnamed)].flat()
    },
    {
      label: strings.filterTypes,
      choices: (['person', 'organization', 'group', 'place', 'acting-place'] as const).flatMap((type) =>
        choice(`type:${type}`, types?.[type])
      )
    },
    {
      label: strings.filterAbout,
      choices: (facets?.about ?? []).flatMap(({ name, count }) => choice(nameCondition('about', name), count, name))
    },
    {
      label: strings.filterOutlets,
      choices: (facets?.outlets ?? []).flatMap(({ name, count }) => choice(nameCondition('outlet', name), count, name))
    },
    {
      label: strings.filterYears,
      choices: (facets?.years ?? []).flatMap(({ name, count }) => choice(`date:${name}`, count, name))
    },
    { label: strings.filterStates, choices: states.flatMap((state) => choice(`is:${state}`, undefined)) },
    {
      label: strings.filterCodes,
      choices: codes.flatMap((code) =>
        choice(nameCondition('code', code.path.at(-1) ?? ''), code.count, codePath(code, strings), code.color)
      )
    },
    {
      label: strings.filterPeople,
      choices: (decided?.people ?? []).flatMap((name) =>
        choice(nameCondition('by', name), undefined, format(strings.filterPerson, name))
      )
    }
  ]
}

function searchGroup({ strings, filter, searches }: FilterMenuProps): MenuGroup {
  return {
    label: strings.filterSearches,
    choices: [
      ...searches.map(({ name, query }) => ({
        id: `search ${query}`,
        label: name,
        isChecked: query === filter,
        title: query
      })),
      ...(filter.trim() === '' ? [] : [{ id: 'command save', label: strings.saveSearch }]),
      ...(searches.length === 0 ? [] : [{ id: 'command forget', label: strings.forgetSearch }])
    ]
  }
}
