import type {
  CodingsOfCode,
  CursorPlace,
  EntityMentions,
  FoundElsewhere,
  HighlightId,
  HostEvent,
  ListAddress,
  ListPage,
  QuotesElsewhere,
  SavedFilter,
  Scope,
  SidebarState,
  SidebarStrings
} from '../../protocol/sidebar'
import { noPages, type FolderPages } from './pages'

/** What the host has sent so far. Replies about an older state are kept and shown until those about the present one replace them. */
export interface Model {
  readonly strings: SidebarStrings | undefined
  readonly state: SidebarState | undefined
  /** How many states the host has sent: the number of the present one. */
  readonly generation: number
  /** By the key of an entry. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  /** By `elsewhereKey`. */
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
  /** By `elsewhereKey` of the code's id. */
  readonly codings: ReadonlyMap<string, CodingsOfCode>
  /** What the filter finds in other articles and among the codings. */
  readonly found: FoundElsewhere | undefined
  /** Of the folder's lists. */
  readonly pages: FolderPages
  /** Topics (see `topics`) of the requests that failed in this state. */
  readonly failed: ReadonlySet<string>
  readonly cursor: CursorPlace | undefined
  /** The filter as the host said it last: another object each time. */
  readonly filter: { readonly text: string }
  readonly searches: readonly SavedFilter[]
  /** What the editor highlights; undefined before the host has said it. */
  readonly highlights: Readonly<Record<HighlightId, boolean>> | undefined
  /** The scope that the host asks for: another object each time. */
  readonly wanted: { readonly scope: Scope } | undefined
}

export type ModelChange =
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'mentions'; readonly entities: readonly EntityMentions[] }
  | { readonly kind: 'elsewhere'; readonly quotes: QuotesElsewhere }
  | { readonly kind: 'codings'; readonly codings: CodingsOfCode }
  | { readonly kind: 'found'; readonly found: FoundElsewhere }
  | { readonly kind: 'page'; readonly page: ListPage }
  | { readonly kind: 'pageFailed'; readonly list: ListAddress; readonly from: number }
  | { readonly kind: 'failed'; readonly topics: readonly string[] }

export const firstModel: Model = {
  strings: undefined,
  state: undefined,
  generation: 0,
  mentions: new Map(),
  elsewhere: new Map(),
  codings: new Map(),
  found: undefined,
  pages: noPages,
  failed: new Set(),
  cursor: undefined,
  filter: { text: '' },
  searches: [],
  highlights: undefined,
  wanted: undefined
}

/** The key of a source's quotes in other articles, or of a code's codings, that match a filter (as it was typed). */
export function elsewhereKey(link: string, filter: string): string {
  return `${filter}\n${link}`
}

/** Names what a request is about. A topic is requested once in each state. */
export const topics = {
  mentions: (entry: string) => `mentions ${entry}`,
  elsewhere: (link: string, filter: string) => `elsewhere ${elsewhereKey(link, filter)}`,
  codings: (code: string, filter: string) => `codings ${elsewhereKey(code, filter)}`,
  found: (filter: string) => `found ${filter}`
}

/** The model after an event of the host, or after an answer that belongs to the present state. */
export function withChange(model: Model, change: ModelChange): Model {
  switch (change.kind) {
    case 'event':
      return withEvent(model, change.event)
    case 'mentions':
      return {
        ...model,
        mentions: new Map([...model.mentions, ...change.entities.map((entity) => [entity.key, entity] as const)])
      }
    case 'elsewhere': {
      const { quotes } = change
      return { ...model, elsewhere: new Map(model.elsewhere).set(elsewhereKey(quotes.key, quotes.filter), quotes) }
    }
    case 'codings': {
      const { codings } = change
      return { ...model, codings: new Map(model.codings).set(elsewhereKey(codings.code, codings.filter), codings) }
    }
    case 'found':
      return { ...model, found: change.found }
    case 'page':
      return { ...model, pages: model.pages.with([change.page], model.generation) }
    case 'pageFailed':
      return { ...model, pages: model.pages.withFailed(change.list, change.from, model.generation) }
    case 'failed':
      return { ...model, failed: new Set([...model.failed, ...change.topics]) }
  }
}

function withEvent(model: Model, event: HostEvent): Model {
  switch (event.kind) {
    case 'strings':
      return { ...model, strings: event.strings }
    case 'state': {
      const { state } = event
      const before = isOfSame(model.state, state) ? model : { ...model, ...nothingKnown }
      const generation = model.generation + 1
      return {
        ...before,
        state,
        generation,
        failed: firstModel.failed,
        cursor: undefined,
        pages: pagesAfter(before, state).with(state.kind === 'folder' ? state.pages : [], generation)
      }
    }
    case 'folder':
      return model.state ? { ...model, state: { ...model.state, folder: event.folder } } : model
    case 'cursor':
      return { ...model, cursor: event.place }
    case 'filter':
      return { ...model, filter: { text: event.filter } }
    case 'searches':
      return { ...model, searches: event.searches }
    case 'highlights':
      return { ...model, highlights: event.shown }
    case 'scope':
      return { ...model, wanted: { scope: event.scope } }
  }
}

/** What was answered about another article, or the folder. */
const nothingKnown = {
  mentions: firstModel.mentions,
  elsewhere: firstModel.elsewhere,
  codings: firstModel.codings,
  found: firstModel.found,
  pages: firstModel.pages
}

/** Whether a state shows what the one before it showed. */
function isOfSame(before: SidebarState | undefined, state: SidebarState): boolean {
  if (before?.scope !== state.scope) return false
  if (before.kind !== 'list' || state.kind !== 'list') return before.kind === state.kind
  return before.articles[0]?.uri === state.articles[0]?.uri
}

/** Pages stay in the next state if that has the same filter: what another filter left out or let in would be wrong to show. */
function pagesAfter({ state: before, pages }: Model, state: SidebarState): FolderPages {
  return before?.kind === 'folder' && state.kind === 'folder' && before.filter === state.filter ? pages : noPages
}
