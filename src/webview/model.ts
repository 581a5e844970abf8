import type { CursorPlace, EntityMentions, HostMessage, QuotesElsewhere, SidebarState, SidebarStrings } from '../sidebar/protocol'

/** What the host has told so far. */
export interface Model {
  readonly strings: SidebarStrings | undefined
  readonly state: SidebarState | undefined
  /** Those of an older revision are shown until the newer ones come. */
  readonly mentions: ReadonlyMap<string, EntityMentions>
  /** The revision that the mentions under a key belong to. */
  readonly mentionsOf: ReadonlyMap<string, number>
  /** By the key of the source; those of an older revision are shown until the newer ones come. */
  readonly elsewhere: ReadonlyMap<string, QuotesElsewhere>
  readonly elsewhereOf: ReadonlyMap<string, number>
  readonly cursor: CursorPlace | undefined
}

export const firstModel: Model = { strings: undefined, state: undefined, mentions: new Map(), mentionsOf: new Map(), elsewhere: new Map(), elsewhereOf: new Map(), cursor: undefined }

/** The model after a message. What belongs to an older state changes nothing. */
export function withMessage(model: Model, message: HostMessage): Model {
  switch (message.type) {
    case 'strings':
      return { ...model, strings: message.strings }
    case 'state': {
      const sameScope = message.state.scope === model.state?.scope
      return sameScope ? { ...model, state: message.state, cursor: undefined } : { ...firstModel, strings: model.strings, state: message.state }
    }
    case 'mentions': {
      if (message.revision !== model.state?.revision) return model
      return {
        ...model,
        mentions: new Map([...model.mentions, ...message.entities.map((entity) => [entity.key, entity] as const)]),
        mentionsOf: new Map([...model.mentionsOf, ...message.entities.map(({ key }) => [key, message.revision] as const)])
      }
    }
    case 'elsewhere': {
      const { revision, found } = message
      if (revision !== model.state?.revision) return model
      return { ...model, elsewhere: new Map(model.elsewhere).set(found.key, found), elsewhereOf: new Map(model.elsewhereOf).set(found.key, revision) }
    }
    case 'cursor':
      return message.revision === model.state?.revision ? { ...model, cursor: message.place } : model
  }
}
