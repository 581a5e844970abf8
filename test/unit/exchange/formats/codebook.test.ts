import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { cleanCodeName, type Code } from '../../../../src/annotations'
import { codebookCsv, qdc } from '../../../../src/exchange/formats/codebook'
import type { ReadCode } from '../../../../src/exchange/importing/readDocument'
import { withoutForbidden } from '../../../../src/exchange/xml'
import { inputOf, testCodes, written, writtenText } from '../inputs'
import { schemaErrors } from '../schemas'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = async (format: typeof qdc, text: string) => format.read!([{ path: 'codes', bytes: bytesOf(text) }])
const made = { creator: 'Ana', created: '2026-11-19T08:00:00.000Z' }

/** Each code as the names down to it, with what else is known. */
function lines(codes: readonly ReadCode[]): readonly string[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const path = (code: ReadCode): string =>
    code.parent === undefined ? code.name : `${path(byId.get(code.parent)!)} > ${code.name}`
  return codes.map((code) => [path(code), code.color, code.description].filter(Boolean).join(' | '))
}

const expected = ['Fear | #c02040 | Words of fear', 'Fear > Emoji \u{1F600} | #2040c0', '=cmd ]]> "x" </b> | #20c040']

/** Codes below each other, of any names that a codebook takes, but with an apostrophe before a formula; a code's parent is one before it. */
const arbitraryCodes = fc
  .array(
    fc.record({
      name: fc.oneof(
        fc.constantFrom('a', 'B;"b"', '=1', '-', '\u{1F600}'),
        fc.string({ unit: 'grapheme', minLength: 1 })
      ),
      color: fc.constantFrom('#012345', '#abcdef'),
      description: fc.option(fc.constantFrom('text', 'two\nlines, "x"', '@sum'), { nil: undefined }),
      above: fc.option(fc.nat(), { nil: undefined })
    }),
    { maxLength: 8 }
  )
  .map((all) =>
    all.map(({ name, description, above, color }, index): Code => ({
      id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      name: `${cleanCodeName(name) || 'n'} ${index}`,
      color,
      order: index,
      ...made,
      ...(description !== undefined && { description }),
      ...(above !== undefined &&
        index > 0 && { parent: `urn:uuid:00000000-0000-4000-8000-${String(above % index).padStart(12, '0')}` })
    }))
  )

function asRead(codes: readonly Code[]): readonly string[] {
  return [
    ...lines(
      codes.map(({ id, name, color, description, parent }) => ({
        id,
        name,
        color,
        ...(description !== undefined && { description }),
        ...(parent !== undefined && { parent })
      }))
    )
  ].sort()
}

describe('codebooks', () => {
  for (const format of [qdc, codebookCsv])
    it(`come back from ${format.label} as they were written`, async () => {
      assert.deepEqual(lines((await format.read!(await written(format, inputOf([])))).codes), expected)
      await fc.assert(
        fc.asyncProperty(arbitraryCodes, async (codes) => {
          const { codes: after, problems } = await format.read!(await written(format, inputOf([], { codes })))
          assert.deepEqual([[...lines(after)].sort(), problems], [asRead(codes).map(withoutForbidden), []])
        })
      )
    })

  it('keep the ids of codes in .qdc', async () => {
    const codes = [{ ...testCodes[0]!, id: 'urn:uuid:0000000a-0000-4000-8000-000000000001' }]
    const { codes: after } = await qdc.read!(await written(qdc, inputOf([], { codes })))
    assert.equal(after[0]!.id, codes[0]!.id)
  })

  it('are valid by the schema, also with no code', async () => {
    const texts = [
      await writtenText(qdc, inputOf([])),
      await writtenText(qdc, inputOf([], { codes: [] })),
      ...(await Promise.all(fc.sample(arbitraryCodes, 20).map((codes) => writtenText(qdc, inputOf([], { codes })))))
    ]
    assert.deepEqual(await schemaErrors('Codebook.repaired.xsd', texts), [])
    assert.ok((await schemaErrors('Codebook.repaired.xsd', texts[0]!.replace('guid=', 'id='))).length > 0)
    assert.deepEqual(await read(qdc, texts[1]!), { documents: [], codes: [], problems: [] })
  })

  it('go through another reader of CSV', async () => {
    const rows: string[][] = parse(await writtenText(codebookCsv, inputOf([])))
    assert.deepEqual(rows, [
      ['name', 'parent', 'color', 'description'],
      ['Fear', '', '#c02040', 'Words of fear'],
      ['Emoji \u{1F600}', 'Fear', '#2040c0', ''],
      ['\'=cmd ]]> "x" </b>', '', '#20c040', '']
    ])
  })

  it('are read as people make them', async () => {
    const table = 'Code;Colour;Parent\nTaxes;#F00;Economy\nEconomy;;\n;;\nVAT;"";Economy > Taxes\nWar;red;Politics\n'
    const { codes, problems } = await read(codebookCsv, table)
    assert.deepEqual(lines(codes), [
      'Economy > Taxes | #ff0000',
      'Economy',
      'Economy > Taxes > VAT',
      'Politics > War',
      'Politics'
    ])
    assert.deepEqual(problems, [])
  })

  it('tell what is wrong with them', async () => {
    const messages = async (format: typeof qdc, text: string) =>
      (await read(format, text)).problems.map(({ message, count }) => `${message}${count ? ` (${count})` : ''}`)
    assert.deepEqual(await messages(codebookCsv, 'a,b\nc,d'), ['Its first line has no column "name"'])
    assert.deepEqual(await messages(codebookCsv, 'name,color\n,#fff\n,\n x,'), ['Codes have no name (1)'])
    assert.deepEqual(await messages(qdc, '<Project/>'), ['It is no codebook of REFI-QDA'])
    assert.deepEqual(await messages(qdc, '<!DOCTYPE a><CodeBook/>'), ['It has a document type, which is not read'])
    assert.deepEqual(await messages(qdc, '<CodeBook><Codes><Code guid="x" name=" "/></Codes></CodeBook>'), [
      'Codes have no name (1)'
    ])
  })

  it('say that memos about codes are lost', async () => {
    const memos = [
      { id: 'urn:m', about: 'urn:code:fear', text: 'x', ...made },
      { id: 'urn:n', about: '', text: 'y', ...made }
    ]
    for (const format of [qdc, codebookCsv]) {
      const input = inputOf([], { memos })
      await written(format, input)
      assert.deepEqual(input.losses(), { 'project-memo': 1 })
    }
  })

  it('tells of codes that have the name of another one beside them', async () => {
    const code = (number: number) =>
      `<Code guid="00000000-0000-4000-8000-00000000000${number}" name="Fear" isCodable="true"/>`
    const text = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code(1)}${code(2)}</Codes></CodeBook>`
    const { codes, problems } = await qdc.read!([{ path: 'a.qdc', bytes: new TextEncoder().encode(text) }])
    assert.deepEqual(
      codes.map(({ name }) => name),
      ['Fear', 'Fear']
    )
    assert.deepEqual(problems, [
      {
        file: 'a.qdc',
        message: 'Codes have the name of another one in the same place, and become one with it',
        count: 1
      }
    ])
    const table = await codebookCsv.read!([
      { path: 'a.csv', bytes: new TextEncoder().encode('name,parent\nFear,\nfear,\nFear,Hope\n') }
    ])
    assert.deepEqual(
      table.problems.map(({ message, count }) => [message, count]),
      [['Codes have the name of another one in the same place, and become one with it', 1]]
    )
  })
})
