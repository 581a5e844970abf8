import type { Uri } from 'vscode'
import { applyDecisions, emptyProject, newId, type DecisionEdit, type ProjectEdit, type Step } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { emitter } from '../../util/emitter'
import { turns } from '../../util/turns'
import type { Log } from '../log'
import type { OpenTexts } from '../openTexts'
import type { AnnotationHomes, AnnotatorSettings } from './annotationHomes'
import type { Annotations, AnnotationsChange } from './annotations'
import { articleMoves } from './articleMoves'
import { holdingDecisions } from './holdingDecisions'
import { stepHistory } from './stepHistory'
import { stepJournal, type JournalPlace } from './stepJournal'
import { windowFolders } from './windowFolders'

export interface ProjectAnnotationsOptions {
  readonly homes: AnnotationHomes
  readonly texts: OpenTexts
  readonly settings: AnnotatorSettings
  /** Where steps are written down until they are on disk. */
  readonly journal?: JournalPlace | undefined
  readonly log: Log
}

/** All annotations of a window: those of each folder, what was done in it, and the open documents that move them. */
export function projectAnnotations({ homes, texts, settings, journal, log }: ProjectAnnotationsOptions): Annotations {
  const owned = disposableList()
  const changes = owned.add(emitter<AnnotationsChange>())
  const problemsChanged = owned.add(emitter())
  const changed = (change: AnnotationsChange) => changes.fire(change)
  const folders = owned.add(windowFolders({ homes, changed, problemsChanged: () => problemsChanged.fire(), log }))
  const holding = holdingDecisions(folders, settings)
  const history = stepHistory()
  const moves = articleMoves({ homes, folders, history, changed })
  const moveInTurn = turns((error) => log.error('Annotations could not be moved', error))

  const steps =
    journal && stepJournal(journal, (error) => log.error('Decisions that are not on disk could not be kept', error))
  const resumed = steps?.resume(makeLeft)

  /** Resolves when it is on disk, or could not be written. */
  function makeStep(step: Step): Promise<unknown> {
    const { edits } = step
    const writing: Promise<void>[] = []
    const ofArticles = new Map<string, DecisionEdit[]>()
    const ofFolders = new Map<string, ProjectEdit[]>()
    for (const edit of edits) {
      if (edit.kind === 'decision') put(ofArticles, edit.article, edit)
      else put(ofFolders, edit.folder, edit)
    }
    for (const id of ofArticles.keys())
      if (!homes.homeOf(homes.parse(id))) throw new Error(`${id} is no file: decisions on it cannot be kept`)
    for (const [id, own] of ofArticles) {
      const { folder, path } = folders.place(homes.parse(id))!
      writing.push(folder.editArticle(path, own))
      void folder.load(path)
    }
    for (const [folder, own] of ofFolders) writing.push(folders.of(folder).editProject(own))
    const written = Promise.all(writing)
    steps?.made(step, written)
    changed({ articles: new Set(ofArticles.keys()), isProject: ofFolders.size > 0 })
    return written
  }

  /** A step that a window made which did not come to write it. */
  async function makeLeft(step: Step): Promise<void> {
    await homes.find(step.edits.flatMap((edit) => (edit.kind === 'decision' ? homes.parse(edit.article) : [])))
    await makeStep(step)
  }

  function follow(article: Uri): void {
    const document = texts.all().find(({ uri, isClosed }) => !isClosed && uri.toString() === article.toString())
    const known = folders.knownPlace(article)
    if (document && known && known.folder.article(known.path).text() === undefined)
      known.folder.follow(known.path, () => document.getText())
  }

  owned.add(
    texts.onDidChange(({ document, edits }) => {
      const known = folders.knownPlace(document.uri)
      known?.folder.edited(known.path, edits)
    })
  )
  owned.add(
    texts.onDidClose(({ uri }) => {
      const known = folders.knownPlace(uri)
      known?.folder.article(known.path).unfollow()
    })
  )
  owned.add(
    texts.onDidSave(({ uri }) => {
      const known = folders.knownPlace(uri)
      known?.folder.saved(known.path)
    })
  )
  owned.add(
    homes.onDidRename((renamings) => {
      void moveInTurn(async () => {
        for (const renaming of renamings) {
          await moves.renamed(renaming)
          follow(renaming.to)
        }
      })
    })
  )
  owned.add(
    settings.onDidChange(() => {
      holding.forget()
      changed({ articles: new Set(folders.articles().map(String)), isProject: false })
    })
  )

  function projectFolder(article?: Uri): string | undefined {
    return article ? homes.homeOf(article)?.folder : homes.folders()[0]
  }

  function project(article?: Uri) {
    const folder = projectFolder(article)
    return folder === undefined ? emptyProject : folders.of(folder).project()
  }

  return {
    onDidChange: changes.event,
    onDidChangeProblems: problemsChanged.event,
    annotator: () => settings.annotator(),
    async load(article) {
      await homes.find([article])
      const found = folders.place(article)
      if (!found) return
      await found.folder.loadProject()
      await found.folder.load(found.path)
      follow(article)
    },
    async look(articles, isWanted) {
      await homes.find(articles)
      const found = new Set(articles.flatMap((article) => homes.homeOf(article)?.folder ?? []))
      for (const folder of found) {
        if (!isWanted()) return
        await Promise.all([folders.of(folder).loadProject(), folders.of(folder).look()])
      }
    },
    stamp: (article) => holding.stamp(article),
    loadAll: (isWanted = () => true) => folders.loadAll(isWanted),
    layers: (article) => holding.layers(article),
    decisions: (article) => holding.decisions(article),
    proposals: (article) => holding.proposals(article),
    assistants: (article) => holding.assistants(article),
    decide(suggested) {
      const article = homes.parse(suggested.id)
      const held = holding.decisions(article)
      return held.length === 0 ? undefined : applyDecisions(suggested, held, project(article).entities)
    },
    project,
    projectFolder,
    articles: () => folders.articles(),
    draft: (content, { target, from }) => {
      const creator = settings.annotator()
      if (creator === undefined) throw new Error('nobody has said who decides')
      const facts = { id: newId(), creator, created: new Date().toISOString(), target }
      return { ...facts, ...(from && { from }), ...content }
    },
    perform(step) {
      void makeStep(step)
      history.made(step)
    },
    canAnnotate: (article) => homes.homeOf(article) !== undefined,
    undoLabel: () => history.undoLabel(),
    redoLabel: () => history.redoLabel(),
    undo() {
      const step = history.undo()
      if (step) void makeStep(step)
      return step
    },
    redo() {
      const step = history.redo()
      if (step) void makeStep(step)
      return step
    },
    async ownerFor(article, text) {
      await homes.find([article])
      const home = homes.homeOf(article)
      if (!home) return undefined
      const { folder } = home
      const own = folders.of(folder)
      // What VS Code itself has renamed takes its decisions along.
      await moveInTurn(() => Promise.resolve())
      if (own.article(home.path).layers().length > 0) return undefined
      const isThere = (path: string) => homes.exists(homes.articleOf({ folder, path }))
      const owner = await own.ownerFor(home.path, text, isThere)
      return owner && { owner: homes.articleOf({ folder, path: owner.path }), isThere: owner.isThere }
    },
    async takeOver(owner, article) {
      const [from, to] = [homes.homeOf(owner), homes.homeOf(article)]
      if (!from || from.folder !== to?.folder) return
      await moves.takeOver(from, to)
      follow(article)
    },
    problems: () => folders.problems(),
    async written() {
      await resumed
      await folders.written()
    },
    dispose: () => owned.dispose()
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
