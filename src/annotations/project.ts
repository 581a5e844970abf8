import type { EntityType } from '../analysis'

/** A label of the codebook. */
export interface Code {
  /** `urn:uuid:` and a UUID. */
  readonly id: string
  readonly name: string
  /** "#rrggbb", lower case; one is given to every new code. */
  readonly color: string
  readonly description?: string
  /** `Code.id` of the code above it. */
  readonly parent?: string
  /** A digit, "1" to "9": the code's place on the keyboard. */
  readonly shortcut?: string
  /** Its place among the codes of the same parent: ascending, then by name. */
  readonly order: number
  readonly creator: string
  readonly created: string
  readonly modified?: string
}

/** What the project says of an entity beyond the decisions in which it occurs: it was renamed, or has addresses. */
export interface RegisteredEntity {
  /** `Identity.iri`. */
  readonly iri: string
  readonly name: string
  readonly type: EntityType
  /** Addresses of the same entity elsewhere: Wikidata, a register. */
  readonly same?: readonly string[]
  readonly creator: string
  readonly created: string
  readonly modified?: string
}

/** A note about the project, a code or an entity. */
export interface ProjectMemo {
  readonly id: string
  /** `Code.id`, `Identity.iri`, or "" for the project itself. */
  readonly about: string
  readonly text: string
  readonly creator: string
  readonly created: string
  readonly modified?: string
}

/** What a folder's researchers share: `.annotations/project.jsonld`. Each list in order of id, as on disk. */
export interface Project {
  readonly codes: readonly Code[]
  readonly entities: readonly RegisteredEntity[]
  readonly memos: readonly ProjectMemo[]
}

export const emptyProject: Project = { codes: [], entities: [], memos: [] }
