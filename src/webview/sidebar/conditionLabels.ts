import type { SidebarStrings } from '../../protocol/sidebar'
import { readQuery, type FilterState } from '../../util/filterQuery'
import { format } from '../shared/format'

/** What a condition asks for, in the reader's words. */
export function conditionLabel(condition: string, strings: SidebarStrings): string {
  const { facets, states } = readQuery(condition)
  const text = valueOf(condition)
  switch (condition.slice(0, condition.indexOf(':')).toLowerCase()) {
    case 'is':
      return states[0] ? stateLabel(states[0], strings) : condition
    case 'kind':
      return facets.kinds[0] ? strings[facets.kinds[0]] : condition
    case 'act':
      return facets.acts[0] === 'attitude' ? strings.filterAttitude : strings.filterSpeech
    case 'named':
      return facets.named[0] === false ? strings.filterWithoutName : strings.filterWithName
    case 'type':
      return facets.types[0] ? typeLabel(facets.types[0], strings) : condition
    case 'source':
      return format(strings.chipSource, text)
    case 'about':
      return format(strings.chipAbout, text)
    case 'outlet':
      return format(strings.chipOutlet, text)
    case 'date':
      return format(strings.chipDate, text.replace('..', '\u2009\u2013\u2009'))
    case 'article':
      return format(strings.chipArticle, text)
    case 'code':
      return format(strings.chipCode, text)
    case 'by':
      return format(strings.filterPerson, text)
    default:
      return condition
  }
}

function valueOf(condition: string): string {
  return condition.slice(condition.indexOf(':') + 1).replaceAll('"', '')
}

function stateLabel(state: FilterState, strings: SidebarStrings): string {
  return {
    undecided: strings.filterUndecided,
    decided: strings.filterDecided,
    review: strings.filterReview,
    coded: strings.filterCoded,
    noted: strings.filterNoted
  }[state]
}

function typeLabel(
  type: 'person' | 'organization' | 'group' | 'place' | 'acting-place',
  strings: SidebarStrings
): string {
  return {
    person: strings.persons,
    organization: strings.organizations,
    group: strings.groups,
    place: strings.places,
    'acting-place': strings.actingPlaces
  }[type]
}
