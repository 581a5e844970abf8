import { finish, type Steps } from '../../util/steps'
import type { Said } from '../../util/translate'
import type { Code, Project, ProjectMemo, RegisteredEntity } from '../project'
import { compact, field, type Json, type JsonObject } from './json'
import { nothingKept, readItems, writeItems, type Kept } from './keptItems'
import type { Written } from './layerFile'
import { contextWith, printFile } from './printFile'
import { codeForm, entityForm, memoForm, projectReference, type ProjectForm } from './projectForms'
import { broken, isUnreadable, readFile, type Migrations, type Read } from './readFile'
import { projectVersion } from './vocabulary'

/** A project with all that its file has beyond it. */
export interface ProjectFile extends Project {
  readonly kept: {
    readonly codes: Kept<Code>
    readonly entities: Kept<RegisteredEntity>
    readonly memos: Kept<ProjectMemo>
  }
  /** Fields of the file that we do not know. */
  readonly fields: JsonObject
  readonly context: Json | undefined
}

/** Reads the text of a project's file. A list that is not there is empty. */
export function readProject(text: string): Read<ProjectFile> {
  return finish(projectRead(text))
}

export function* projectRead(text: string): Steps<Read<ProjectFile>> {
  const file = yield* readFile(text, projectVersion, noMigrations)
  if (isUnreadable(file)) return file
  const remarks: Said[] = []
  const list = <Item>(name: string, form: ProjectForm<Item>) => readItems(field(file, name) ?? [], form, remarks)
  const codes = yield* list('codes', codeForm)
  const entities = yield* list('entities', entityForm)
  const memos = yield* list('memos', memoForm)
  if (!codes || !entities || !memos) return broken('Its codes, entities or memos are not a list')
  const fields = Object.fromEntries(Object.entries(file).filter(([key]) => !ownFields.includes(key)))
  const content = {
    ...inOrder({ codes: codes.items, entities: entities.items, memos: memos.items }),
    kept: { codes: codes.kept, entities: entities.kept, memos: memos.kept },
    fields,
    context: field(file, '@context')
  }
  return { content, remarks }
}

/** There has been no other version yet. */
const noMigrations: Migrations = new Map()

const ownFields = ['@context', 'id', 'version', 'codes', 'entities', 'memos']

/** The text of a project's file. What `file`, as it was read, has beyond the project is kept. */
export function writeProject(project: Project, file?: ProjectFile): string {
  return finish(projectWritten(project, file)).pieces.join('')
}

export function* projectWritten(
  { codes, entities, memos }: Project,
  file: ProjectFile | undefined
): Steps<Written<ProjectFile>> {
  const head = {
    ...compact({ '@context': contextWith(file?.context), id: projectReference, version: projectVersion }),
    ...file?.fields
  }
  const lists = {
    codes: yield* written(codes, codeForm, file?.kept.codes),
    entities: yield* written(entities, entityForm, file?.kept.entities),
    memos: yield* written(memos, memoForm, file?.kept.memos)
  }
  return { pieces: yield* printFile(head, lists) }
}

function* written<Item>(
  items: readonly Item[],
  form: ProjectForm<Item>,
  kept: Kept<Item> = nothingKept
): Steps<readonly Json[]> {
  const write = (item: Item) => form.write(item)
  return (yield* writeItems(items, kept, form, write, write, true)).map(({ json }) => json)
}

/** Whether nothing is in the file that would be lost with it. */
export function isEmptyProject({ codes, entities, memos }: Project, file: ProjectFile | undefined): boolean {
  const others = file ? Object.values(file.kept).flatMap((kept: Kept<unknown>) => kept.others) : []
  return !codes.length && !entities.length && !memos.length && !others.length && !Object.keys(file?.fields ?? {}).length
}

/** Each list in order of id. */
export function inOrder({ codes, entities, memos }: Project): Project {
  const sorted = <Item>(items: readonly Item[], form: ProjectForm<Item>) =>
    [...items].sort((a, b) => (form.idOf(a) < form.idOf(b) ? -1 : form.idOf(a) > form.idOf(b) ? 1 : 0))
  return { codes: sorted(codes, codeForm), entities: sorted(entities, entityForm), memos: sorted(memos, memoForm) }
}
