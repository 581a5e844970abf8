import assert from 'node:assert/strict'
import fc from 'fast-check'
import { uimaJson, uimaXmi } from '../../../../src/exchange/formats/cas'
import { withoutForbidden } from '../../../../src/exchange/xml'
import { arbitraryDocument } from '../arbitraryDocuments'
import { plainDocument, tortureDocuments } from '../documents'
import { comparable } from '../flats'
import { inputOf, written, writtenText } from '../inputs'
import { bothFlats, roundTrip } from '../roundTrip'

interface Structure {
  readonly '%ID': number
  readonly '%TYPE': string
  readonly begin: number
  readonly end: number
  readonly sofaString?: string
  readonly label?: string
  readonly value?: string
  readonly [feature: string]: unknown
}

interface Cas {
  readonly '%TYPES': Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly '%FEATURE_STRUCTURES': readonly Structure[]
  readonly '%VIEWS': Readonly<Record<string, { readonly '%SOFA': number; readonly '%MEMBERS': readonly number[] }>>
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('UIMA CAS', () => {
  it('has for each span the layer that INCEpTION shows', async () => {
    const cas = await casJson()
    const [{ sofaString }, ...structures] = cas['%FEATURE_STRUCTURES'] as readonly [Structure, ...Structure[]]
    assert.equal(sofaString, plainDocument().text)
    const lines = structures
      .filter((each) => /NamedEntity|custom|articleannotator/.test(each['%TYPE']))
      .map((each) => {
        const type = each['%TYPE'].replace(/.*\./, '')
        return `${type} ${each.label ?? each.value ?? ''}: ${sofaString.slice(each.begin, each.end).slice(0, 24)}`
      })
    assert.deepEqual(lines, [
      'NamedEntity Place: LIRA',
      'NamedEntity Person: Mara Lind',
      'NamedEntity Person: Oren Vail',
      'NamedEntity Person: he',
      'NamedEntity Person: Lind',
      'Span Quote: "The dam will drown us,"',
      'Span Cue: said',
      'Span Source: Mara Lind, a farmer',
      'Span Quote: the plan,',
      'Span Quote: was sound',
      'Span Cue: said on Monday',
      'Span Source: Prime Minister Oren Vail',
      'Span Quote: "We will build it,"',
      'Span Fear: drown us',
      'Span Memo: wept',
      'DocumentMemo : Dam plan divides valley\n',
      'Relation cue: said',
      'Relation source: Mara Lind, a farmer',
      'Speaker speaker: Mara Lind',
      'Relation cue: said on Monday',
      'Relation source: Prime Minister Oren Vail',
      'Speaker speaker: Oren Vail',
      'Speaker speaker: he',
      'Relation sameSpeaker: "We will build it,"'
    ])
  })

  // The rules of SPECIFICATION.adoc of apache/uima-uimaj-io-jsoncas, and what dkpro-cassis needs.
  it('keeps the rules of JSON CAS 0.4.0', async () => {
    for (const document of tortureDocuments()) {
      const cas = JSON.parse(await writtenText(uimaJson, inputOf([document]))) as Cas
      assert.deepEqual(Object.keys(cas), ['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'])
      const declared = new Set(['uima.tcas.Annotation', 'uima.tcas.DocumentAnnotation', 'uima.cas.String'])
      const featuresOf = new Map<string, readonly string[]>()
      for (const [name, { '%NAME': own, '%SUPER_TYPE': superType, ...features }] of Object.entries(cas['%TYPES'])) {
        assert.equal(own, name)
        assert.ok(declared.has(String(superType)), String(superType))
        declared.add(name)
        for (const { '%RANGE': range } of Object.values(features) as { '%RANGE': string }[])
          assert.ok(declared.has(range), range)
        featuresOf.set(name, Object.keys(features))
      }
      const [sofa, ...structures] = cas['%FEATURE_STRUCTURES']
      assert.equal(sofa!['%TYPE'], 'uima.cas.Sofa')
      const ids = cas['%FEATURE_STRUCTURES'].map((each) => each['%ID'])
      assert.equal(new Set(ids).size, ids.length)
      for (const structure of structures) {
        assert.deepEqual(Object.keys(structure).slice(0, 2), ['%ID', '%TYPE'])
        const known = [...featuresOf.get(structure['%TYPE'])!, 'sofa', 'begin', 'end', 'language']
        for (const [key, value] of Object.entries(structure).filter(([key]) => !key.startsWith('%'))) {
          assert.ok(known.includes(key.replace('@', '')), key)
          if (key.startsWith('@')) assert.ok(ids.includes(value as number))
        }
        assert.ok(0 <= structure.begin && structure.begin <= structure.end && structure.end <= document.text.length)
      }
      assert.deepEqual(cas['%VIEWS'], { _InitialView: { '%SOFA': 1, '%MEMBERS': ids.slice(1) } })
    }
  })

  it('brings its type system with XMI', async () => {
    const types = await writtenText(uimaXmi, inputOf([plainDocument()]), 'TypeSystem.xml')
    for (const name of Object.keys((await casJson())['%TYPES'])) assert.ok(types.includes(`<name>${name}</name>`), name)
  })

  it('says what it could not hold', async () => {
    const control = { ...plainDocument(), text: plainDocument().text.replace('valley', 'va\u0001\u0002ey') }
    const expected = {
      uimaJson: { discontinuous: 1, codebook: 3 },
      uimaXmi: { discontinuous: 1, character: 2, codebook: 3 }
    }
    for (const [format, losses] of [
      [uimaJson, expected.uimaJson],
      [uimaXmi, expected.uimaXmi]
    ] as const) {
      const input = inputOf([control])
      await written(format, input)
      assert.deepEqual(input.losses(), losses)
    }
  })

  it('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const { before, after, text } = await bothFlats(uimaJson, document)
        assert.equal(text, document.text)
        assert.deepEqual(comparable(after), comparable(before))
      }),
      { numRuns: 150 }
    )
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const { before, after, text } = await bothFlats(uimaXmi, document)
        assert.equal(text, withoutForbidden(document.text))
        const notes = before.spans.map((span) =>
          span.note === undefined ? span : { ...span, note: withoutForbidden(span.note) }
        )
        assert.deepEqual(comparable(after), comparable({ ...before, spans: notes }))
      }),
      { numRuns: 150 }
    )
  })

  it('gives back all documents with their names and codes', async () => {
    for (const format of [uimaJson, uimaXmi]) {
      const { documents, codes, problems } = await roundTrip(format, tortureDocuments())
      assert.deepEqual(problems, [])
      assert.deepEqual(
        documents.map(({ name }) => name),
        ['torture/emoji \u{1F600}.txt', '=cmd__x_.txt', 'overlaps.txt', 'empty.txt', 'nothing found.txt']
      )
      assert.deepEqual(
        codes.map(({ name }) => name),
        ['Emoji \u{1F600}', 'Fear', '=cmd ]]> "x" </b>']
      )
    }
  })

  it('reads what INCEpTION writes: other layers are codes, grammar is left out', async () => {
    const json = {
      '%TYPES': {},
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 2, sofaID: 'other', sofaString: 'Other text' },
        { '%ID': 2, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: 'Ann said no.' },
        {
          '%ID': 3,
          '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token',
          '@sofa': 2,
          begin: 0,
          end: 3
        },
        {
          '%ID': 4,
          '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
          '@sofa': 2,
          begin: 0,
          end: 3,
          value: 'PER',
          identifier: 'http://www.wikidata.org/entity/Q1'
        },
        { '%ID': 5, '%TYPE': 'webanno.custom.Quotation', '@sofa': 2, begin: 9, end: 11 },
        { '%ID': 6, '%TYPE': 'custom.Span', '@sofa': 2, begin: 4, end: 8, label: 'Cue' },
        { '%ID': 7, '%TYPE': 'webanno.custom.Frame', '@sofa': 2, begin: 4, end: 8, label: 'negation' },
        {
          '%ID': 8,
          '%TYPE': 'webanno.custom.Link',
          '@sofa': 2,
          begin: 4,
          end: 8,
          '@Governor': 5,
          '@Dependent': 6,
          label: 'cue'
        },
        {
          '%ID': 9,
          '%TYPE': 'webanno.custom.Link',
          '@sofa': 2,
          begin: 4,
          end: 8,
          '@Governor': 5,
          '@Dependent': 6,
          label: 'next'
        },
        { '%ID': 10, '%TYPE': 'custom.Span', '@sofa': 2, begin: 4, end: 80, label: 'Cue' },
        { '%ID': 11, '%TYPE': 'custom.Span', '@sofa': 1, begin: 0, end: 3, label: 'Cue' }
      ],
      '%VIEWS': {}
    }
    const { documents, codes, problems } = await uimaJson.read!([
      { path: 'a.txt/klie.json', bytes: bytes(JSON.stringify(json)) },
      { path: 'exportedproject.json', bytes: bytes('{"name":"x"}') }
    ])
    assert.deepEqual(
      documents.map(({ name, text, flat }) => ({
        name,
        spans: flat!.spans.map(({ layer, label, pieces: [piece], features }) =>
          [layer, label, text!.slice(piece!.start, piece!.end), JSON.stringify(features)].join(' ')
        ),
        relations: flat!.relations
      })),
      [
        {
          name: 'a.txt/klie',
          spans: [
            'mention Person Ann {"identity":"http://www.wikidata.org/entity/Q1"}',
            'quote Quote no {}',
            'cue Cue said {}',
            'code negation said {}'
          ],
          relations: [{ id: '8', label: 'cue', from: '5', to: '6' }]
        }
      ]
    )
    assert.deepEqual(codes, [{ id: 'negation', name: 'negation' }])
    assert.deepEqual(
      problems.map(({ file, message, count }) => `${file}: ${message} ${count ?? ''}`),
      [
        'a.txt/klie.json: Annotations are not inside of the text 1',
        'a.txt/klie.json: Relations of other kinds are left out 1',
        'a.txt/klie.json: Annotations of other views of the text are left out 1',
        'exportedproject.json: It is no UIMA CAS in JSON '
      ]
    )
  })

  it('refuses what is hostile or damaged, and never throws', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&a;</xmi:XMI>'
    for (const text of [
      '',
      '<a',
      '<a/>',
      doctype,
      '{}',
      '[]',
      'null',
      '{"%FEATURE_STRUCTURES":[null,1,{"__proto__":1}]}'
    ]) {
      for (const { read } of [uimaJson, uimaXmi]) {
        const { documents, problems } = await read!([
          { path: 'x.json', bytes: bytes(text) },
          { path: 'x.xmi', bytes: bytes(text) }
        ])
        assert.deepEqual(documents, [])
        assert.ok(problems.length > 0, text)
      }
    }
    const cas = await casJson()
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        fc.constantFrom('begin', 'end', '@sofa', '%TYPE', 'label', '@continues'),
        async (value, key) => {
          const structures = cas['%FEATURE_STRUCTURES'].map((each) => ({ ...each, [key]: value }))
          await uimaJson.read!([{ path: 'x.json', bytes: bytes(json({ ...cas, '%FEATURE_STRUCTURES': structures })) }])
        }
      )
    )
  })

  it('makes no code of an annotation whose label is null, and tells of it', async () => {
    const place = { '%TYPE': 'custom.Span', '@sofa': 1, begin: 0, end: 4 }
    const cas = {
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'Mara said no.' },
        { '%ID': 2, ...place, label: null },
        { '%ID': 3, ...place, '%TYPE': 'webanno.custom.Mood', value: null },
        { '%ID': 4, ...place, label: 'Fear' }
      ]
    }
    const bytes = new TextEncoder().encode(JSON.stringify(cas))
    const { codes, problems } = await uimaJson.read!([{ path: 'a.json', bytes }])
    assert.deepEqual(
      codes.map(({ name }) => name),
      ['Fear']
    )
    assert.deepEqual(problems, [{ file: 'a.json', message: 'Annotations have no label', count: 2 }])
  })
})

async function casJson(): Promise<Cas> {
  return JSON.parse(await writtenText(uimaJson, inputOf([plainDocument()]), 'dam.json')) as Cas
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each))
}
