import { decisionKey } from '../layer'
import type { Decision, DecisionContent, DecisionFacts } from '../decision'
import type { RegisteredEntity } from '../project'
import type { Edit } from '../step'
import type { Deciding } from './facts'

/** The edits of one step, as they come together. */
export interface Changes {
  /**
   * Decides: in the place of `replaced`, or of what the annotator decided about the same before. Nothing where that said the
   * same already.
   */
  put(deciding: Deciding, content: DecisionContent, place: DecisionPlace, replaced?: Decision): void
  /** Takes a decision of the annotator's back. */
  remove(deciding: Deciding, decision: Decision): void
  /** Puts an entity into the registry, or in the place of the one with its IRI. Nothing where no folder is open. */
  register(deciding: Deciding, entity: Omit<RegisteredEntity, 'creator' | 'created' | 'modified'>): void
  edits(): readonly Edit[]
}

export type DecisionPlace = Pick<DecisionFacts, 'target' | 'from'>

/** Collects edits so that of one target at most one decision of each kind is left in the layer. */
export function changes(): Changes {
  const layers = new Map<string, LayerChanges>()
  const entities = new Map<string, Edit & { readonly kind: 'entity' }>()
  const layerOf = (deciding: Deciding) => {
    const { id } = deciding.article
    const known = layers.get(id) ?? layerChanges(deciding)
    layers.set(id, known)
    return known
  }
  return {
    put: (deciding, content, place, replaced) =>
      layerOf(deciding).put(deciding.tools.draft(content, place), replaced && layerOf(deciding).stored(replaced)),
    remove: (deciding, decision) => layerOf(deciding).remove(decision),
    register({ folder, project, tools }, entity) {
      if (folder === undefined) return
      const before = project.entities.find(({ iri }) => iri === entity.iri)
      const { creator, created } = tools.draft({ kind: 'article', isArticle: true }, { target: [] })
      const after = before ? { ...before, ...entity, modified: created } : { ...entity, creator, created }
      entities.set(entity.iri, { kind: 'entity', folder, ...(before && { before }), after })
    },
    edits: () => [...[...layers.values()].flatMap((layer) => layer.edits()), ...entities.values()]
  }
}

interface LayerChanges {
  put(drafted: Decision, replaced: Decision | undefined): void
  remove(decision: Decision): void
  /** The decision as it is in the layer; undefined where it is another annotator's. */
  stored(decision: Decision): Decision | undefined
  edits(): readonly Edit[]
}

function layerChanges({ article, own }: Deciding): LayerChanges {
  const before = new Map(own.map((decision) => [decision.id, decision]))
  const after = new Map(before)
  // Keys are of the places in the present text: those that are kept may be of a text before it.
  const placed = new Map(article.decided?.decisions.map(({ decision }) => [decision.id, decision]))
  const keys = new Map(own.map((decision) => [decision.id, decisionKey(placed.get(decision.id) ?? decision)]))
  const byKey = new Map([...keys].map(([id, key]) => [key, id]))

  function drop(id: string): void {
    after.delete(id)
    const key = keys.get(id)
    if (key !== undefined && byKey.get(key) === id) byKey.delete(key)
  }

  return {
    put(drafted, replaced) {
      const key = decisionKey(drafted)
      const same = byKey.get(key)
      if (same !== undefined && same !== replaced?.id && replaced) drop(same)
      const known = after.get(replaced?.id ?? same ?? '')
      const now = known ? (placed.get(known.id) ?? known) : undefined
      if (known && now && saysTheSame(now, drafted)) return
      if (known) drop(known.id)
      const { id, created } = known ?? drafted
      after.set(id, known ? { ...drafted, id, created, modified: drafted.created } : drafted)
      keys.set(id, key)
      byKey.set(key, id)
    },
    remove: ({ id }) => drop(id),
    stored: ({ id }) => before.get(id),
    edits() {
      const ids = new Set([...before.keys(), ...after.keys()])
      return [...ids].flatMap((id): readonly Edit[] => {
        const [was, is] = [before.get(id), after.get(id)]
        if (was === is) return []
        return [{ kind: 'decision', article: article.id, ...(was && { before: was }), ...(is && { after: is }) }]
      })
    }
  }
}

function saysTheSame(a: Decision, b: Decision): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** Who, when, the question, and what stands around the words: two decisions that differ in these alone say the same. */
const besideContent = new Set(['id', 'creator', 'created', 'modified', 'from', 'prefix', 'suffix'])

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => !besideContent.has(name))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]))
}
