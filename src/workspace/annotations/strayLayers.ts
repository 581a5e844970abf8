import { placeDecisionsInSteps, type Layer } from '../../annotations'
import { throughSlices } from '../../util/slices'

/** An article with layers, for one that has none: it may be the same article under an earlier name, or the one it is a copy of. */
export interface LayerOwner {
  /** Its path below the folder. */
  readonly path: string
  /** Whether there is still a file of that name. */
  readonly isThere: boolean
}

/** So many articles with layers are asked whether they are still there. */
const mostAsked = 2000
/** More owners than these are not looked through. */
const mostOwners = 50

/** The articles with layers, with which of them are still there. */
export async function presentOwners(
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>
): Promise<readonly LayerOwner[]> {
  return Promise.all(paths.slice(0, mostAsked).map(async (path) => ({ path, isThere: await isThere(path) })))
}

/** The likeliest of the owners whose layers fit the text of an article that has none. An owner that cannot be read is none. */
export async function findOwner({
  path,
  text,
  owners,
  layersOf
}: {
  readonly path: string
  readonly text: string
  readonly owners: readonly LayerOwner[]
  readonly layersOf: (path: string) => Promise<readonly Layer[]>
}): Promise<LayerOwner | undefined> {
  for (const owner of likelyOwners(path, owners)) {
    const layers = await layersOf(owner.path).catch(() => [])
    if (await areAbout(layers, text)) return owner
  }
  return undefined
}

/**
 * Whose layers an article without any may take over, likeliest first: those of articles that are gone, of the same file name
 * first, and those of articles beside it of which its name may be a copy's ("a copy.txt", "a (2).txt").
 */
function likelyOwners(path: string, owners: readonly LayerOwner[]): readonly LayerOwner[] {
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
async function areAbout(layers: readonly Layer[], text: string): Promise<boolean> {
  const decisions = layers.flatMap((layer) => layer.decisions).filter(({ target }) => target.length > 0)
  if (decisions.length === 0) return false
  const placed = await throughSlices(placeDecisionsInSteps(text, decisions))
  return placed.every(({ state }) => state === 'placed' || state === 'moved' || state === 'changed')
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
