import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isAssistant, openAnnotationStore, type Deciding, type Layer } from '../annotations'
import { proposingTools, type ProposalDesk, type ProposedEdit } from '../assistants/proposing'
import { nodeAnnotationFiles } from './annotationFiles'
import { annotationFolders, pathBelow, type AnnotationFolder } from './annotationFolders'
import { isWithin } from './articleFiles'
import type { StudiedFolder } from './folderStudy'

/**
 * Where one proposal is made: what it is about is read, and it is written into the layers of an assistant, as those of people are. `root`
 * is a real path; nothing outside of it is read or written.
 */
export function proposalDesk(
  { article, corpus, project }: StudiedFolder,
  root: string,
  assistant: string,
  made: string
): ProposalDesk {
  const tools = proposingTools(assistant, made)
  const assistants = new Map<string, readonly Layer[]>()

  async function deciding(name: string): Promise<Deciding | undefined> {
    const found = await article(name)
    if (!found) return undefined
    const { folder, path } = await homeOf(root, name)
    const { layers } = await folder.store.layers(path)
    assistants.set(
      found.article.id,
      layers.filter(({ annotator }) => isAssistant(annotator))
    )
    return {
      article: { ...found.article, decided: found.decided },
      own: [],
      project,
      folder: undefined,
      tools
    }
  }

  async function saveOne(name: string, edits: readonly ProposedEdit[]): Promise<void> {
    const { folder, path } = await homeOf(root, name)
    const text = (await article(name))?.article.text
    const { problem } = await folder.store.saveLayer(path, assistant, edits, text)
    if (problem) throw new Error(`this could not be written: ${problem.detail}`)
  }

  return {
    deciding,
    assistants: (id) => assistants.get(id) ?? [],
    members(entity) {
      return corpus.entities.find(({ id }) => id === entity)?.members ?? []
    },
    async save(edits) {
      for (const name of new Set(edits.map(({ article }) => article)))
        await saveOne(
          name,
          edits.filter((edit) => edit.article === name)
        )
    }
  }
}

/** Where the layers of an article lie: beside it, or in a folder above it, never outside of the root. */
async function homeOf(
  root: string,
  name: string
): Promise<{ readonly folder: AnnotationFolder; readonly path: string }> {
  const file = join(root, name)
  if (!(await isWithin(file, root))) throw new Error('there is no such article: see articleFacts')
  const failed = () => Promise.resolve()
  const folder = (await annotationFolders({ failed }, root).of({ path: file, name })) ?? (await newHome(root))
  return { folder, path: pathBelow(folder, file) }
}

async function newHome(root: string): Promise<AnnotationFolder> {
  // It is there and was not found: a link to another place.
  if (await stat(join(root, '.annotations')).catch(() => undefined))
    throw new Error('.annotations leads out of the folder: nothing is written')
  return { root, store: openAnnotationStore(nodeAnnotationFiles(root), undefined) }
}
