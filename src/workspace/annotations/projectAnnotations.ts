import type { Uri } from 'vscode'
import {
  applyDecisions,
  articleOfLayerPath,
  emptyProject,
  mergedDecisions,
  newId,
  type Decision,
  type DecisionEdit,
  type Layer,
  type Project,
  type ProjectEdit,
  type Step
} from '../../annotations'
import { disposableList } from '../../util/disposable'
import { emitter } from '../../util/emitter'
import { turns } from '../../util/turns'
import type { Log } from '../log'
import type { OpenTexts } from '../openTexts'
import type { AnnotationHome, AnnotationHomes, AnnotatorSettings } from './annotationHomes'
import type { Annotations, AnnotationsChange } from './annotations'
import { folderAnnotations, type FolderAnnotations } from './folderAnnotations'
import { stepHistory } from './stepHistory'

export interface ProjectAnnotationsOptions {
  readonly homes: AnnotationHomes
  readonly texts: OpenTexts
  readonly settings: AnnotatorSettings
  readonly log: Log
}

/** All annotations of a window: those of each folder, what was done in it, and the open documents that move them. */
export function projectAnnotations({ homes, texts, settings, log }: ProjectAnnotationsOptions): Annotations {
  const owned = disposableList()
  const changed = owned.add(emitter<AnnotationsChange>())
  const problemsChanged = owned.add(emitter())
  const folders = new Map<string, FolderAnnotations>()
  const history = stepHistory()
  const moveInTurn = turns((error) => log.error('Annotations could not be moved', error))
  /** The decisions that hold, by article, as long as the layers are these. */
  const holding = new Map<string, { readonly layers: readonly Layer[]; readonly decisions: readonly Decision[] }>()

  function folderOf(folder: string): FolderAnnotations {
    const known = folders.get(folder)
    if (known) return known
    const made = folderAnnotations({
      store: homes.storeOf(folder),
      articleOfFile: articleOfLayerPath,
      changed: ({ articles, isProject }) =>
        changed.fire({
          articles: new Set(articles.map((path) => homes.articleOf({ folder, path }).toString())),
          isProject
        }),
      problemsChanged: () => problemsChanged.fire(),
      log
    })
    folders.set(folder, made)
    owned.add(made)
    owned.add(homes.watch(folder, (path) => made.fileChanged(path)))
    void made.loadProject()
    return made
  }

  function place(article: Uri) {
    const home = homes.homeOf(article)
    return home && { folder: folderOf(home.folder), path: home.path }
  }

  /** The place of an article that is known already: asking for it reads nothing. */
  function knownPlace(article: Uri) {
    const home = homes.homeOf(article)
    const folder = home && folders.get(home.folder)
    return folder && { folder, path: home.path }
  }

  function layers(article: Uri): readonly Layer[] {
    const known = knownPlace(article)
    const all = known?.folder.article(known.path).layers() ?? []
    const own = settings.annotator()
    return [...all].sort((a, b) => Number(b.annotator === own) - Number(a.annotator === own))
  }

  function decisions(article: Uri): readonly Decision[] {
    const known = knownPlace(article)
    if (!known) return []
    const all = known.folder.article(known.path).layers()
    const own = settings.annotator()
    const id = article.toString()
    const held = holding.get(id)
    if (held?.layers === all) return held.decisions
    const shown =
      settings.shownLayers() === 'own' && own !== undefined ? all.filter(({ annotator }) => annotator === own) : all
    const found = mergedDecisions(shown)
    holding.set(id, { layers: all, decisions: found })
    return found
  }

  function makeStep({ edits }: Step): void {
    const ofArticles = new Map<string, DecisionEdit[]>()
    const ofFolders = new Map<string, ProjectEdit[]>()
    for (const edit of edits) {
      if (edit.kind === 'decision') put(ofArticles, edit.article, edit)
      else put(ofFolders, edit.folder, edit)
    }
    for (const id of ofArticles.keys())
      if (!homes.homeOf(homes.parse(id))) throw new Error(`${id} is no file: decisions on it cannot be kept`)
    for (const [id, own] of ofArticles) {
      const { folder, path } = place(homes.parse(id))!
      folder.editArticle(path, own)
      void folder.load(path)
    }
    for (const [folder, own] of ofFolders) folderOf(folder).editProject(own)
    changed.fire({ articles: new Set(ofArticles.keys()), isProject: ofFolders.size > 0 })
  }

  /** Which layers hold, as part of a stamp: "" for all. */
  function holdingLayers(): string {
    const own = settings.annotator()
    return settings.shownLayers() === 'own' && own !== undefined ? ` of ${own}` : ''
  }

  function follow(article: Uri): void {
    const document = texts.all().find(({ uri, isClosed }) => !isClosed && uri.toString() === article.toString())
    const known = knownPlace(article)
    if (document && known && known.folder.article(known.path).text() === undefined)
      known.folder.follow(known.path, () => document.getText())
  }

  owned.add(
    texts.onDidChange(({ document, edits }) => {
      const known = knownPlace(document.uri)
      known?.folder.article(known.path).moved(edits)
    })
  )
  owned.add(
    texts.onDidClose(({ uri }) => {
      const known = knownPlace(uri)
      known?.folder.article(known.path).unfollow()
    })
  )
  owned.add(
    texts.onDidSave(({ uri }) => {
      const known = knownPlace(uri)
      known?.folder.saved(known.path)
    })
  )
  owned.add(
    homes.onDidRename((renamings) => {
      void moveInTurn(async () => {
        for (const { from, to } of renamings) {
          const [before, after] = [homes.homeOf(from), homes.homeOf(to)]
          if (before && after) await (before.folder === after.folder ? moved(before, after) : movedAway(before, after))
          follow(to)
        }
      })
    })
  )
  owned.add(
    settings.onDidChange(() => {
      holding.clear()
      changed.fire({ articles: new Set(known().map(String)), isProject: false })
    })
  )

  async function moved(from: AnnotationHome, to: AnnotationHome): Promise<void> {
    const { folder } = from
    await folderOf(folder).moved(from.path, to.path, 'move')
    undoElsewhere(from, to)
  }

  /** To another folder of the workspace. They are deleted in the first when they are on disk in the second. */
  async function movedAway(from: AnnotationHome, to: AnnotationHome): Promise<void> {
    const [source, target] = [folderOf(from.folder), folderOf(to.folder)]
    await source.loadAll((path) => isAtOrBelow(path, from.path))
    const paths = source.articles().filter((path) => isAtOrBelow(path, from.path))
    for (const path of paths) {
      const place = to.path + path.slice(from.path.length)
      const decisions = source
        .article(path)
        .layers()
        .flatMap((layer) => layer.decisions)
      target.editArticle(
        place,
        decisions.map((after) => ({ after }))
      )
      await target.written()
      const isThere = !target.article(place).hasUnwritten() && target.problems().length === 0
      if (isThere)
        source.editArticle(
          path,
          decisions.map((before) => ({ before }))
        )
      const touched = [
        homes.articleOf({ folder: from.folder, path }),
        homes.articleOf({ folder: to.folder, path: place })
      ]
      changed.fire({ articles: new Set(touched.map(String)), isProject: false })
    }
    undoElsewhere(from, to)
  }

  /** What is undone from now on is undone where the decisions are. */
  function undoElsewhere(from: AnnotationHome, to: AnnotationHome): void {
    history.renamed((id) => {
      const home = homes.homeOf(homes.parse(id))
      if (home?.folder !== from.folder || !isAtOrBelow(home.path, from.path)) return id
      return homes.articleOf({ folder: to.folder, path: to.path + home.path.slice(from.path.length) }).toString()
    })
  }

  function known(): readonly Uri[] {
    return [...folders]
      .flatMap(([folder, own]) => own.articles().map((path) => homes.articleOf({ folder, path })))
      .sort((a, b) => (a.toString() < b.toString() ? -1 : 1))
  }

  function firstFolder(article: Uri | undefined): string | undefined {
    return article ? homes.homeOf(article)?.folder : homes.folders()[0]
  }

  function project(article?: Uri): Project {
    const folder = firstFolder(article)
    return folder === undefined ? emptyProject : folderOf(folder).project()
  }

  return {
    onDidChange: changed.event,
    onDidChangeProblems: problemsChanged.event,
    annotator: () => settings.annotator(),
    async load(article) {
      const found = place(article)
      if (!found) return
      await found.folder.loadProject()
      await found.folder.load(found.path)
      follow(article)
    },
    async look(articles, isWanted) {
      const found = new Set(articles.flatMap((article) => homes.homeOf(article)?.folder ?? []))
      for (const folder of found) {
        if (!isWanted()) return
        await Promise.all([folderOf(folder).loadProject(), folderOf(folder).look()])
      }
    },
    stamp(article) {
      const known = knownPlace(article)
      const stamp = known ? known.folder.stamp(known.path) : ''
      return stamp ? `${stamp}${holdingLayers()}` : stamp
    },
    async loadAll(isWanted = () => true) {
      for (const folder of homes.folders()) await folderOf(folder).loadAll(isWanted)
    },
    layers,
    decisions,
    decide(suggested) {
      const article = homes.parse(suggested.id)
      const held = decisions(article)
      return held.length === 0 ? undefined : applyDecisions(suggested, held, project(article).entities)
    },
    project,
    projectFolder: firstFolder,
    articles: known,
    draft: (content, { target, from }) => {
      const creator = settings.annotator()
      if (creator === undefined) throw new Error('nobody has said who decides')
      const facts = { id: newId(), creator, created: new Date().toISOString(), target }
      return { ...facts, ...(from && { from }), ...content }
    },
    perform(step) {
      makeStep(step)
      history.made(step)
    },
    canAnnotate: (article) => homes.homeOf(article) !== undefined,
    undoLabel: () => history.undoLabel(),
    redoLabel: () => history.redoLabel(),
    undo() {
      const step = history.undo()
      if (step) makeStep(step)
      return step
    },
    redo() {
      const step = history.redo()
      if (step) makeStep(step)
      return step
    },
    async ownerFor(article, text) {
      const home = homes.homeOf(article)
      if (!home) return undefined
      const { folder } = home
      // What VS Code itself has renamed takes its decisions along.
      await moveInTurn(() => Promise.resolve())
      if (folderOf(folder).article(home.path).layers().length > 0) return undefined
      const isThere = (path: string) => homes.exists(homes.articleOf({ folder, path }))
      const owner = await folderOf(folder).ownerFor(home.path, text, isThere)
      return owner && { owner: homes.articleOf({ folder, path: owner.path }), isThere: owner.isThere }
    },
    async takeOver(owner, article) {
      const [from, to] = [homes.homeOf(owner), homes.homeOf(article)]
      if (!from || from.folder !== to?.folder) return
      if (await homes.exists(owner)) await folderOf(from.folder).moved(from.path, to.path, 'copy')
      else await moved(from, to)
      follow(article)
    },
    problems: () =>
      [...folders].flatMap(([folder, own]) =>
        own
          .problems()
          .map(({ file, kind, detail }) => ({ file: homes.articleOf({ folder, path: file }), kind, detail }))
      ),
    async written() {
      await Promise.all([...folders.values()].map((folder) => folder.written()))
    },
    dispose: () => owned.dispose()
  }
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
