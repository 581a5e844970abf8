import type { Uri } from 'vscode'
import { isArticlePath } from '../../annotations'
import { concurrently } from '../../util/concurrently'
import type { AnnotationHome } from './annotationHomes'

/** What has to be known of the files. Nothing here rejects. */
export interface HomePorts {
  /** The workspace's folder that has an article; undefined outside of the workspace. */
  readonly rootOf: (article: Uri) => Uri | undefined
  /** Whether there is `.annotations` in a folder. */
  readonly isAnnotated: (folder: Uri) => Promise<boolean>
}

export interface NearestHomes {
  /** By what has been found so far. */
  homeOf(article: Uri): AnnotationHome | undefined
  /** Finds the homes of articles. Each folder is asked about once, so that an article stays at home while a window is open. */
  find(articles: readonly Uri[]): Promise<void>
  /** Takes a folder as a home, unless it has been asked about. */
  add(folder: Uri): void
  /** Of this folder and those below it nothing is known any more: it was renamed. */
  forget(folder: Uri): void
  /** The URIs of the homes that were found, in order. */
  found(): readonly string[]
}

/** Folders asked about at a time. */
const mostAsked = 32

/**
 * An article's home is the nearest folder at or above it that has `.annotations`; in a workspace not above the workspace's folder,
 * which is the home where there is no other. Outside of a workspace that is the article's own folder.
 */
export function nearestHomes({ rootOf, isAnnotated }: HomePorts): NearestHomes {
  const annotated = new Map<string, Uri>()
  const asked = new Map<string, Promise<void>>()

  function ask(folder: Uri): Promise<void> {
    const id = folder.toString()
    const known = asked.get(id)
    if (known) return known
    const asking = isAnnotated(folder).then((is) => {
      // It may have been renamed meanwhile.
      if (is && asked.get(id) === asking) annotated.set(id, folder)
    })
    asked.set(id, asking)
    return asking
  }

  return {
    homeOf(article) {
      const folders = foldersOf(article, rootOf(article))
      const nearest = folders.find((folder) => annotated.has(folder.toString()))
      const home = nearest ?? rootOf(article) ?? folders[0]
      const path = home ? article.path.slice(withoutEnd(home.path).length + 1) : ''
      return home && isArticlePath(path) ? { folder: home.toString(), path } : undefined
    },
    async find(articles) {
      const folders = new Map<string, Uri>()
      const done = new Set<string>()
      for (const article of articles) {
        const own = article.path.slice(0, article.path.lastIndexOf('/'))
        const key = article.with({ path: own || '/' }).toString()
        if (done.has(key)) continue
        done.add(key)
        for (const folder of foldersOf(article, rootOf(article))) folders.set(folder.toString(), folder)
      }
      await concurrently([...folders.values()], mostAsked, ask)
    },
    add(folder) {
      const id = folder.toString()
      if (asked.has(id)) return
      asked.set(id, Promise.resolve())
      annotated.set(id, folder)
    },
    forget(folder) {
      const id = folder.toString()
      for (const known of [...asked.keys()]) {
        if (known !== id && !known.startsWith(`${id}/`)) continue
        asked.delete(known)
        annotated.delete(known)
      }
    },
    found: () => [...annotated.keys()].sort()
  }
}

/** The folders at and above an article, nearest first: below the root that has it, or all of them. */
function foldersOf(article: Uri, root: Uri | undefined): readonly Uri[] {
  const folders: Uri[] = []
  const top = root && withoutEnd(root.path)
  for (let path = above(article.path); path !== undefined && path !== top; path = above(path))
    folders.push(article.with({ path: path || '/' }))
  return folders
}

/** Undefined of the uppermost folder, which is "". */
function above(path: string): string | undefined {
  const end = path.lastIndexOf('/')
  return end < 0 ? undefined : path.slice(0, end)
}

function withoutEnd(path: string): string {
  return path.replace(/\/$/, '')
}
