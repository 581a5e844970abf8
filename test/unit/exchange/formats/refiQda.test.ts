import assert from 'node:assert/strict'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { flatten } from '../../../../src/exchange/flat/flatten'
import type { FlatDocument } from '../../../../src/exchange/flat/flatDocument'
import { refiQda } from '../../../../src/exchange/formats/refiQda'
import { guidOf, guidOfId, sha1 } from '../../../../src/exchange/guid'
import { withoutForbidden } from '../../../../src/exchange/xml'
import { arbitraryDocument } from '../arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../documents'
import { comparable } from '../flats'
import { inputOf, testCodes, written } from '../inputs'
import { roundTrip } from '../roundTrip'
import { schemaErrors } from '../schemas'

const memos = [
  { id: 'urn:uuid:00000000-0000-4000-8000-000000000001', about: '', text: 'The project' },
  { id: 'urn:uuid:00000000-0000-4000-8000-000000000002', about: 'urn:code:fear', text: 'The code' },
  { id: 'urn:memo', about: 'https://www.wikidata.org/entity/Q42', text: 'The man\u0000' }
].map((memo) => ({ ...memo, creator: 'Cid', created: '2026-11-01T10:00:00.000Z' }))

async function unzipped(...given: Parameters<typeof inputOf>) {
  const [file] = await written(refiQda, inputOf(...given))
  const files = new Map(
    Object.entries(unzipSync(file!.bytes)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])
  )
  return { files, qde: files.get('project.qde')!, bytes: file!.bytes }
}

/** What a second reader, of the specification, finds: each selection by its code points in its own file, with its codes. */
function selections(files: ReadonlyMap<string, string>): readonly string[] {
  const qde = files.get('project.qde')!
  const names = new Map([...qde.matchAll(/<Code guid="([^"]+)" name="([^"]*)"/g)].map(([, guid, name]) => [guid, name]))
  return [...qde.matchAll(/<TextSource [^>]*plainTextPath="internal:\/\/([^"]+)"[^]*?<\/TextSource>/g)].flatMap(
    ([source, path]) => {
      const points = [...files.get(`sources/${path}`)!]
      return [...source.matchAll(/<PlainTextSelection [^]*?<\/PlainTextSelection>/g)].map(([selection]) => {
        const [, start, end] = /startPosition="(\d+)" endPosition="(\d+)"/.exec(selection)!
        const codes = [...selection.matchAll(/<CodeRef targetGUID="([^"]+)"/g)].map(([, guid]) => names.get(guid))
        return `${codes.join('+') || 'memo'}: ${points.slice(Number(start), Number(end)).join('')}`
      })
    }
  )
}

/** A flat document as a project holds it: no ids of codes that are no UUIDs, no forbidden characters, memos about all are added. */
function held(flat: FlatDocument): FlatDocument {
  return {
    spans: flat.spans.map((span) => ({
      ...span,
      features: Object.fromEntries(
        Object.entries(span.features).map(([name, value]) => {
          if (name === 'status' && span.pieces.length === 0) return [name, 'added']
          if (name === 'code') return [name, `urn:uuid:${guidOfId(String(value))}`]
          return [name, typeof value === 'string' ? withoutForbidden(value) : value]
        })
      ),
      ...(span.note !== undefined && { note: withoutForbidden(span.note) })
    })),
    relations: flat.relations
  }
}

/** Memos about the whole article come last. */
function inReadOrder(flat: FlatDocument): FlatDocument {
  return {
    ...flat,
    spans: [...flat.spans.filter(({ pieces }) => pieces.length), ...flat.spans.filter(({ pieces }) => !pieces.length)]
  }
}

describe('REFI-QDA projects', () => {
  it('have each span in code points, with its code; speakers are codes below "Quote"', async () => {
    const { files } = await unzipped([plainDocument()])
    assert.deepEqual(selections(files), [
      'Place: LIRA',
      'Person: Mara Lind',
      'Person: Oren Vail',
      'Person: he',
      'Person: Lind',
      'Mara Lind: "The dam will drown us,"',
      'Cue: said',
      'Source: Mara Lind, a farmer',
      'Oren Vail: the plan,',
      'Oren Vail: was sound',
      'Cue: said on Monday',
      'Source: Prime Minister Oren Vail',
      'Oren Vail: "We will build it,"',
      'Fear: drown us',
      'memo: wept'
    ])
  })

  it('have every span on its words in texts that break exports', async () => {
    const documents = tortureDocuments()
    const { files } = await unzipped(documents)
    assert.deepEqual(
      selections(files).map((line) => line.slice(line.indexOf(': ') + 2)),
      documents.flatMap((document) =>
        flatten(document, testCodes).spans.flatMap(({ pieces }) =>
          pieces.map(({ start, end }) => document.text.slice(start, end))
        )
      )
    )
    assert.deepEqual(
      [...files.values()].slice(0, -1),
      documents.map(({ text }) => text)
    )
  })

  it('are valid, whatever is in them', async () => {
    const documents = [plainDocument(), ...tortureDocuments()]
    const projects = [
      await unzipped(documents, { memos }),
      await unzipped([]),
      await unzipped([plainDocument()], { codes: [], title: '<&"\u0000' })
    ].map(({ qde }) => qde)
    assert.deepEqual(await schemaErrors('Project-mrt2019.xsd', projects), [])
    const { qde } = await unzipped(documents)
    assert.ok((await schemaErrors('Project-mrt2019.xsd', qde.replace('isCodable="true"', ''))).length > 0)
  })

  it('are valid for any document', async () => {
    const samples = fc.sample(arbitraryDocument(), 30)
    const projects = await Promise.all(samples.map(async (document) => (await unzipped([document], { memos })).qde))
    assert.deepEqual(await schemaErrors('Project-mrt2019.xsd', projects), [])
  })

  it('have no coding without its code, also of a code that the codebook lacks', async () => {
    const { files, qde } = await unzipped([plainDocument()], { codes: [] })
    assert.deepEqual(await schemaErrors('Project-mrt2019.xsd', qde), [])
    const codes = new Set([...qde.matchAll(/<Code guid="([^"]+)"/g)].map(([, guid]) => guid))
    for (const [, guid] of qde.matchAll(/<CodeRef targetGUID="([^"]+)"/g)) assert.ok(codes.has(guid), guid)
    assert.ok(selections(files).includes('urn:code:fear: drown us'), selections(files).join('\n'))
  })

  it('have the same bytes for the same export', async () => {
    const [a, b] = [await unzipped(tortureDocuments()), await unzipped(tortureDocuments())]
    assert.deepEqual(a.bytes, b.bytes)
  })

  it('say what they lose', async () => {
    const input = inputOf([plainDocument()], { memos })
    await written(refiQda, input)
    assert.deepEqual(input.losses(), { discontinuous: 1, character: 2 })
  })

  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const { documents, problems } = await roundTrip(refiQda, [document], { memos })
        assert.deepEqual([problems, documents.length], [[], 1])
        assert.equal(documents[0]!.text, document.text)
        assert.deepEqual(comparable(documents[0]!.flat), comparable(inReadOrder(held(flatten(document, testCodes)))))
      }),
      { numRuns: 150 }
    )
  })

  it('give their codebook, without what is ours', async () => {
    const { codes } = await roundTrip(refiQda, [plainDocument()])
    assert.deepEqual(codes, [
      { id: `urn:uuid:${guidOfId('urn:code:fear')}`, name: 'Fear', color: '#c02040', description: 'Words of fear' },
      {
        id: `urn:uuid:${guidOfId('urn:code:emoji')}`,
        name: 'Emoji \u{1F600}',
        color: '#2040c0',
        parent: `urn:uuid:${guidOfId('urn:code:fear')}`
      },
      { id: `urn:uuid:${guidOfId('urn:code:hostile')}`, name: '=cmd ]]> "x" </b>', color: '#20c040' }
    ])
  })
})

/** A project as other programs write it. */
function foreign(
  selection: string,
  text: string | Uint8Array,
  attributes = 'plainTextPath="internal://T.txt"',
  more = ''
) {
  const qde = `\uFEFF<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p">
    <Users><User guid="{AAAAAAAA-0000-0000-0000-000000000001}" name="Dee"/></Users>
    <CodeBook><Codes><Code guid="{AAAAAAAA-0000-0000-0000-00000000000C}" name="Hope" isCodable="true" color="#0AF"/></Codes></CodeBook>
    <Sources><TextSource guid="AAAAAAAA-0000-0000-0000-000000000002" name="a" ${attributes}>${more}${selection}</TextSource></Sources>
    <Notes><Note guid="AAAAAAAA-0000-0000-0000-00000000000A"><PlainTextContent>Why?</PlainTextContent></Note></Notes></Project>`
  const bytes = typeof text === 'string' ? strToU8(text) : text
  return { path: 'p.qdpx', bytes: zipSync({ 'Project.qde': strToU8(qde), 'Sources/t.TXT': bytes }) }
}
const coded = (start: number, end: number, name = '') =>
  `<PlainTextSelection guid="AAAAAAAA-0000-0000-0000-${String(start).padStart(12, '0')}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="AAAAAAAA-0000-0000-0000-000000000001" creationDateTime="2025-01-01T00:00:00Z"><Coding guid="BBBBBBBB-0000-0000-0000-${String(start).padStart(12, '0')}"><CodeRef targetGUID="aaaaaaaa-0000-0000-0000-00000000000c"/></Coding></PlainTextSelection>`

async function readLines(...files: Parameters<NonNullable<typeof refiQda.read>>[0][number][]) {
  const { documents, problems } = await refiQda.read!(files)
  return [
    ...documents.flatMap(({ text, flat }) =>
      (flat?.spans ?? []).map(({ label, pieces, note, features }) => {
        const words = pieces.map(({ start, end }) => text!.slice(start, end)).join('|')
        return `${label}: ${words}${note === undefined ? '' : ` (${note})`}${features['annotator'] ? ` by ${features['annotator']}` : ''}`
      })
    ),
    ...problems.map(({ message, count }) => `! ${message}${count ? ` (${count})` : ''}`)
  ]
}

describe('REFI-QDA projects of other programs', () => {
  it('count code points, as the specification says', async () => {
    assert.deepEqual(await readLines(foreign(coded(2, 7), '\u{1F600} Obama left')), ['Hope: Obama by Dee'])
  })

  it('may count UTF-16 units: the words tell', async () => {
    const text = '\u{1F600}\u{1F600} Obama left.'
    assert.deepEqual(await readLines(foreign(coded(5, 10), text)), ['Hope: Obama by Dee'])
    assert.deepEqual(await readLines(foreign(coded(5, 10, 'Obama'), text)), ['Hope: Obama by Dee'])
    assert.deepEqual(await readLines(foreign(coded(5, 10, 'ama l'), text)), ['Hope: ama l by Dee'])
  })

  it('may count a byte order mark, or line ends as one or two', async () => {
    assert.deepEqual(await readLines(foreign(coded(1, 6), '\uFEFFObama left')), ['Hope: Obama by Dee'])
    assert.deepEqual(await readLines(foreign(coded(0, 5), '\uFEFFObama left')), ['Hope: Obama by Dee'])
    for (const start of [2, 3]) {
      assert.deepEqual(await readLines(foreign(coded(start, start + 5), 'A\r\nObama left')), ['Hope: Obama by Dee'])
      assert.deepEqual(await readLines(foreign(coded(start, start + 5), 'A\nObama left')), ['Hope: Obama by Dee'])
    }
  })

  it('may have their text in the project', async () => {
    const inline = '<PlainTextContent>A &amp; B</PlainTextContent>'
    assert.deepEqual(await readLines(foreign(coded(4, 5), '', '', inline)), ['Hope: B by Dee'])
  })

  it('have memos at a selection and at a text', async () => {
    const note = '<NoteRef targetGUID="{aaaaaaaa-0000-0000-0000-00000000000a}"/>'
    const noted = coded(0, 5).replace('</PlainTextSelection>', `${note}</PlainTextSelection>`)
    assert.deepEqual(await readLines(foreign(`${noted}${note}`, 'Obama left')), [
      'Hope: Obama by Dee',
      'Memo: Obama (Why?)',
      'Memo:  (Why?)'
    ])
  })

  it('tell what cannot be read of them', async () => {
    const text = 'Obama left'
    const unknown = coded(0, 5).replace('000c"', '000d"')
    assert.deepEqual(await readLines(foreign(`${coded(1, 99)}${coded(3, 3)}${unknown}${unknown}`, text)), [
      '! Selections have the id of another one',
      '! Selections are outside of their text (2)',
      '! Codings have a code that is not in the codebook',
      '! Selections have neither a code nor a memo'
    ])
    assert.deepEqual(await readLines(foreign('', text, 'plainTextPath="internal://other.txt"')), [
      '! The text of a source is missing'
    ])
    assert.deepEqual(await readLines({ path: 'p.qdpx', bytes: zipSync({ 'a.txt': strToU8('a') }) }), [
      '! There is no project (.qde) in it'
    ])
    assert.deepEqual(await readLines({ path: 'p.qde', bytes: strToU8('<CodeBook/>') }), [
      '! It is no project of REFI-QDA'
    ])
  })

  it('tell of codes that have the name of another one beside them, also where those above become one', async () => {
    const code = (number: number, name: string, below = '') =>
      `<Code guid="AAAAAAAA-0000-0000-0000-0000000000${number}" name="${name}" isCodable="true">${below}</Code>`
    const codes = [code(10, 'Fear', code(11, 'Loss')), code(12, 'fear ', code(13, 'Loss')), code(14, 'Loss')]
    const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>${codes.join('')}</Codes></CodeBook></Project>`
    assert.deepEqual(await readLines({ path: 'p.qde', bytes: strToU8(qde) }), [
      '! Codes have the name of another one in the same place, and become one with it (2)'
    ])
  })

  it('do no harm', async () => {
    const evil = '<!DOCTYPE Project [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project>&b;</Project>'
    assert.deepEqual(await readLines({ path: 'p.qde', bytes: strToU8(evil) }), [
      '! It has a document type, which is not read'
    ])
    const slip = {
      path: 'p.qdpx',
      bytes: zipSync({ 'project.qde': strToU8('<Project/>'), '../../evil.txt': strToU8('x') })
    }
    assert.deepEqual(await readLines(slip), ['! A file in it has a path that is not allowed: ../../evil.txt'])
  })

  it('have links in circles', async () => {
    const links = [
      ['0', '6'],
      ['6', '0']
    ].map(
      ([from, to]) =>
        `<Link guid="CCCCCCCC-0000-0000-0000-00000000000${from}" name="continues" originGUID="AAAAAAAA-0000-0000-0000-00000000000${from}" targetGUID="AAAAAAAA-0000-0000-0000-00000000000${to}"/>`
    )
    const file = foreign(`${coded(0, 5)}${coded(6, 10)}`, 'Obama left')
    const entries = unzipSync(file.bytes)
    const qde = new TextDecoder()
      .decode(entries['Project.qde'])
      .replace('</Project>', `<Links>${links.join('')}</Links></Project>`)
    const bytes = zipSync({ ...entries, 'Project.qde': strToU8(qde) })
    assert.deepEqual(await readLines({ path: 'p.qdpx', bytes }), ['Hope: Obama|left by Dee'])
  })
})

describe('GUIDs', () => {
  it('are those of SHA-1, the same for the same parts', () => {
    assert.equal(sha1(strToU8('abc')), 'a9993e364706816aba3e25717850c26c9cd0d89d')
    assert.equal(sha1(strToU8('')), 'da39a3ee5e6b4b0d3255bfef95601890afd80709')
    assert.equal(sha1(strToU8('a'.repeat(1000))), '291e9a6c66994949b57ba5e650361e98fc36b1ba')
    assert.match(guidOf('a', 1), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.notEqual(guidOf('a', 'b'), guidOf('a\nb'))
    assert.equal(guidOfId('urn:uuid:0000000A-0000-4000-8000-000000000001'), '0000000a-0000-4000-8000-000000000001')
  })
})
