import { dirname, join, relative } from 'node:path'
import { annotationsFolder } from '../annotations'
import { pathBelow, type AnnotationFolder, type AnnotationFolders } from './annotationFolders'
import type { Report } from './report'

/** Tells of layers that nobody reads, since a folder nearer to their article has annotations. */
export interface UnusedLayers {
  /** Looks above the folder that has the decisions about an article. Each pair of folders is told once. */
  tellAbove(home: AnnotationFolder, article: string): Promise<void>
}

/** `annotated`: the articles of a folder that have layers, by their paths below it. */
export function unusedLayers(
  folders: Pick<AnnotationFolders, 'ofFolder'>,
  annotated: (folder: AnnotationFolder) => Promise<ReadonlyMap<string, unknown>>,
  report: Pick<Report, 'noted'>
): UnusedLayers {
  const told = new Set<string>()

  /** The next folder with annotations above one. */
  async function above({ root }: AnnotationFolder): Promise<AnnotationFolder | undefined> {
    const parent = dirname(root)
    return parent === root ? undefined : folders.ofFolder(parent)
  }

  return {
    async tellAbove(home, article) {
      for (let outer = await above(home); outer; outer = await above(outer)) {
        const key = `${outer.root}\n${home.root}`
        if (told.has(key) || !(await annotated(outer)).has(pathBelow(outer, article))) continue
        told.add(key)
        const nearer = pathBelow(outer, home.root)
        const root = relative('', outer.root)
        const name = join(root.startsWith('..') ? outer.root : root, annotationsFolder, nearer)
        await report.noted({ name, message: `is not used, because ${nearer} has annotations of its own` })
      }
    }
  }
}
