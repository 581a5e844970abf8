import type { AnnotationFiles } from './annotationFiles'
import type { DecisionEdit, ProjectEdit, RecoveredEdits } from './annotationStore'
import { combineEdits, type ItemEdit } from './applyEdits'
import { unchanged } from './codePoints'
import { compact, field, isObject, parseJson, type Json, type JsonObject } from './json'
import { codeForm, entityForm, memoForm, type ProjectForm } from './projectForms'
import { readDecision } from './readDecision'
import { sharedLock } from './sharedLock'
import { writeDecision } from './writeDecision'

/** Edits that wait until a file can be written, by the path of that file: in memory, and on disk under the same path. */
export interface RecoveryCopies {
  /** What waits for one file. */
  of(path: string): Promise<RecoveredEdits | undefined>
  /** In order of path. */
  all(): Promise<ReadonlyMap<string, RecoveredEdits>>
  /** Replaces what waits for a file. What cannot be kept on disk is kept in memory. */
  keep(path: string, edits: RecoveredEdits): Promise<void>
  /** Never rejects: what is applied twice changes nothing. */
  forget(path: string): Promise<void>
}

export function recoveryCopies(files: AnnotationFiles | undefined): RecoveryCopies {
  const locked = files && sharedLock(files)
  /** The copies on disk as this program knows them. Another may have kept something in them since. */
  const texts = new Map<string, string>()
  let loading: Promise<Map<string, RecoveredEdits>> | undefined
  const waiting = () => (loading ??= files ? load(files, texts) : Promise.resolve(new Map<string, RecoveredEdits>()))

  /** What another program, of the same folder, has put into a copy since. Only with the lock. */
  async function ofOthers(path: string): Promise<RecoveredEdits | undefined> {
    const text = await textOf(files!, path)
    return text === undefined || text === texts.get(path) ? undefined : parse(text)
  }

  return {
    of: async (path) => (await waiting()).get(path),
    all: async () => new Map([...(await waiting())].sort(([a], [b]) => (a < b ? -1 : 1))),
    async keep(path, edits) {
      const all = await waiting()
      all.set(path, edits)
      try {
        await locked?.(async () => {
          const united = unitedEdits(await ofOthers(path), edits)
          const text = print(united)
          await files!.replace(path, new TextEncoder().encode(text))
          texts.set(path, text)
          all.set(path, united)
        })
      } catch {
        // It stays in memory: there is no third place.
      }
    },
    async forget(path) {
      const all = await waiting()
      if (!all.delete(path)) return
      try {
        await locked?.(async () => {
          const others = await ofOthers(path)
          if (others) all.set(path, others)
          else await files!.remove(path)
          texts.delete(path)
        })
      } catch {
        // It will be found applied already.
      }
    }
  }
}

/** The edits of two programs of one file: those of `own` come last. */
function unitedEdits(others: RecoveredEdits | undefined, own: RecoveredEdits): RecoveredEdits {
  if (others?.article !== own.article) return own
  if (own.article !== undefined && others?.article !== undefined)
    return { ...own, edits: combineDecisionEdits([...others.edits, ...own.edits]) }
  if (own.article === undefined && others?.article === undefined && others)
    return { edits: combineProjectEdits([...others.edits, ...own.edits]) }
  return own
}

async function load(files: AnnotationFiles, texts: Map<string, string>): Promise<Map<string, RecoveredEdits>> {
  const found = new Map<string, RecoveredEdits>()
  try {
    for (const path of await files.list('', 'below')) {
      if (!path.endsWith('.jsonld')) continue
      const text = await textOf(files, path)
      const edits = text === undefined ? undefined : parse(text)
      if (text === undefined || !edits) continue
      texts.set(path, text)
      found.set(path, edits)
    }
  } catch {
    // What cannot be read now is read in the next session.
  }
  return found
}

async function textOf(files: AnnotationFiles, path: string): Promise<string | undefined> {
  const bytes = await files.read(path)
  return bytes && new TextDecoder().decode(bytes)
}

const nowhere = { source: 'article', codePointsAt: unchanged }
const projectForms = { code: codeForm, entity: entityForm, memo: memoForm }

/** The form of one kind takes items of that kind alone, as an edit of the kind has them. */
function formOf(kind: ProjectEdit['kind']): ProjectForm<ProjectItem> {
  return projectForms[kind] as unknown as ProjectForm<ProjectItem>
}

type ProjectItem = NonNullable<ProjectEdit['before']>

function print(recovered: RecoveredEdits): string {
  const edits =
    recovered.article === undefined
      ? recovered.edits.map((edit) => ({ kind: edit.kind, ...printEdit<ProjectItem>(edit, formOf(edit.kind).write) }))
      : recovered.edits.map((edit) => printEdit(edit, (decision) => writeDecision(decision, nowhere)))
  const head = recovered.article === undefined ? {} : { article: recovered.article, annotator: recovered.annotator }
  return `${JSON.stringify({ ...head, edits }, undefined, 1)}\n`
}

function printEdit<Item>({ before, after }: ItemEdit<Item>, write: (item: Item) => JsonObject): JsonObject {
  return compact({ before: before && write(before), after: after && write(after) })
}

function parse(text: string): RecoveredEdits | undefined {
  let json: Json
  try {
    json = parseJson(text)
  } catch {
    return undefined
  }
  const [article, annotator, edits] = [field(json, 'article'), field(json, 'annotator'), field(json, 'edits')]
  if (!Array.isArray(edits)) return undefined
  const list = (edits as readonly Json[]).filter(isObject)
  if (typeof article === 'string' && typeof annotator === 'string')
    return { article, annotator, edits: list.map((edit) => parseEdit(edit, (one) => readDecision(one, annotator))) }
  return { edits: list.flatMap((edit) => parseProjectEdit(edit) ?? []) }
}

function parseProjectEdit(json: JsonObject): ProjectEdit | undefined {
  const kind = field(json, 'kind')
  if (kind !== 'code' && kind !== 'entity' && kind !== 'memo') return undefined
  return { kind, ...parseEdit(json, formOf(kind).read) } as ProjectEdit
}

function parseEdit<Item>(json: JsonObject, read: (json: Json) => Item | 'foreign' | 'wrong'): ItemEdit<Item> {
  const side = (name: string) => {
    const written = field(json, name)
    const item = written === undefined ? undefined : read(written)
    return typeof item === 'string' ? undefined : item
  }
  const [before, after] = [side('before'), side('after')]
  return { ...(before && { before }), ...(after && { after }) }
}

/** Edits one after the other as one of each thing. */
export function combineDecisionEdits(edits: readonly DecisionEdit[]): readonly DecisionEdit[] {
  return combineEdits(edits, ({ id }) => id)
}

export function combineProjectEdits(edits: readonly ProjectEdit[]): readonly ProjectEdit[] {
  return (['code', 'entity', 'memo'] as const).flatMap((kind) => {
    const own: readonly ItemEdit<ProjectItem>[] = edits.filter((edit) => edit.kind === kind)
    return combineEdits(own, formOf(kind).idOf).map((edit) => ({ kind, ...edit }) as ProjectEdit)
  })
}
