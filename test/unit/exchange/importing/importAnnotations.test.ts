import { deepEqual, ok, strictEqual } from 'node:assert/strict'
import type { Decision } from '../../../../src/annotations'
import { emptyProject } from '../../../../src/annotations'
import { flatten } from '../../../../src/exchange/flat/flatten'
import { importAnnotations, type ImportResult } from '../../../../src/exchange/importing/importAnnotations'
import type { ImportArticle } from '../../../../src/exchange/importing/matchArticle'
import type { ReadDocument, ReadResult } from '../../../../src/exchange/importing/readDocument'
import type { AnnotationDocument } from '../../../../src/exchange/document'
import { documentOf, plainDocument } from '../documents'
import { testCodes } from '../inputs'
import { processorTime } from '../../../processorTime.js'

const options = {
  annotator: 'Cleo',
  now: '2026-11-27T09:00:00.000Z',
  project: { ...emptyProject, codes: testCodes },
  folder: 'file:///articles'
}

describe('importing annotations', () => {
  it('makes decisions of what a person decided, and says what nobody has', async () => {
    const result = await imported([readAs(plainDocument())], { 'dam.txt': plainDocument().text })
    shows(
      result,
      [
        'dam.txt',
        '  place: nowhere',
        '  mention "Oren Vail": person https://www.wikidata.org/entity/Q42',
        '  quote ""We will build it,"": speech direct, cue -, source -',
        '  speaker ""We will build it,"": Oren Vail',
        '  code "drown us": Fear (strong word)',
        '  memo "wept": Is this a quote? No.',
        '  memo "": About the whole article',
        'not taken: 6 suggestions of the engine, which nobody has decided'
      ].filter((line) => line !== '  place: nowhere')
    )
  })

  it('finds the words in an article with other line ends and blank lines', async () => {
    const document = taken(plainDocument())
    const text = document.text.replaceAll('\n\n', '\r\n\r\n\r\n')
    const result = await imported([readAs(document)], { 'dam.txt': text })
    for (const { after } of result.articles[0]!.edits)
      for (const { start, end, exact } of after!.target) strictEqual(text.slice(start, end), exact)
    strictEqual(result.articles[0]!.waiting, 0)
  })

  it('seeks the words in an article that has been edited since, and lets those wait that are not there', async () => {
    const document = taken(plainDocument())
    const text = `A new beginning.\n\n${document.text.replace('Lind wept.', 'She left.')}`
    const { articles } = await imported([readAs(document)], { 'dam.txt': text })
    const [{ placed, waiting }] = articles as [(typeof articles)[0]]
    // The mention "Lind" and the memo on "wept" have lost their words.
    strictEqual(`${placed} placed, ${waiting} waiting`, '12 placed, 2 waiting')
  })

  it('takes nothing into an article that only has the name', async () => {
    const result = await imported([readAs(taken(plainDocument()))], { 'dam.txt': 'Rain fell in the valley.' })
    shows(result, ['not taken: 14 the article of this name has other words'])
  })

  it('finds an article of another name by its text, and names those that it cannot tell apart', async () => {
    const document = readAs(taken(plainDocument()))
    const { text } = plainDocument()
    const found = await imported([document], { 'b/renamed.txt': text, 'other.txt': 'Rain.' })
    strictEqual(found.articles[0]!.article.path, 'b/renamed.txt')
    const twins = await imported([{ ...document, name: 'x' }], { 'a.txt': text, 'b.txt': text })
    shows(twins, ['not taken: 14 several articles have this text or name'])
  })

  it('says of cues and sources without a quote that they are not taken', async () => {
    const document = documentOf({ text: 'He said so.' })
    const span = { id: '1', layer: 'cue' as const, label: 'Cue', pieces: [{ start: 3, end: 7 }], features: {} }
    const result = await imported([{ ...readAs(document), flat: { spans: [span], relations: [] } }], {
      'article.txt': document.text
    })
    shows(result, ['not taken: 1 part without a quote'])
  })

  it('imports the same file twice without doing it twice', async () => {
    const document = readAs(taken(plainDocument()))
    const { text } = plainDocument()
    const first = await imported([document], { 'dam.txt': text })
    const layer = first.articles[0]!.edits.flatMap(({ after }) => after ?? [])
    const again = await importAnnotations(
      { documents: [document], codes: [], problems: [] },
      [article('dam.txt', text, layer)],
      options
    )
    const [{ known, edits }] = again.articles as [(typeof again.articles)[0]]
    strictEqual(`${known} known, ${edits.length} edits`, `${layer.length} known, 0 edits`)
  })

  it('makes the codes that the codebook has not, below their parents and with their colours', async () => {
    const document = documentOf({ text: 'Fear rose.', codings: [{ words: 'Fear', code: '7' }] })
    const flat = flatten(document, [])
    const codes = [
      { id: '1', name: 'Moods', color: '#AA0000' },
      { id: '7', name: 'Dread', parent: '1', color: 'red', description: ' what is feared ' },
      { id: '8', name: 'Joy', parent: '8' }
    ]
    const result = await importAnnotations(
      { documents: [{ name: 'article.txt', text: document.text, flat }], codes, problems: [] },
      [article('article.txt', document.text)],
      options
    )
    const made = result.codes.map(({ after }) => after!)
    strictEqual(
      made
        .map(({ name, color, description, parent }) =>
          [name, made.find(({ id }) => id === parent)?.name ?? '-', color.startsWith('#aa'), description ?? '-'].join(
            ' '
          )
        )
        .join('\n'),
      ['Moods - true -', 'Dread Moods true what is feared', 'Joy - false -'].join('\n')
    )
  })
})

describe('importing decisions', () => {
  const text = 'Fear rose. Joy fell.'
  const coded = (id: string, words: string, code: string, start = text.indexOf(words)): Decision => {
    const end = start + words.length
    return { ...signed, id, target: [{ exact: words, prefix: '', suffix: '', start, end }], kind: 'code', code }
  }
  const signed = { creator: 'Ana', created: options.now }
  const fear = 'urn:uuid:00000000-0000-4000-8000-000000000f01'
  const from = async (decisions: readonly Decision[], codes: ReadResult['codes'] = []) =>
    importAnnotations(
      { documents: [{ name: 'a.txt', text: null, decisions }], codes, problems: [] },
      [article('a.txt', text)],
      { ...options, annotator: 'Ana', project: emptyProject }
    )
  const made = ({ articles }: ImportResult) =>
    articles.flatMap(({ edits }) => edits.flatMap(({ after }) => after ?? []))

  it('takes what says that a code does not apply, with the code, in the place of a coding of the same words', async () => {
    const { id, target } = coded('1', 'Fear', 'F')
    const refused: Decision = { ...signed, id, target, kind: 'noCode', code: 'F' }
    const codes = [{ id: 'F', name: 'Fear of it' }]
    const result = await from([refused, coded('2', 'Joy', 'F')], codes)
    const [code] = result.codes
    deepEqual(
      made(result).map((decision) => [decision.kind, 'code' in decision && decision.code === code?.after?.id]),
      [['noCode', true], ['code', true]] // prettier-ignore
    )
    const both = await from([coded('2', 'Fear', 'F'), refused], codes)
    deepEqual(
      made(both).map(({ kind }) => kind),
      ['noCode']
    )
    deepEqual(
      both.problems.map(({ message }) => message),
      ['another decision of the import is about the same words']
    )
  })

  it('keeps those that have lost their words, also where others have the same offsets', async () => {
    const result = await from([coded('1', 'Fear', 'F'), coded('2', 'Hope', 'F', 0), coded('3', 'Rage', 'F', 0)])
    deepEqual(
      made(result).map(({ target }) => target[0]!.exact),
      ['Fear', 'Hope', 'Rage']
    )
    deepEqual(
      result.articles.map(({ placed, waiting }) => [placed, waiting]),
      [[1, 2]]
    )
  })

  it('gives each an id of its own, whatever the file says', async () => {
    const ids = made(await from([coded('1', 'Fear', 'F'), coded('1', 'Joy', 'F')])).map(({ id }) => id)
    deepEqual([ids[0], ids.length, new Set(ids).size], ['1', 2, 2])
  })

  it('tells of those that give way to another one about the same words, and joins memos', async () => {
    const target = coded('', 'Fear', '').target
    const memo = (id: string, creator: string): Decision => ({ ...signed, id, creator, target, kind: 'memo', text: id })
    const said = (id: string, type: 'person' | 'place'): Decision => ({
      ...signed,
      id,
      target,
      kind: 'mention',
      type,
      acting: false
    })
    const result = await from([memo('one', 'Ana'), memo('two', 'Ben'), said('3', 'person'), said('4', 'place')])
    deepEqual(
      made(result).map((each) => (each.kind === 'memo' ? each.text : each.id)),
      ['one\n\ntwo', '4']
    )
    shows({ ...result, articles: [] }, ['not taken: 1 another decision of the import is about the same words'])
  })

  it('knows one that was moved to other words since', async () => {
    const layer = [coded('1', 'Joy', fear)]
    const { articles } = await importAnnotations(
      { documents: [{ name: 'a.txt', text: null, decisions: [coded('1', 'Fear', fear)] }], codes: [], problems: [] },
      [article('a.txt', text, layer)],
      { ...options, annotator: 'Ana', project: emptyProject }
    )
    deepEqual(
      articles.map(({ edits, known }) => [edits.length, known]),
      [[0, 1]]
    )
  })

  it('keeps the ids of codes that are ours, with a codebook and without', async () => {
    for (const codes of [[], [{ id: fear, name: 'Fear' }]]) {
      const result = await from([coded('1', 'Fear', fear)], codes)
      deepEqual(
        result.codes.map(({ after }) => after?.id),
        [fear]
      )
      deepEqual(made(result), [{ ...coded('1', 'Fear', fear), target: made(result)[0]!.target }])
    }
  })

  it('tells of codings without a name', async () => {
    shows({ ...(await from([coded('1', 'Fear', ' ')])), articles: [] }, ['not taken: 1 code without a name'])
  })

  it('makes a codebook of 20,000 codes while one waits', async () => {
    const codes = Array.from({ length: 20_000 }, (_, at) => ({
      id: String(at),
      name: `C${at}`,
      ...(at % 3 > 0 && { parent: String(at - 1) })
    }))
    const before = processorTime()
    strictEqual((await from([], codes)).codes.length, codes.length)
    ok(processorTime() - before < 10_000) // it was minutes
  })

  it('makes each code of a circle once', async () => {
    const circle = [
      ['A', 'B'],
      ['B', 'A'],
      ['C', 'C'],
      ['D', 'A']
    ].map(([name = '', parent]) => ({ id: name, name, parent: parent! }))
    const codes = (await from([], circle)).codes.flatMap(({ after }) => after ?? [])
    const nameOf = (id: string | undefined) => codes.find((code) => code.id === id)?.name ?? '-'
    deepEqual(
      codes.map(({ name, parent }) => `${name} ${nameOf(parent)}`),
      ['A -', 'B -', 'C -', 'D A']
    )
  })
})

/** Everything of it is somebody's decision. */
function taken(document: AnnotationDocument): AnnotationDocument {
  return {
    ...document,
    annotations: document.annotations.map((annotation) => ({ ...annotation, status: 'added', creator: 'Ana' }))
  }
}

function readAs(document: AnnotationDocument): ReadDocument {
  return { name: document.name, text: document.text, flat: flatten(document, testCodes) }
}

function article(path: string, text: string, layer: readonly Decision[] = []): ImportArticle {
  return { id: path, path, text: () => Promise.resolve(text), layer: () => Promise.resolve(layer) }
}

function imported(documents: readonly ReadDocument[], texts: Readonly<Record<string, string>>): Promise<ImportResult> {
  const articles = Object.entries(texts).map(([path, text]) => article(path, text))
  return importAnnotations({ documents, codes: [], problems: [] }, articles, options)
}

function shows(result: ImportResult, lines: readonly string[]): void {
  const shown = [
    ...result.articles.flatMap(({ article: { path }, edits }) => [
      path,
      ...edits.map(({ after }) => `  ${line(after!)}`)
    ]),
    ...result.problems.map(({ message, count }) => `not taken: ${count} ${message}`)
  ]
  strictEqual(shown.join('\n'), lines.join('\n'))
}

function line(decision: Decision): string {
  const words = (anchors: readonly { readonly exact: string }[] | null) =>
    anchors ? anchors.map(({ exact }) => exact).join(' + ') : '-'
  const head = `${decision.kind} "${words(decision.target)}"`
  switch (decision.kind) {
    case 'mention':
      return `${head}: ${decision.type} ${decision.who?.iri ?? ''}`
    case 'quote':
      return `${head}: ${decision.act} ${decision.quoteKind}, cue ${words(decision.cue)}, source ${words(decision.source)}`
    case 'speaker':
      return `${head}: ${decision.who?.name}`
    case 'code':
      return `${head}: ${testCodes.find(({ id }) => id === decision.code)?.name} (${decision.memo})`
    case 'memo':
      return `${head}: ${decision.text.replaceAll('\n', ' ')}`
    case 'noCode':
      return `${head}: ${testCodes.find(({ id }) => id === decision.code)?.name}`
    case 'accept':
    case 'reject':
    case 'identity':
    case 'article':
      return head
  }
}
