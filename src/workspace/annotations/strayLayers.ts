import { placeDecisions, type Layer } from '../../annotations'

/** An article with layers, for one that has none: it may be the same article under an earlier name, or the one it is a copy of. */
export interface LayerOwner {
  /** Its path below the folder. */
  readonly path: string
  /** Whether there is still a file of that name. */
  readonly isThere: boolean
}

/** More owners than these are not looked through. */
const mostOwners = 50

/**
 * Whose layers an article without any may take over, likeliest first: those of articles that are gone, of the same file name
 * first, and those of articles beside it of which its name may be a copy's ("a copy.txt", "a (2).txt").
 */
export function likelyOwners(path: string, owners: readonly LayerOwner[]): readonly LayerOwner[] {
  const score = (owner: LayerOwner) => {
    if (owner.path === path) return 0
    if (!owner.isThere) return fileOf(owner.path) === fileOf(path) ? 3 : 1
    return folderOf(owner.path) === folderOf(path) && isCopyName(fileOf(path), fileOf(owner.path)) ? 2 : 0
  }
  return owners
    .map((owner) => ({ owner, score: score(owner) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostOwners)
    .map(({ owner }) => owner)
}

/** Whether layers are about this text: every decision on a place is there, as it stands or moved, and there is one. */
export function areAbout(layers: readonly Layer[], text: string): boolean {
  const decisions = layers.flatMap((layer) => layer.decisions).filter(({ target }) => target.length > 0)
  return (
    decisions.length > 0 &&
    placeDecisions(text, decisions).every(({ state }) => state === 'placed' || state === 'moved' || state === 'changed')
  )
}

function isCopyName(name: string, original: string): boolean {
  const [stem, of] = [stemOf(name), stemOf(original)]
  return stem !== of && stem.startsWith(of) && name.slice(stem.length) === original.slice(of.length)
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
