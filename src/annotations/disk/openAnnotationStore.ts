import { concurrently } from '../../util/concurrently'
import type { Decision } from '../decision'
import type { Layer } from '../layer'
import type { Project } from '../project'
import type { AnnotationFiles } from './annotationFiles'
import type { AnnotationStore, FileProblem, LoadedLayers, Saved } from './annotationStore'
import { fileSaving, problemOf, type LoadedTarget } from './fileSaving'
import { turnsByPath } from './inTurn'
import {
  annotationsFolder,
  annotatorOfPath,
  articleOfLayerPath,
  layerFolder,
  layerPath,
  layersAmong,
  projectPath
} from './layerPath'
import { messageOf } from './loadFile'
import { moveLayer } from './moveLayer'
import { newId } from './newId'
import { recoveryCopies } from './recoveryCopies'
import { sharedLock } from './sharedLock'
import { anyLayerTarget, layerTarget, projectTarget } from './targets'

/** Files that are moved at a time. */
const mostMoves = 32
/** Files asked about at a time: where each answer comes from another process, waiting for it is all that takes long. */
const mostStats = 256

/** Without `recovery` edits that cannot be written wait in memory. */
export function openAnnotationStore(files: AnnotationFiles, recovery: AnnotationFiles | undefined): AnnotationStore {
  const copies = recoveryCopies(recovery)
  const locked = sharedLock(files)
  const inTurn = turnsByPath()
  const saving = fileSaving(files, locked, copies)

  /** The layers below a folder, on disk or waiting for it. */
  async function layerPaths(folder: string, depth: 'folder' | 'below'): Promise<readonly string[]> {
    const waiting = [...(await copies.all()).keys()]
    const own = waiting.filter((path) =>
      depth === 'below' ? path.startsWith(`${folder}/`) : path.slice(0, path.lastIndexOf('/')) === folder
    )
    return layersAmong([...(await files.list(folder, depth)), ...own])
  }

  async function moved(from: string, to: string, how: 'move' | 'copy'): Promise<readonly FileProblem[]> {
    const [folder, toFolder] = [layerFolder(from), layerFolder(to)]
    const problems: FileProblem[] = []
    const paths = await layerPaths(folder, 'below').catch((error: unknown) => {
      problems.push(problemOf(folder, error))
      return []
    })
    await concurrently(paths, mostMoves, async (path) => {
      const target = toFolder + path.slice(folder.length)
      const article = articleOfLayerPath(target)!
      await inTurn([path, target], async () => {
        try {
          const move = { from: path, to: target, article, how, newId }
          problems.push(...(await locked(() => moveLayer(files, move))))
          const waiting = await copies.of(path)
          if (how === 'copy' || waiting?.article === undefined) return
          const { problem } = await saving.save(layerTarget(target, article, waiting.annotator), waiting.edits)
          if (problem) problems.push(problem)
          await copies.forget(path)
        } catch (error) {
          problems.push(problemOf(path, error))
        }
      })
    })
    return problems
  }

  return {
    async articles() {
      const stamps = new Map<string, string[]>()
      const paths = await layerPaths(annotationsFolder, 'below').catch(() => [])
      for (const path of paths) stamps.set(articleOfLayerPath(path)!, [])
      await concurrently(paths, mostStats, async (path) => {
        const stat = await files.stat(path).catch(() => undefined)
        stamps.get(articleOfLayerPath(path)!)!.push(stampOf(path, stat?.stamp ?? ''))
      })
      return new Map([...stamps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([article, all]) => [article, joined(all)]))
    },

    async layers(article) {
      const folder = layerFolder(article)
      let paths: readonly string[]
      try {
        paths = await layerPaths(folder, 'folder')
      } catch (error) {
        return { layers: [], problems: [{ file: folder, kind: 'unreadable', detail: messageOf(error) }], stamp: '' }
      }
      const loaded = await Promise.all(
        paths.map(async (path) => {
          const waiting = await copies.of(path)
          const annotator = waiting?.article === undefined ? undefined : waiting.annotator
          return [path, await saving.load(anyLayerTarget(path, article, annotator ?? annotatorOfPath(path)))] as const
        })
      )
      return loadedLayers(loaded)
    },

    async project() {
      const { content, problem } = await saving.load(projectTarget)
      return { content, ...(problem && { problem }) }
    },

    async saveLayer(article, annotator, edits, text) {
      const path = layerPath(article, annotator)
      return inTurn([path], () => saving.save(layerTarget(path, article, annotator), edits, text))
    },

    saveProject: (edits) => inTurn([projectPath], () => saving.save(projectTarget, edits)),

    async moveArticle(from, to, how) {
      if (from === to) return []
      // To many file systems both names are one: what was removed from the first would be gone from the second.
      if (how === 'copy' || folded(from) !== folded(to)) return moved(from, to, how)
      const between = `${to}~`
      return [...(await moved(from, between, how)), ...(await moved(between, to, how))]
    },

    recovered: async () => [...(await copies.all()).values()],

    async retry() {
      const problems: FileProblem[] = []
      for (const [path, waiting] of await copies.all()) {
        const { problem } = await inTurn<Saved<Project | Layer>>([path], () =>
          waiting.article === undefined
            ? saving.save(projectTarget, [])
            : saving.save(layerTarget(path, waiting.article, waiting.annotator), [])
        )
        if (problem) problems.push(problem)
      }
      return problems
    }
  }
}

/** Equal for names that a file system may take for one. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function loadedLayers(loaded: readonly (readonly [string, LoadedTarget<Layer>])[]): LoadedLayers {
  const problems: FileProblem[] = []
  const byAnnotator = new Map<string, Layer>()
  for (const [, { content, problem, stamp }] of loaded) {
    if (problem) problems.push(problem)
    if (!stamp && !content.decisions.length) continue
    const known = byAnnotator.get(content.annotator)
    byAnnotator.set(content.annotator, known ? unitedLayers(known, content) : content)
  }
  const layers = [...byAnnotator.values()].sort((a, b) => (a.annotator < b.annotator ? -1 : 1))
  return { layers, problems, stamp: joined(loaded.map(([path, { stamp }]) => stampOf(path, stamp))) }
}

/** Of a decision that is in two files of one annotator (a copy that a synchronisation made) the later one. */
function unitedLayers(a: Layer, b: Layer): Layer {
  const decisions = new Map<string, Decision>()
  for (const decision of [...a.decisions, ...b.decisions]) {
    const known = decisions.get(decision.id)
    if (!known || timeOf(decision) > timeOf(known)) decisions.set(decision.id, decision)
  }
  return { annotator: a.annotator, decisions: [...decisions.values()] }
}

function timeOf({ created, modified }: Decision): string {
  return modified ?? created
}

function stampOf(path: string, stamp: string): string {
  return `${path.slice(path.lastIndexOf('/') + 1)}=${stamp}`
}

function joined(stamps: readonly string[]): string {
  return [...stamps].sort().join(' ')
}
