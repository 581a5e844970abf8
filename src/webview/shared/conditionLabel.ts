import type { ConditionStrings } from '../../protocol/common'
import { hasConditions, readQuery, type FilterState } from '../../util/filterQuery'
import { format } from './format'

/** What a condition asks for, in the reader's words; the words themselves where it is none. */
export function conditionLabel(condition: string, strings: ConditionStrings): string {
  const query = readQuery(condition)
  const { facets, states } = query
  if (!hasConditions(query)) return condition
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

function stateLabel(state: FilterState, strings: ConditionStrings): string {
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
  strings: ConditionStrings
): string {
  return {
    person: strings.persons,
    organization: strings.organizations,
    group: strings.groups,
    place: strings.placesAsLocations,
    'acting-place': strings.actingPlaces
  }[type]
}
