import type { Uri } from 'vscode'
import type { Decision, DecisionContent, RegisteredEntity } from '../../../src/annotations'
import { emitter } from '../../../src/util/emitter'
import type { FolderDecisions } from '../../../src/workspace/folderDecisions'

/** Decisions in memory, with what was asked of them. */
export class MemoryDecisions implements FolderDecisions {
  readonly #changed = emitter<{ articles: ReadonlySet<string>; isProject: boolean }>()
  readonly onDidChange = this.#changed.event
  /** On disk, by `AnalyzedArticle.id`. */
  readonly onDisk = new Map<string, { decisions: readonly Decision[]; version: number }>()
  readonly #inMemory = new Map<string, readonly Decision[]>()
  readonly loaded: string[] = []
  looks = 0
  /** What is decided is not written while this is false. */
  isWriting = true
  entities: readonly RegisteredEntity[] = []
  /** Whose decisions hold; undefined: everybody's. */
  holding: string | undefined

  /** As a command does: in memory at once, then on disk. */
  decide(id: string, decisions: readonly Decision[]): void {
    this.#inMemory.set(id, decisions)
    if (this.isWriting) this.write(id, decisions)
    this.#changed.fire({ articles: new Set([id]), isProject: false })
  }

  /** As another program does, or an earlier session. */
  write(id: string, decisions: readonly Decision[]): void {
    this.onDisk.set(id, { decisions, version: (this.onDisk.get(id)?.version ?? 0) + 1 })
  }

  rename(entities: readonly RegisteredEntity[]): void {
    this.entities = entities
    this.#changed.fire({ articles: new Set(), isProject: true })
  }

  look(): Promise<void> {
    this.looks++
    return Promise.resolve()
  }

  stamp(article: Uri): string | undefined {
    const id = article.toString()
    const stored = this.onDisk.get(id)
    const present = this.#inMemory.get(id)
    if (present && present !== stored?.decisions) return undefined
    return stored && stored.decisions.length > 0 ? `${stored.version} ${this.holding ?? ''}` : ''
  }

  load(article: Uri): Promise<void> {
    const id = article.toString()
    this.loaded.push(article.path.slice('/folder/'.length))
    if (!this.#inMemory.has(id)) this.#inMemory.set(id, this.onDisk.get(id)?.decisions ?? [])
    return Promise.resolve()
  }

  decisions(article: Uri): readonly Decision[] {
    const all = this.#inMemory.get(article.toString()) ?? []
    return this.holding === undefined ? all : all.filter(({ creator }) => creator === this.holding)
  }

  project(): { readonly entities: readonly RegisteredEntity[] } {
    return { entities: this.entities }
  }

  /** The next session: nothing is in memory, what is on disk stays. */
  reopened(): MemoryDecisions {
    const next = new MemoryDecisions()
    for (const [id, stored] of this.onDisk) next.onDisk.set(id, stored)
    next.entities = this.entities
    next.holding = this.holding
    return next
  }
}

let count = 0

/** A decision about the first occurrence of some words. */
export function decisionOn(text: string, words: string, content: DecisionContent, creator = 'Rosa'): Decision {
  const start = text.indexOf(words)
  const end = start + words.length
  const around = { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) }
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    creator,
    created: new Date(Date.UTC(2026, 0, 1) + count * 1000).toISOString(),
    target: words === '' ? [] : [{ start, end, exact: words, ...around }],
    ...content
  }
}
