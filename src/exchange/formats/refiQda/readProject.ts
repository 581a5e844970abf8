import { grouped } from '../../../util/grouped'
import { translatable } from '../../../util/translate'
import type { FlatLayer } from '../../flat/flatDocument'
import { layerOfLabel } from '../../flat/labels'
import type { GivenFile, ReadCode, ReadDocument, ReadProblem, ReadResult } from '../../importing/readDocument'
import { childOf, childrenOf, readXml, textIn, type XmlElement } from '../../reading/xml'
import { isZip, unpack } from '../../reading/zip'
import { countNamesakes, guidIn, namesakesBecomeOne, readCodeElements, type CodeElement } from '../codebook/readCodes'
import { ownRootName } from './ownCodes'
import { readSource, type CodeMeaning, type ProjectFacts, type ReadNote } from './readSource'

/** Bytes of all projects together, unpacked. */
const mostBytes = 200_000_000

/** Reads projects (`.qdpx`) of any program, or a `.qde` with its texts beside it. */
export async function readProject(files: readonly GivenFile[]): Promise<ReadResult> {
  const documents: ReadDocument[] = []
  const codes: ReadCode[] = []
  const problems: ReadProblem[] = []
  let left = mostBytes
  const zips = files.filter(isZip)
  for (const group of [...zips.map((zip) => [zip]), files.filter((file) => !isZip(file))]) {
    const unpacked = await unpack(group, (path) => /\.(?:qde|txt)$/i.test(path), { entries: 20_000, bytes: left })
    problems.push(...unpacked.problems)
    left -= unpacked.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const projects = unpacked.files.filter(({ path }) => /\.qde$/i.test(path))
    if (projects.length === 0)
      for (const { path } of group) problems.push({ file: path, message: 'There is no project (.qde) in it' })
    for (const project of projects) {
      const file = group.length === 1 ? group[0]!.path : project.path
      const counts = new Map<string, number>()
      const tell = (message: string, count = 1) => {
        if (count > 0) counts.set(message, (counts.get(message) ?? 0) + count)
      }
      const xml = await readXml(project.bytes)
      if ('problem' in xml) tell(xml.problem)
      else if (xml.root.name !== 'Project') tell('It is no project of REFI-QDA')
      else {
        const facts = factsOf(xml.root, unpacked.files, tell)
        codes.push(...facts.readCodes)
        for (const source of sourcesOf(xml.root, tell)) documents.push(readSource(source, facts))
      }
      for (const [message, count] of counts) problems.push({ file, message, ...(count > 1 && { count }) })
    }
  }
  return { documents, codes, problems }
}

function factsOf(
  root: XmlElement,
  files: readonly GivenFile[],
  tell: ProjectFacts['tell']
): ProjectFacts & { readonly readCodes: readonly ReadCode[] } {
  const own = new Map<string, CodeMeaning>()
  const ofResearcher: CodeElement[] = []
  for (const element of readCodeElements(childOf(childOf(root, 'CodeBook'), 'Codes'))) {
    const { code, guid, path } = element
    const meaning = meaningOf(path)
    if (meaning === undefined) ofResearcher.push(element)
    own.set(guid, meaning ?? { layer: 'code', label: code.name, code: code.id })
  }
  tell(namesakesBecomeOne, countNamesakes(ofResearcher))
  const users = childrenOf(childOf(root, 'Users'), 'User')
  const byName = new Map(files.map((file) => [file.path.split('/').at(-1)!.toLowerCase(), file.bytes]))
  const links = childrenOf(childOf(root, 'Links'), 'Link').map((link) => ({
    name: link.attributes.get('name') ?? '',
    from: guidIn(link, 'originGUID'),
    to: guidIn(link, 'targetGUID')
  }))
  const fileNamed = (path: string) =>
    byName.get(
      path
        .split(/[/\\:]/)
        .at(-1)!
        .toLowerCase()
    )
  for (const [list, message] of leftOut) tell(message, childrenOf(childOf(root, list)).length)
  return {
    isOwn: root.attributes.get('origin') === ownRootName,
    readCodes: ofResearcher.map(({ code }) => code),
    codes: own,
    users: new Map(users.map((user) => [guidIn(user, 'guid'), user.attributes.get('name') ?? ''])),
    notes: new Map(
      childrenOf(childOf(root, 'Notes'), 'Note').map((note) => [guidIn(note, 'guid'), noteOf(note, fileNamed)])
    ),
    links: grouped(links, ({ from }) => from),
    fileNamed,
    tell
  }
}

const leftOut = [
  ['Cases', translatable('Cases are not read')],
  ['Sets', translatable('Sets are not read')],
  ['Graphs', translatable('Graphs are not read')]
] as const

/** Of a code of ours what it says; undefined for one of the researcher's. */
function meaningOf([root, name, speaker]: readonly string[]): CodeMeaning | undefined {
  if (root !== ownRootName) return undefined
  if (name === undefined) return { layer: 'code', label: root, code: '' }
  const layer: FlatLayer | undefined = layerOfLabel(name)?.layer
  if (!layer || layer === 'code') return undefined
  return { layer, label: name, ...(speaker !== undefined && layer === 'quote' && { speaker }) }
}

function noteOf(note: XmlElement, fileNamed: ProjectFacts['fileNamed']): ReadNote {
  const path = note.attributes.get('plainTextPath')
  const bytes = path === undefined ? undefined : fileNamed(path)
  const text = bytes ? new TextDecoder().decode(bytes) : textIn(childOf(note, 'PlainTextContent'))
  return {
    text: text === '' ? textIn(childOf(note, 'Description')) : text,
    user: guidIn(note, 'creatingUser'),
    created: note.attributes.get('creationDateTime')
  }
}

/** Texts, and the texts of PDFs, as `TextSource`s. */
function sourcesOf(root: XmlElement, tell: ProjectFacts['tell']): readonly XmlElement[] {
  let others = 0
  const found: XmlElement[] = []
  for (const source of childrenOf(childOf(root, 'Sources'))) {
    const text = source.name === 'TextSource' ? source : childOf(source, 'Representation')
    if (!text) {
      others++
      continue
    }
    const name = source.attributes.get('name')
    found.push(name === undefined ? text : { ...text, attributes: new Map([...text.attributes, ['name', name]]) })
  }
  tell('Sources that are no texts are not read', others)
  return found
}
