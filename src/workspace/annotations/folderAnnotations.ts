import {
  hasAssistantLayer,
  layerPath,
  type AnnotationStore,
  type DecisionEdit,
  type FileProblem,
  type Project,
  type ProjectEdit
} from '../../annotations'
import { concurrently } from '../../util/concurrently'
import { delayed } from '../../util/delayed'
import type { Disposable } from '../../util/disposable'
import { throughSlices } from '../../util/slices'
import { turns } from '../../util/turns'
import type { Log } from '../log'
import type { TextEdit } from '../openTexts'
import { articleLayers, type ArticleLayers } from './articleLayers'
import { fileProblems, isUnread, isUnwritten, notWritten } from './fileProblems'
import { folderProject } from './folderProject'
import { lateFinding } from './lateFinding'
import { layersIn } from './layersIn'
import { findOwner, presentOwners, type LayerOwner } from './strayLayers'

/** The annotations of one folder: in memory at once, on disk soon after. `path` is an article's path below the folder. */
export interface FolderAnnotations extends Disposable {
  /** The layers of an article as they are in memory. */
  article(path: string): ArticleLayers
  /** Reads the layers of an article when they are not known yet. Never rejects. */
  load(path: string): Promise<void>
  /** Looks which articles have layers, without reading those of people alone. Never rejects. */
  look(): Promise<void>
  /** Names an article's layers on disk, as of `look` or of the last reading: "" for none; undefined where memory is ahead. */
  stamp(path: string): string | undefined
  /** Reads the layers of every article that is wanted. Never rejects. */
  loadAll(isWanted: (path: string) => boolean): Promise<void>
  /** Paths of the articles with layers in memory. */
  articles(): readonly string[]
  project(): Project
  /** Reads the project when it is not known yet. Never rejects. */
  loadProject(): Promise<void>
  /** At once; resolves when it is on disk, or could not be written, and so does `editProject`. */
  editArticle(path: string, edits: readonly DecisionEdit[]): Promise<void>
  editProject(edits: readonly ProjectEdit[]): Promise<void>
  /** Begins to follow an open document of an article; `text` gives its present text. */
  follow(path: string, text: () => string): void
  /** The followed document of an article was edited. */
  edited(path: string, edits: readonly TextEdit[]): void
  /** An article's document was saved: the places of its decisions are written where they have moved. */
  saved(path: string): void
  /** The file of that path below the folder was created, changed or deleted. */
  fileChanged(path: string): void
  /** A file or folder of articles got another name, or was copied: their layers follow. Never rejects. */
  moved(from: string, to: string, how: 'move' | 'copy'): Promise<void>
  /** The article whose layers fit a text that has none. Never rejects. */
  ownerFor(path: string, text: string, isThere: (path: string) => Promise<boolean>): Promise<LayerOwner | undefined>
  problems(): readonly FileProblem[]
  /** Resolves when everything is on disk, or could not be written. */
  written(): Promise<void>
}

export interface FolderAnnotationsOptions {
  readonly store: AnnotationStore
  /** The path of the article that a file is a layer of; undefined for another file. */
  readonly articleOfFile: (path: string) => string | undefined
  readonly changed: (change: { readonly articles: readonly string[]; readonly isProject: boolean }) => void
  readonly problemsChanged: () => void
  readonly log: Log
}

interface Entry {
  readonly layers: ArticleLayers
  /** One reading or writing of the article's layers at a time. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T | undefined>
  loading?: Promise<void> | undefined
  isLoaded: boolean
}

/** Layers that are read at the same time. */
const concurrentReads = 16
/** Changes of files within this time are one reading. Milliseconds. */
const settlingTime = 100

export function folderAnnotations(options: FolderAnnotationsOptions): FolderAnnotations {
  const { store, articleOfFile, changed, problemsChanged, log } = options
  const entries = new Map<string, Entry>()
  const problems = fileProblems(problemsChanged)
  const changedArticles = new Set<string>()
  /** Of the articles that have layers; undefined since they were written, until they are read. */
  let stamps = new Map<string, string | undefined>()
  let isProjectChanged = false
  /** Edits wait in the store, because a file could not be written. An earlier session may have left some. */
  let isWaiting = true
  const failed = (error: unknown) => log.error('Annotations could not be read or written', error)
  const project = folderProject({
    store,
    loaded: () => changed({ articles: [], isProject: true }),
    noted(found) {
      problems.note(found, isNoLayer)
      if (found.some(isUnread)) isWaiting = true
    },
    failed
  })
  const finding = lateFinding((path) => entry(path).layers.findMore(), failed)
  const readChanges = delayed(settlingTime, () => void readChanged().catch(failed))

  function entry(path: string): Entry {
    const known = entries.get(path)
    if (known) return known
    const made: Entry = { layers: articleLayers(), inTurn: turns(failed), isLoaded: false }
    entries.set(path, made)
    return made
  }

  /** To be called in the article's turn. Whether anything is different now. */
  async function read(path: string): Promise<boolean> {
    const { layers, problems: found, stamp } = await store.layers(path)
    if (stamp === '') stamps.delete(path)
    else stamps.set(path, stamp)
    problems.note(found, (file) => articleOfFile(file) === path)
    const known = entry(path)
    known.isLoaded = true
    const broken = new Set(found.filter(isUnread).map(({ file }) => file))
    const text = known.layers.text()
    const isDifferent = known.layers.read(text === undefined ? layers : layersIn(text, layers), {
      areAll: broken.size === 0,
      isWhole: (annotator) => !broken.has(layerPath(path, annotator))
    })
    if (isDifferent) finding.now(path)
    return isDifferent
  }

  const stampsOnDisk = () => store.articles().catch(failed)

  async function listed(): Promise<readonly string[]> {
    const found = await stampsOnDisk()
    return found ? [...found.keys()] : []
  }

  function load(path: string): Promise<void> {
    const known = entry(path)
    if (known.isLoaded) return Promise.resolve()
    return (known.loading ??= known
      .inTurn(async () => {
        if (!known.isLoaded && (await read(path))) changed({ articles: [path], isProject: false })
      })
      .then(() => {
        known.loading = undefined
      }))
  }

  async function readChanged(): Promise<void> {
    const paths = [...changedArticles]
    const wasProject = isProjectChanged
    changedArticles.clear()
    isProjectChanged = false
    const different: string[] = []
    for (const path of paths) {
      const known = entries.get(path)
      // Layers that nobody has asked for are only announced.
      if (!known?.isLoaded) stamps.set(path, undefined)
      if (!known?.isLoaded || (await known.inTurn(() => read(path)))) different.push(path)
    }
    if (wasProject) await project.read()
    if (different.length > 0 || wasProject) changed({ articles: different, isProject: wasProject })
    await writeAll()
  }

  /** What waits in the store may be possible to write now. */
  async function retry(): Promise<void> {
    if (!isWaiting) return
    const left = await store.retry()
    isWaiting = left.length > 0
    problems.note(left, (file) => isUnwritten(problems.of(file)))
  }

  async function writeAll(): Promise<void> {
    await Promise.all([...entries.keys()].map(writeArticle))
    await project.write()
    await retry()
  }

  async function writeArticle(path: string): Promise<void> {
    const { layers, inTurn } = entry(path)
    await inTurn(async () => {
      if (!layers.hasUnwritten()) return
      for (const [annotator, edits] of layers.takeUnwritten()) await writeLayer(path, layers, annotator, edits)
    })
  }

  async function writeLayer(
    path: string,
    layers: ArticleLayers,
    annotator: string,
    edits: readonly DecisionEdit[]
  ): Promise<void> {
    const file = layerPath(path, annotator)
    const saved = await store.saveLayer(path, annotator, edits, layers.text()).catch(notWritten(file))
    stamps.set(path, undefined)
    // What could not be written waits in the store, which is asked to try again.
    layers.written(annotator, edits, saved.content !== undefined)
    problems.note(saved.problem ? [saved.problem] : [], (other) => other === file || other === saved.problem?.file)
    // Another program may have written into it, too.
    const isWhole = () => !(saved.problem && isUnread(saved.problem))
    if (!isWhole()) isWaiting = true
    if (!saved.content || !layers.read([saved.content], { areAll: false, isWhole })) return
    finding.now(path)
    changed({ articles: [path], isProject: false })
  }

  function isNoLayer(file: string): boolean {
    return articleOfFile(file) === undefined
  }

  return {
    article: (path) => entry(path).layers,
    load,
    async look() {
      const found = await stampsOnDisk()
      if (!found) return
      stamps = new Map(found)
      // What is proposed is listed whether or not anybody has opened the article.
      const proposed = [...found].filter(([, stamp]) => hasAssistantLayer(stamp))
      await concurrently(proposed, concurrentReads, ([path]) => load(path))
    },
    stamp(path) {
      if (entries.get(path)?.layers.hasUnwritten()) return undefined
      return stamps.has(path) ? stamps.get(path) : ''
    },
    async loadAll(isWanted) {
      await concurrently(await listed(), concurrentReads, async (path) => {
        if (isWanted(path)) await load(path)
      })
    },
    articles: () => [...entries].flatMap(([path, { layers }]) => (layers.layers().length > 0 ? path : [])),
    project: () => project.project(),
    loadProject: () => project.load(),
    editArticle(path, edits) {
      entry(path).layers.edit(edits)
      return writeArticle(path)
    },
    editProject: (edits) => project.edit(edits),
    follow(path, text) {
      const { layers } = entry(path)
      layers.follow(text)
      const all = layers.hasUnwritten() ? [] : layers.layers()
      const different = layersIn(text(), all).filter((layer, index) => layer !== all[index])
      if (different.length > 0) layers.read(different, { areAll: false, isWhole: () => true })
      finding.now(path)
    },
    edited(path, edits) {
      entry(path).layers.moved(edits)
      finding.whenTypingRests(path)
    },
    saved(path) {
      const known = entries.get(path)
      if (!known) return
      void known.inTurn(() => throughSlices(known.layers.saved()))
      void writeArticle(path)
    },
    fileChanged(path) {
      const article = articleOfFile(path)
      if (article !== undefined) changedArticles.add(article)
      else isProjectChanged = true
      readChanges()
    },
    async moved(from, to, how) {
      await writeAll()
      const isBelow = (path: string) => path === from || path.startsWith(`${from}/`)
      const move = () =>
        store.moveArticle(from, to, how).catch((error: unknown) => {
          failed(error)
          return []
        })
      const found = [...(await move())]
      const touched = new Set<string>([to])
      const left = [...entries].filter(([path]) => isBelow(path))
      for (const [path] of left) touched.add(path).add(to + path.slice(from.length))
      if (how === 'move') {
        for (const [path] of left) entries.delete(path)
        // What was decided under the old name meanwhile, or could not be written, is decided under the new one.
        const isLate = left.some(([, { layers }]) => layers.hasUnwritten())
        for (const [path, { layers, inTurn }] of left) {
          await inTurn(() => Promise.resolve())
          for (const edits of layers.takeUnwritten().values()) entry(to + path.slice(from.length)).layers.edit(edits)
        }
        if (isLate) found.push(...(await move()))
      }
      problems.note(found, (file) => found.some((problem) => problem.file === file))
      for (const path of touched) await entry(path).inTurn(() => read(path))
      changed({ articles: [...touched], isProject: false })
      for (const path of touched) await writeArticle(path)
    },
    async ownerFor(path, text, isThere) {
      const owners = await presentOwners(await listed(), isThere)
      return findOwner({ path, text, owners, layersOf: async (owner) => (await store.layers(owner)).layers })
    },
    problems: () => problems.all(),
    written: writeAll,
    dispose() {
      readChanges.dispose()
      finding.dispose()
    }
  }
}
