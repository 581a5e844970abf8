import type {
  CursorPlace,
  EntityMentions,
  FoundElsewhere,
  HostMessage,
  QuotesElsewhere,
  SidebarState,
  SidebarStrings
} from '../../protocol/sidebar'
import { noPages, type FolderPages } from './pages'

/** What the host has told so far. */
export interface Model {
  readonly strings: SidebarStrings | undefined
  readonly state: SidebarState | undefined
  /** Those of an older revision are shown until the newer ones come. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  /** The revision that the mentions under a key belong to. */
  readonly mentionsOf: ReadonlyMap<string, number>
  /** By `elsewhereKey`; those of an older revision are shown until the newer ones come. */
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
  /** What the filter finds in other articles. */
  readonly found: FoundElsewhere | undefined
  /** Of the folder's lists. Those of an older revision are shown until the newer ones come. */
  readonly pages: FolderPages
  readonly cursor: CursorPlace | undefined
}

export const firstModel: Model = {
  strings: undefined,
  state: undefined,
  mentions: new Map(),
  mentionsOf: new Map(),
  elsewhere: new Map(),
  found: undefined,
  pages: noPages,
  cursor: undefined
}

/** A source's quotes in other articles, under a filter as it was typed. */
export function elsewhereKey(link: string, filter: string): string {
  return `${filter}\n${link}`
}

/** The model after a message. What belongs to an older state changes nothing. */
export function withMessage(model: Model, message: HostMessage): Model {
  switch (message.type) {
    case 'strings':
      return { ...model, strings: message.strings }
    case 'state': {
      const { state } = message
      const before = state.scope === model.state?.scope ? model : { ...firstModel, strings: model.strings }
      return { ...before, state, cursor: undefined, found: undefined, pages: pagesAfter(before, state) }
    }
    case 'folder':
      return model.state ? { ...model, state: { ...model.state, folder: message.folder } } : model
    case 'page':
      return message.revision === model.state?.revision
        ? { ...model, pages: model.pages.with([message.page], message.revision) }
        : model
    case 'found':
      return message.revision === model.state?.revision ? { ...model, found: message.found } : model
    case 'mentions': {
      if (message.revision !== model.state?.revision) return model
      return {
        ...model,
        mentions: new Map([...model.mentions, ...message.entities.map((entity) => [entity.key, entity] as const)]),
        mentionsOf: new Map([
          ...model.mentionsOf,
          ...message.entities.map(({ key }) => [key, message.revision] as const)
        ])
      }
    }
    case 'elsewhere': {
      const { revision, found } = message
      if (revision !== model.state?.revision) return model
      return { ...model, elsewhere: new Map(model.elsewhere).set(elsewhereKey(found.key, found.filter), found) }
    }
    case 'cursor':
      return message.revision === model.state?.revision ? { ...model, cursor: message.place } : model
  }
}

/** What was listed under another filter is nothing to go on showing. */
function pagesAfter({ state: before, pages }: Model, state: SidebarState): FolderPages {
  if (state.kind !== 'folder') return noPages
  const isSameFilter = before?.kind === 'folder' && before.filter === state.filter
  return (isSameFilter ? pages : noPages).with(state.pages, state.revision)
}
