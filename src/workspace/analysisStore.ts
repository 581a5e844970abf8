import { Uri, workspace, type LogOutputChannel } from 'vscode'
import type { Analysis } from '../analysis'

/** Analyses by the key of the text that they are of. Only what was asked for or put since the start is written. */
export interface AnalysisStore {
  get(key: string): Promise<Analysis | undefined>
  put(key: string, analysis: Analysis): void
  /** Writes what changed. Never rejects: a lost store costs time, not data. */
  save(): Promise<void>
}

interface Shard {
  readonly kept: Map<string, Analysis>
  /** Keys that this session saw: the others are of texts that are gone. */
  readonly seen: Set<string>
  changed: boolean
}

/** SHA-256 of the bytes in hexadecimal. */
export async function contentKey(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keeps analyses in files below `folder`, up to 256 of them by the key's first two digits, so that a changed article
 * rewrites a small part. In another version's folder nothing is looked for. Without a folder they live in memory alone.
 */
export function analysisStore(folder: Uri | undefined, version: string, log: LogOutputChannel): AnalysisStore {
  const home = folder && Uri.joinPath(folder, 'analyses', encodeURIComponent(version))
  const shards = new Map<string, Promise<Shard>>()

  function shard(name: string): Promise<Shard> {
    const known = shards.get(name)
    if (known) return known
    const opened = readShard(home && Uri.joinPath(home, `${name}.json`))
    shards.set(name, opened)
    return opened
  }

  return {
    async get(key) {
      const { kept, seen } = await shard(shardName(key))
      const analysis = kept.get(key)
      if (analysis) seen.add(key)
      return analysis
    },
    put(key, analysis) {
      void shard(shardName(key)).then((opened) => {
        opened.kept.set(key, analysis)
        opened.seen.add(key)
        opened.changed = true
      })
    },
    async save() {
      if (!home) return
      for (const [name, opening] of shards) {
        const opened = await opening
        if (!opened.changed) continue
        opened.changed = false
        const entries = [...opened.kept].filter(([key]) => opened.seen.has(key))
        try {
          await workspace.fs.writeFile(Uri.joinPath(home, `${name}.json`), new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries))))
        } catch (error) {
          log.warn(`Kept analyses could not be written to ${home.toString(true)}`, error)
          return
        }
      }
    }
  }
}

function shardName(key: string): string {
  return key.slice(0, 2)
}

/** A file that is missing or damaged is an empty one. */
async function readShard(uri: Uri | undefined): Promise<Shard> {
  return { kept: new Map(uri ? await readEntries(uri) : []), seen: new Set(), changed: false }
}

async function readEntries(uri: Uri): Promise<readonly [string, Analysis][]> {
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri)))
    return Object.entries(stored as Record<string, Analysis>).filter(([, analysis]) => hasShapeOfAnalysis(analysis))
  } catch {
    return []
  }
}

function hasShapeOfAnalysis(analysis: Partial<Record<keyof Analysis, unknown>> | null): boolean {
  return [analysis?.mentions, analysis?.entities, analysis?.quotes, analysis?.links].every(Array.isArray)
}
