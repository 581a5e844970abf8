import type { Code } from '../../../annotations'
import type { AnnotationDocument, CodingAnnotation } from '../../document'
import type { ExportedFile, ExportInput } from '../../format'
import { guidOf, guidOfId } from '../../guid'
import { packFiles } from '../../packFiles'
import { xmlWriter, type XmlWriter } from '../../xml'
import { writeCodes } from '../codebook/writeCodes'
import { linkList } from './linkList'
import { ownCodes, type OwnCode } from './ownCodes'
import {
  engineUser,
  schemaTime,
  selectionName,
  sourceGuid,
  textSource,
  userGuid,
  type Note,
  type ProjectRest
} from './textSource'
import { writeVariables } from './variables'

/** The texts first: while they are written, it becomes known who has decided, and which codes the codebook lacks. */
export function writeProject(input: ExportInput): AsyncIterable<Uint8Array> {
  return packFiles(projectFiles(input), input.now)
}

async function* projectFiles(input: ExportInput): AsyncGenerator<ExportedFile> {
  const users = new Set<string>()
  for (const { creator } of [...input.codes, ...input.memos]) users.add(creator)
  const codes = new Map(input.codes.map((code) => [code.id, code]))
  let count = 0
  for await (const document of input.documents()) {
    count++
    for (const annotation of document.annotations) {
      if (annotation.creator !== null) users.add(annotation.creator)
      if (annotation.layer === 'code' && !codes.has(annotation.code))
        codes.set(annotation.code, lost(annotation, codes))
    }
    yield { path: `sources/${sourceGuid(document)}.txt`, pieces: [document.text] }
  }
  yield { path: 'project.qde', pieces: project({ ...input, codes: [...codes.values()] }, [...users].sort(), count > 0) }
}

/** A code that was deleted, or is in another folder's codebook: a coding must not refer to nothing. All that is known of it is its id. */
function lost({ code, creator, created }: CodingAnnotation, codes: ReadonlyMap<string, Code>): Code {
  return { id: code, name: code, color: '', order: codes.size, creator: creator ?? '', created: created ?? '' }
}

/** In the order that the schema wants; lists that would be empty are left out, as it wants too. */
async function* project(input: ExportInput, users: readonly string[], hasSources: boolean): AsyncGenerator<string> {
  const xml = xmlWriter((count) => input.lost('character', count))
  const own = ownCodes(input.corpus)
  const rest: ProjectRest = { notes: projectNotes(input), links: linkList() }
  yield xml.declaration
  yield xml.open('Project', {
    xmlns: 'urn:QDA-XML:project:1.0',
    name: input.title,
    origin: 'Article Annotator',
    creatingUserGUID: engineUser,
    creationDateTime: input.now,
    modifyingUserGUID: engineUser,
    modifiedDateTime: input.now
  })
  yield xml.open('Users')
  yield xml.leaf('User', { guid: engineUser, name: 'Article Annotator' })
  for (const name of users) yield xml.leaf('User', { guid: userGuid(name), name })
  yield xml.close()
  yield xml.open('CodeBook')
  yield xml.open('Codes')
  const memos = new Map<string, readonly string[]>()
  for (const { id, about } of input.memos) memos.set(about, [...(memos.get(about) ?? []), guidOfId(id)])
  yield* writeCodes(xml, input.codes, ({ id }) => memos.get(id) ?? [])
  yield* writeOwnCode(xml, own)
  yield xml.close()
  yield xml.close()
  yield* writeVariables(xml)
  if (hasSources) {
    yield xml.open('Sources')
    const speakers = new Set(own.children.flatMap(({ children }) => children.map(({ guid }) => guid)))
    for await (const document of input.documents()) yield textSourceOf(document, { input, xml, speakers, rest })
    yield xml.close()
  }
  yield* writeNotes(xml, rest.notes)
  yield* writeLinks(xml, rest)
  yield xml.leaf('Description', {}, `Exported by Article Annotator: ${input.title}`)
  const codes = new Set(input.codes.map(({ id }) => id))
  for (const { id, about } of input.memos)
    if (!codes.has(about)) yield xml.leaf('NoteRef', { targetGUID: guidOfId(id) })
  yield xml.close()
}

function textSourceOf(document: AnnotationDocument, context: Parameters<typeof textSource>[1]): string {
  return [...textSource(document, context)].join('')
}

/** Memos about the project, a code, an entity. */
function projectNotes({ memos }: ExportInput): Note[] {
  return memos.map(({ id, text, creator, created }) => ({
    guid: guidOfId(id),
    text,
    user: userGuid(creator),
    created: schemaTime(created)
  }))
}

function* writeOwnCode(xml: XmlWriter, code: OwnCode): Generator<string> {
  const { guid, name, color, description, children } = code
  yield xml.open('Code', { guid, name, isCodable: true, color })
  if (description !== undefined) yield xml.leaf('Description', {}, description)
  for (const child of children) yield* writeOwnCode(xml, child)
  yield xml.close()
}

function* writeNotes(xml: XmlWriter, notes: readonly Note[]) {
  if (notes.length === 0) return
  yield xml.open('Notes')
  for (const { guid, text, user, created } of notes) {
    const name = selectionName(text)
    yield xml.open('Note', { guid, name: name || 'Memo', creatingUser: user, creationDateTime: created })
    yield xml.leaf('PlainTextContent', {}, text)
    yield xml.close()
  }
  yield xml.close()
}

function* writeLinks(xml: XmlWriter, { links }: ProjectRest) {
  if (links.isEmpty()) return
  yield xml.open('Links')
  for (const { name, from, to } of links)
    yield xml.leaf('Link', {
      guid: guidOf('link', name, from, to),
      name,
      direction: 'OneWay',
      originGUID: from,
      targetGUID: to
    })
  yield xml.close()
}
