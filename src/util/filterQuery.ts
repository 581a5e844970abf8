import {
  facetFields,
  foldedName,
  hasFacets,
  isNamed,
  joinFacets,
  noFacets,
  readFacet,
  type FacetField,
  type Facets,
  type WantedName
} from './facets'
import { filterWords } from './folding'

export const filterStates = ['undecided', 'decided', 'review', 'coded', 'noted'] as const
export type FilterState = (typeof filterStates)[number]

/** What a reader looks for. All of it has to be true of an entry. */
export interface FilterQuery {
  /** Words that have to occur, in any order. Folded. */
  readonly words: readonly string[]
  /** `is:decided` */
  readonly states: readonly FilterState[]
  /** `code:economy`, `code:"public economy"` */
  readonly codes: readonly WantedName[]
  /** `by:Ann` */
  readonly people: readonly WantedName[]
  /** `kind:direct`, `source:Lopez` */
  readonly facets: Facets
}

/** What the conditions of a query on decisions are about. */
export interface Judged {
  readonly state: 'suggested' | 'partly' | 'decided' | 'review'
  readonly hasMemo: boolean
  /** The names of each code, from the top of the codebook down to its own. */
  readonly codes: readonly (readonly string[])[]
  /** Who decided, coded or noted. */
  readonly people: readonly string[]
}

const condition = new RegExp(
  `(?<=^|\\s)(is|code|by|${facetFields.join('|')}):(?:["\u201C\u201D]([^"\u201C\u201D]*)(["\u201C\u201D]?)|(\\S*))`,
  'giu'
)

/** Reads a filter as it is typed: a condition that says nothing yet is none, and `is:dec` is already `is:decided`. */
export function readQuery(typed: string): FilterQuery {
  const states: FilterState[] = []
  const codes: WantedName[] = []
  const people: WantedName[] = []
  let facets = noFacets
  const rest = typed.replace(condition, (all: string, field: string, quoted?: string, end?: string, bare?: string) => {
    const text = foldedName(quoted ?? bare ?? '')
    if (text === '') return ' '
    const wanted = { text, isWhole: end !== undefined && end !== '' }
    switch (field.toLowerCase()) {
      case 'code':
        codes.push(wanted)
        return ' '
      case 'by':
        people.push(wanted)
        return ' '
      case 'is': {
        const state = filterStates.find((known) => known.startsWith(text))
        if (!state) return all
        states.push(state)
        return ' '
      }
      default: {
        const facet = readFacet(field.toLowerCase(), text, wanted.isWhole)
        if (!facet) return all
        facets = joinFacets(facets, facet)
        return ' '
      }
    }
  })
  return { words: filterWords(rest), states, codes, people, facets }
}

export function hasConditions(query: FilterQuery): boolean {
  return asksOfDecisions(query) || hasFacets(query.facets)
}

/** What a filter asks in the lists of one article: which articles are chosen says nothing there. */
export function inOneArticle(query: FilterQuery): FilterQuery {
  return query.facets.articles.length === 0 ? query : { ...query, facets: { ...query.facets, articles: [] } }
}

/** Whether the filter asks for what researchers have said. */
export function asksOfDecisions({ states, codes, people }: FilterQuery): boolean {
  return states.length + codes.length + people.length > 0
}

/** Whether the conditions of a query on decisions are true; its words and facets are another matter. */
export function meetsConditions({ states, codes, people }: FilterQuery, judged: Judged): boolean {
  return (
    states.every((state) => isInState(state, judged)) &&
    codes.every((wanted) => judged.codes.some((path) => path.some((name) => isNamed(wanted, name)))) &&
    people.every((wanted) => judged.people.some((name) => isNamed(wanted, name)))
  )
}

/** A condition as it is typed, for a name of any letters. */
export function nameCondition(field: 'code' | 'by' | FacetField, name: string): string {
  return `${field}:"${name.replace(/["\u201C\u201D\s]+/gu, ' ').trim()}"`
}

/** A filter with a condition, or without it where it had it. */
export function withCondition(typed: string, wanted: string): string {
  const others = conditionsOf(typed).filter((known) => known !== wanted)
  const hadIt = others.length < conditionsOf(typed).length
  const words = typed.replace(condition, ' ').replace(/\s+/gu, ' ').trim()
  return [...others, ...(hadIt ? [] : [wanted]), words].filter(Boolean).join(' ')
}

/** The conditions of a filter, each as it is typed. */
export function conditionsOf(typed: string): readonly string[] {
  return [...typed.matchAll(condition)].map(([found]) => found.replace(/[\u201C\u201D]/gu, '"'))
}

function isInState(state: FilterState, { state: found, hasMemo, codes }: Judged): boolean {
  switch (state) {
    case 'decided':
      return found === 'decided' || found === 'review'
    case 'undecided':
      return found === 'suggested' || found === 'partly'
    case 'review':
      return found === 'review'
    case 'coded':
      return codes.length > 0
    case 'noted':
      return hasMemo
  }
}
