import type { EntitySummary } from './summary'

/** Keeps up to date which entities have been found to be of each identity, bucket by bucket. */
export interface IdentityMembers {
  /** Replaces what was found in a bucket: the members of each identity, in order of article and entity number. */
  put(bucket: string, members: ReadonlyMap<string, readonly EntitySummary[]>): void
  /** Whether any identity was found in a bucket. */
  has(bucket: string): boolean
  /** The members of an identity from all buckets, in order of article and entity number. */
  of(identity: string): readonly EntitySummary[]
  /** The identities whose members may have changed since the last call. */
  changed(): readonly string[]
}

export function identityMembers(): IdentityMembers {
  const inBucket = new Map<string, ReadonlyMap<string, readonly EntitySummary[]>>()
  const bucketsOf = new Map<string, Set<string>>()
  let changed = new Set<string>()
  return {
    put(bucket, members) {
      for (const identity of inBucket.get(bucket)?.keys() ?? []) {
        changed.add(identity)
        bucketsOf.get(identity)?.delete(bucket)
      }
      for (const identity of members.keys()) {
        changed.add(identity)
        const known = bucketsOf.get(identity)
        if (known) known.add(bucket)
        else bucketsOf.set(identity, new Set([bucket]))
      }
      if (members.size > 0) inBucket.set(bucket, members)
      else inBucket.delete(bucket)
    },
    has: (bucket) => inBucket.has(bucket),
    of(identity) {
      const parts = Array.from(bucketsOf.get(identity) ?? [], (bucket) => inBucket.get(bucket)!.get(identity)!)
      if (parts.length === 0) bucketsOf.delete(identity)
      return parts.length === 1 ? parts[0]! : parts.flat().sort(inOrder)
    },
    changed() {
      const identities = [...changed]
      changed = new Set()
      return identities
    }
  }
}

/** The identity of a group of entities that are the same; null where no person gave any of them one. */
export function identityOf(members: readonly EntitySummary[]): string | null {
  for (const { traits } of members) if (traits.identity !== null) return traits.identity
  return null
}

function inOrder(a: EntitySummary, b: EntitySummary): number {
  if (a.summary.id !== b.summary.id) return a.summary.id < b.summary.id ? -1 : 1
  return a.number - b.number
}
