import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uimaXmi } from '../../src/exchange/formats/cas'
import { flatten } from '../../src/exchange/flat/flatten'
import { withoutForbidden } from '../../src/exchange/xml'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, testCodes, written } from '../unit/exchange/inputs'

const jar = '/usr/share/java/uimaj-core.jar'

suite('Apache UIMA (Java)', () => {
  let folder: string
  setup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'uima-'))
  })
  teardown(() => rmSync(folder, { recursive: true }))

  test('reads every XMI with its type system, and each annotation covers our words', async () => {
    const documents = [plainDocument(), ...tortureDocuments()]
    const files = await written(uimaXmi, inputOf(documents))
    const paths = files.map((file) => path.join(folder, file.path))
    for (const [index, file] of files.entries()) {
      mkdirSync(path.dirname(paths[index]!), { recursive: true })
      writeFileSync(paths[index]!, file.bytes)
    }
    const program = path.join(import.meta.dirname, 'ReadXmi.java')
    const output = execFileSync('java', ['-cp', jar, program, paths.at(-1)!, ...paths.slice(0, -1)], {
      encoding: 'utf8'
    })
    const read = output.split(/^text /m).slice(1)
    assert.equal(read.length, documents.length)
    for (const [index, document] of documents.entries()) {
      const [text, ...lines] = read[index]!.trimEnd().split('\n')
      assert.equal(decoded(text!), withoutForbidden(document.text))
      const { spans, relations } = flatten(document, testCodes)
      const all = { start: 0, end: document.text.length }
      const expected = spans.flatMap(({ label, pieces, note }) =>
        (pieces.length === 0 ? [all] : pieces).map(({ start, end }, piece) =>
          [
            pieces.length === 0 ? '' : label,
            document.text.slice(start, end),
            (piece === 0 ? note : undefined) ?? ''
          ].join(' | ')
        )
      )
      const found = lines.map((line) => line.split(' '))
      const annotations = found.filter(([type]) => /NamedEntity|custom\.Span|DocumentMemo/.test(type!))
      assert.deepEqual(
        annotations
          .map(([, , , words, label, note]) => [label, words, note].map((each) => decoded(each!)).join(' | '))
          .sort(),
        expected.sort()
      )
      const first = new Map(spans.map(({ id, pieces }) => [id, `${pieces[0]?.start}-${pieces[0]?.end}`]))
      assert.deepEqual(
        found
          .filter(([type]) => /Relation|Speaker/.test(type!))
          .map((fields) => `${decoded(fields[4]!)} ${fields[6]} ${fields[7]}`)
          .sort(),
        relations.map(({ label, from, to }) => `${label} ${first.get(from)} ${first.get(to)}`).sort()
      )
      const count = (name: string) => found.filter(([type]) => type!.endsWith(name)).length
      assert.equal(count('.Token'), document.tokens.length)
      assert.equal(count('.Sentence'), document.sentences.length)
    }
  })
})

function decoded(field: string): string {
  return field === '-' ? '' : Buffer.from(field.slice(1), 'base64').toString('utf16le')
}
