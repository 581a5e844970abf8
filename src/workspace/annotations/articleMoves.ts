import type { Uri } from 'vscode'
import type { AnnotationHome, AnnotationHomes, Renaming } from './annotationHomes'
import type { AnnotationsChange } from './annotations'
import type { StepHistory } from './stepHistory'
import type { WindowFolders } from './windowFolders'

/** Takes decisions along with articles. None of it rejects, one at a time. */
export interface ArticleMoves {
  /** Files or folders of articles got other names in VS Code. */
  renamed(renaming: Renaming): Promise<void>
  /** Gives an article the decisions on another one in the same folder: moves them where that is gone, copies them otherwise. */
  takeOver(owner: AnnotationHome, article: AnnotationHome): Promise<void>
}

export interface ArticleMovesOptions {
  readonly homes: AnnotationHomes
  readonly folders: WindowFolders
  readonly history: Pick<StepHistory, 'renamed'>
  readonly changed: (change: AnnotationsChange) => void
}

export function articleMoves({ homes, folders, history, changed }: ArticleMovesOptions): ArticleMoves {
  async function moved(from: AnnotationHome, to: AnnotationHome): Promise<void> {
    await folders.of(from.folder).moved(from.path, to.path, 'move')
    undoElsewhere(homes.articleOf(from), homes.articleOf(to))
  }

  /** To another folder with annotations. They are deleted in the first when they are on disk in the second. */
  async function movedAway(from: AnnotationHome, to: AnnotationHome): Promise<void> {
    const [source, target] = [folders.of(from.folder), folders.of(to.folder)]
    await source.loadAll((path) => isAtOrBelow(path, from.path))
    const paths = source.articles().filter((path) => isAtOrBelow(path, from.path))
    for (const path of paths) {
      const place = to.path + path.slice(from.path.length)
      const layers = source.article(path).layers()
      const decisions = layers.flatMap((layer) => layer.decisions)
      void target.editArticle(
        place,
        decisions.map((after) => ({ after }))
      )
      await target.written()
      const isThere = !target.article(place).hasUnwritten() && target.problems().length === 0
      if (isThere)
        void source.editArticle(
          path,
          decisions.map((before) => ({ before }))
        )
      const touched = [
        homes.articleOf({ folder: from.folder, path }),
        homes.articleOf({ folder: to.folder, path: place })
      ]
      changed({ articles: new Set(touched.map(String)), isProject: false })
    }
    undoElsewhere(homes.articleOf(from), homes.articleOf(to))
  }

  /** What is undone from now on is undone where the decisions are. */
  function undoElsewhere(from: Uri, to: Uri): void {
    const [before, after] = [from.toString(), to.toString()]
    history.renamed((id) => (isAtOrBelow(id, before) ? after + id.slice(before.length) : id))
  }

  return {
    async renamed({ from, to }) {
      await homes.find([to])
      const [before, after] = [homes.homeOf(from), homes.homeOf(to)]
      if (before && after) await (before.folder === after.folder ? moved(before, after) : movedAway(before, after))
    },
    async takeOver(owner, article) {
      if (await homes.exists(homes.articleOf(owner)))
        await folders.of(owner.folder).moved(owner.path, article.path, 'copy')
      else await moved(owner, article)
    }
  }
}

function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}
