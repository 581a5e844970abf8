import { dirname, join, relative, resolve, sep } from 'node:path'
import {
  isArticlePath,
  layersOfPeople,
  openAnnotationStore,
  type AnnotationStore,
  type FileProblem,
  type LoadedLayers
} from '../annotations'
import { nodeAnnotationFiles } from './annotationFiles'
import { isFolder, isWithin } from './articleFiles'
import type { FilePath } from './filePaths'
import type { Message, Report } from './report'

/** Where the decisions about a file lie. */
export interface AnnotationFolder {
  /** The folder that `.annotations` is in. */
  readonly root: string
  readonly store: AnnotationStore
}

/** Finds what was decided about files, beside them. Nothing is written. */
export interface AnnotationFolders {
  /** The file's folder, or the nearest above it, that has `.annotations`; undefined where none has. */
  of(file: FilePath): Promise<AnnotationFolder | undefined>
  /** The same of a folder itself. */
  ofFolder(folder: string): Promise<AnnotationFolder | undefined>
  /** The layers of people on an article, by its path below the root. What is wrong with their files is reported. */
  layers(folder: AnnotationFolder, path: string): Promise<LoadedLayers['layers']>
  /** Those that were found. */
  found(): readonly AnnotationFolder[]
  /** Reports what is wrong with files of annotations, each file once. */
  report(folder: AnnotationFolder, problems: readonly FileProblem[]): Promise<void>
}

/** `within`, a real path: annotations elsewhere, above it or where a link leads, are not looked at. */
export function annotationFolders(report: Pick<Report, 'failed'>, within?: string): AnnotationFolders {
  const byFolder = new Map<string, Promise<AnnotationFolder | undefined>>()
  const byRoot = new Map<string, AnnotationFolder>()
  const reported = new Set<string>()

  function ofFolder(folder: string): Promise<AnnotationFolder | undefined> {
    const known = byFolder.get(folder) ?? find(folder)
    byFolder.set(folder, known)
    return known
  }

  async function find(folder: string): Promise<AnnotationFolder | undefined> {
    const annotations = join(folder, '.annotations')
    if ((await isFolder(annotations)) && (within === undefined || (await isWithin(annotations, within)))) {
      const found = { root: folder, store: openAnnotationStore(nodeAnnotationFiles(folder), undefined) }
      byRoot.set(folder, found)
      return found
    }
    const above = dirname(folder)
    return above === folder ? undefined : ofFolder(above)
  }

  async function reportProblems({ root }: AnnotationFolder, found: readonly FileProblem[]): Promise<void> {
    for (const problem of found) {
      const message = describe(root, problem)
      const key = `${message.name}\n${message.message}`
      if (reported.has(key)) continue
      reported.add(key)
      await report.failed(message)
    }
  }

  return {
    // Decisions about a file whose name is not UTF-8 have no place: VS Code cannot open it.
    of: async ({ path }) => (typeof path === 'string' ? ofFolder(dirname(resolve(path))) : undefined),
    ofFolder: (folder) => ofFolder(resolve(folder)),
    found: () => [...byRoot.values()],
    async layers(folder, path) {
      // A name that VS Code cannot open has no decisions.
      if (!isArticlePath(path)) return []
      const { layers, problems } = await folder.store.layers(path)
      await reportProblems(folder, problems)
      return layersOfPeople(layers)
    },
    report: reportProblems
  }
}

/** An article's path below the root, with slashes. */
export function pathBelow({ root }: AnnotationFolder, file: string): string {
  return relative(root, resolve(file)).split(sep).join('/')
}

function describe(root: string, { file, kind, detail }: FileProblem): Message {
  const below = relative('', root)
  return { name: join(below.startsWith('..') ? root : below, file), message: `${problems[kind]}: ${detail}` }
}

const problems: Readonly<Record<FileProblem['kind'], string>> = {
  broken: 'is broken, and nothing of it was read',
  'newer-version': 'was written by a newer version',
  'too-large': 'is too large',
  unreadable: 'cannot be read',
  'read-only': 'cannot be written',
  'not-written': 'was not written',
  'changed-by-another': 'was changed by somebody else meanwhile',
  'partly-read': 'has annotations that were not understood'
}
