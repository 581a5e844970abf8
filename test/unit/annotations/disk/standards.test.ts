import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseW3CTextAnnotation } from '@recogito/text-annotator'
import { Ajv } from 'ajv'
import jsonld from 'jsonld'
import { writeLayer, writeProject } from '../../../../src/annotations'
import { root } from '../../../host/places.mjs'
import { anna, everyKind, project, text } from './decisions'
import { usedTerms, w3cContext } from './w3cContext'

interface Written {
  readonly items: readonly { readonly id: string; readonly target: { selector?: unknown } }[]
}

const layerText = writeLayer({ annotator: anna.creator, decisions: everyKind }, 'news/M\u00FCller: 100 %?.txt', {
  text
})
const layer = JSON.parse(layerText) as Written
const projectText = writeProject(project)
const projectFile = JSON.parse(projectText) as Readonly<Record<'codes' | 'entities' | 'memos', readonly object[]>>

describe('what others read in the files of annotations', () => {
  describe('JSON-LD, in safe mode', () => {
    const documentLoader = (url: string) => {
      assert.equal(url, 'http://www.w3.org/ns/anno.jsonld')
      return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: w3cContext() })
    }
    const options = { safe: true, documentLoader } as jsonld.Options.Expand

    it('has the terms that the standard defines', () => {
      const published = w3cContext()['@context']
      assert.deepEqual(
        Object.fromEntries(Object.entries(published).filter(([name]) => Object.hasOwn(usedTerms, name))),
        usedTerms
      )
    })

    it('is all of a layer', async () => {
      const [page] = await jsonld.expand(JSON.parse(layerText) as jsonld.JsonLdDocument, options)
      const items = page!['http://www.w3.org/ns/activitystreams#items']!
      const facts = JSON.stringify(items)
      for (const { id } of everyKind) assert.ok(facts.includes(`"@id":"${id}"`), id)
      const quads = (await jsonld.toRDF(JSON.parse(layerText) as jsonld.JsonLdDocument, options)) as readonly {
        predicate: { value: string }
        object: { value: string }
      }[]
      const objects = (predicate: string) => [
        ...new Set(quads.filter((quad) => quad.predicate.value.endsWith(predicate)).map(({ object }) => object.value))
      ]
      assert.deepEqual(
        objects('oa#hasSource').filter((source) => source.startsWith('arcp:')),
        ['arcp://name,article-annotator/news/M\u00FCller%3A%20100%20%25%3F.txt']
      )
      assert.deepEqual(
        objects('oa#motivatedBy')
          .map((reason) => reason.replace('http://www.w3.org/ns/oa#', ''))
          .sort(),
        ['assessing', 'classifying', 'commenting', 'describing', 'identifying', 'linking', 'moderating', 'tagging']
      )
      assert.ok(objects('oa#exact').includes('Jerome Powell'))
    })

    it('is all of a project', async () => {
      const nodes = JSON.stringify(await jsonld.expand(JSON.parse(projectText) as jsonld.JsonLdDocument, options))
      for (const term of ['prefLabel', 'broader', 'definition', 'Concept'])
        assert.ok(nodes.includes(`http://www.w3.org/2004/02/skos/core#${term}`), term)
      assert.ok(nodes.includes('http://www.w3.org/2002/07/owl#sameAs'))
    })

    it('is nothing of a term that is not known: the test can fail', async () => {
      const broken = {
        ...JSON.parse(projectText),
        '@context': 'http://www.w3.org/ns/anno.jsonld'
      } as jsonld.JsonLdDocument
      await assert.rejects(jsonld.expand(broken, options))
    })
  })

  it("Recogito's W3C parser reads every annotation that has a target", () => {
    const points = [...text]
    const read = layer.items
      .filter(({ target }) => Array.isArray(target) || target.selector)
      .map((item) => {
        const { parsed, error } = parseW3CTextAnnotation(
          item as unknown as Parameters<typeof parseW3CTextAnnotation>[0]
        )
        assert.equal(error, undefined, item.id)
        for (const { quote, start, end } of parsed!.target.selector)
          assert.equal(points.slice(start, end).join(''), quote)
        return parsed!.id
      })
    assert.deepEqual(
      read.sort(),
      everyKind
        .filter(({ target }) => target.length)
        .map(({ id }) => id)
        .sort()
    )
  })

  describe('JSON Schema', () => {
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
    const compiled = (name: string) =>
      ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8')) as object)
    const [isLayer, isProject] = [compiled('layer'), compiled('project')]

    it('takes our files', () => {
      assert.ok(isLayer(JSON.parse(layerText)), ajv.errorsText(isLayer.errors))
      assert.ok(isProject(JSON.parse(projectText)), ajv.errorsText(isProject.errors))
      assert.ok(isLayer(JSON.parse(writeLayer({ annotator: '', decisions: [] }, 'a.md'))))
    })

    it('takes what others have added', () => {
      const added = JSON.parse(layerText) as { items: Record<string, unknown>[]; note?: string }
      added.note = 'ours'
      added.items.push({ id: 'x', type: 'Annotation', motivation: 'highlighting', target: 'a.txt' })
      for (const item of added.items) {
        item['seen'] = true
        item['body'] = [item['body'] ?? [], { type: 'TextualBody', purpose: 'replying', value: 'no' }].flat()
      }
      assert.ok(isLayer(added), ajv.errorsText(isLayer.errors))
    })

    const pieces: readonly [string, (item: Record<string, unknown>) => void][] = [
      ['id', (item) => (item['id'] = 5)],
      ['creator', (item) => delete item['creator']],
      ['created', (item) => (item['created'] = 'yesterday')],
      ['body', (item) => delete item['body']],
      [
        'body of another kind',
        (item) => (item['body'] = { type: 'TextualBody', purpose: 'assessing', value: 'maybe' })
      ],
      ['target', (item) => delete item['target']],
      ['target without words', (item) => (item['target'] = { source: 'a', selector: [] })]
    ]
    for (const [name, spoil] of pieces)
      it(`refuses a wrong ${name}, of each kind of decision`, () => {
        layer.items.forEach((_, index) => {
          const wrong = JSON.parse(layerText) as { items: Record<string, unknown>[] }
          spoil(wrong.items[index]!)
          assert.ok(!isLayer(wrong), JSON.stringify(wrong.items[index]))
        })
      })

    it('refuses wrong heads, codes, entities and memos', () => {
      for (const wrong of [{ version: 3 }, { annotator: null }, { items: {} }, { article: '' }])
        assert.ok(!isLayer({ ...JSON.parse(layerText), ...wrong }), JSON.stringify(wrong))
      for (const wrong of [
        { version: 2 },
        { codes: [{ ...projectFile.codes[0], color: 'red' }] },
        { entities: [{ ...projectFile.entities[0], type: 'Thing' }] },
        { memos: [{ ...projectFile.memos[0], body: 'text' }] }
      ])
        assert.ok(!isProject({ ...JSON.parse(projectText), ...wrong }), JSON.stringify(wrong))
    })
  })
})
