import { throughSlices } from '../../util/slices'
import type { Steps } from '../../util/steps'
import type { Decision } from '../decision'
import { applyDecisionEdits } from './applyEdits'
import type { AnnotationFiles } from './annotationFiles'
import type { FileProblem } from './annotationStore'
import { obstacleTo, writeFile } from './fileSaving'
import { sameJson } from './json'
import { layerRead, layerWritten, type LayerFile, type Written } from './layerFile'
import { annotatorOfPath } from './layerPath'
import { loadFile, sliceOfTime, type Loaded } from './loadFile'
import { isUnreadable } from './readFile'

export interface LayerMove {
  /** The paths of the files, and the article to which the layer is to belong. */
  readonly from: string
  readonly to: string
  readonly article: string
  readonly how: 'move' | 'copy'
  /** An id for a decision that is copied. */
  readonly newId: () => string
}

/**
 * Moves or copies one layer. What is there already is united with it; a file that cannot be read is moved as it is, where
 * nothing is in its way. Only with the lock.
 */
export async function moveLayer(files: AnnotationFiles, move: LayerMove): Promise<readonly FileProblem[]> {
  const { from, to, article, how } = move
  const read = (path: string) => loadFile(files, path, (text) => layerRead(text, annotatorOfPath(path)))
  const [source, target] = [await read(from), await read(to)]
  const obstacle = obstacleTo(to, target)
  if (obstacle) return [obstacle]
  if (source.content) {
    const own = how === 'copy' ? withNewIds(source.content, move.newId) : source.content
    const moved = await throughSlices(inArticle(own, article), sliceOfTime)
    const { pieces } = await throughSlices(united(moved, target.content, article), sliceOfTime)
    await writeFile(files, to, target, pieces)
  } else if (!(await moveUnread(files, move, source, target))) return source.problem ? [source.problem] : []
  if (how === 'move') await files.remove(from)
  return []
}

/** Whether it was moved. */
async function moveUnread(
  files: AnnotationFiles,
  { from, to }: LayerMove,
  source: Loaded<LayerFile>,
  target: Loaded<LayerFile>
): Promise<boolean> {
  const isSafe = source.problem && source.problem.kind !== 'too-large' && !target.stat && !target.content
  const bytes = isSafe ? await files.read(from) : undefined
  if (bytes) await files.replace(to, bytes)
  return bytes !== undefined
}

/** As its file is there: what in it names the article names the new one. */
function* inArticle(file: LayerFile, article: string): Steps<LayerFile> {
  const { pieces } = yield* layerWritten(file, article, { file })
  const read = yield* layerRead(pieces.join(''), file.annotator)
  return isUnreadable(read) ? file : read.content
}

function* united(moved: LayerFile, there: LayerFile | undefined, article: string): Steps<Written<LayerFile>> {
  if (!there) return yield* layerWritten(moved, article, { file: moved })
  const own = new Map(there.decisions.map((decision) => [withoutId(decision), decision.id]))
  const isCopy = (decision: Decision) => (own.get(withoutId(decision)) ?? decision.id) !== decision.id
  const edits = moved.decisions.filter((decision) => !isCopy(decision))
  const { content } = yield* applyDecisionEdits(
    there.decisions,
    edits.map((after) => ({ after }))
  )
  const others = moved.kept.others.filter((json) => !there.kept.others.some((own) => sameJson(own, json)))
  const file = {
    ...there,
    kept: {
      written: new Map([...moved.kept.written, ...there.kept.written]),
      others: [...there.kept.others, ...others]
    },
    fields: { ...moved.fields, ...there.fields }
  }
  return yield* layerWritten({ annotator: there.annotator, decisions: content }, article, { file })
}

/** Two decisions that have the same differ in nothing but their ids. */
function withoutId(decision: Decision): string {
  return JSON.stringify({ ...decision, id: '' })
}

function withNewIds(file: LayerFile, newId: () => string): LayerFile {
  const copies = [...file.kept.written.values()].map(({ item, json }) => {
    const id = newId()
    return [id, { item: { ...item, id }, json: { ...json, id } }] as const
  })
  return { ...file, decisions: copies.map(([, { item }]) => item), kept: { ...file.kept, written: new Map(copies) } }
}
