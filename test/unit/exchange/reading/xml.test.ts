import assert from 'node:assert/strict'
import fc from 'fast-check'
import { childOf, childrenOf, readXml, textIn, type XmlElement } from '../../../../src/exchange/reading/xml'
import { withoutForbidden, xmlWriter } from '../../../../src/exchange/xml'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string, ...limits: Parameters<typeof readXml> extends [unknown, ...infer Rest] ? Rest : never) =>
  readXml(bytesOf(text), ...limits)
const rootOf = async (text: string): Promise<XmlElement> => {
  const result = await read(text)
  assert.ok('root' in result, JSON.stringify(result))
  return result.root
}
const problemOf = async (...given: Parameters<typeof read>) => {
  const result = await read(...given)
  return 'problem' in result ? result.problem : 'no problem'
}

describe('XML that is read', () => {
  it('is elements with attributes, and text', async () => {
    const root = await rootOf('<a xmlns="urn:x" b="1"><!-- no --><c xml:id="d">t&lt;<![CDATA[<u>]]></c>v<c/></a>')
    assert.deepEqual([root.name, root.namespace, root.attributes.get('b')], ['a', 'urn:x', '1'])
    assert.deepEqual(
      childrenOf(root, 'c').map((each) => [each.attributes.get('xml:id'), textIn(each)]),
      [
        ['d', 't<<u>'],
        [undefined, '']
      ]
    )
    assert.equal(textIn(root), 't<<u>v')
  })

  it('may be in UTF-16 or in an encoding that it declares, with a byte order mark or without', async () => {
    const text = '<a>\u00FC\u20AC</a>'
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [bytesOf(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16()]) {
      const result = await readXml(bytes)
      assert.ok('root' in result && textIn(result.root) === '\u00FC\u20AC', JSON.stringify(result))
    }
    const latin = await readXml(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00FC</a>', 'latin1'))
    assert.ok('root' in latin && textIn(latin.root) === '\u00FC')
    assert.deepEqual(await readXml(Buffer.from('<a>\u00FC</a>', 'latin1')), {
      problem: 'Its characters could not be decoded'
    })
  })

  it('has no document type: no entity grows, no file is read', async () => {
    const laughs = [
      '<!ENTITY a0 "ha">',
      ...Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`)
    ]
    const refused = 'It has a document type, which is not read'
    assert.equal(await problemOf(`<!DOCTYPE a [${laughs.join('')}]><a>&a20;</a>`), refused)
    assert.equal(await problemOf('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'), refused)
    assert.equal(await problemOf('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'), refused)
    assert.match(await problemOf('<a>&other;</a>'), /^It is not well-formed XML/)
  })

  it('is bounded', async () => {
    const limits = { depth: 3, elements: 5, attribute: 10 }
    assert.equal(await problemOf('<a><a><a><a/></a></a></a>', limits), 'It is nested deeper than 3 elements')
    assert.equal(await problemOf('<a><b/><b/><b/><b/><b/></a>', limits), 'It has more than 5 elements')
    assert.equal(await problemOf('<a b="12345678901"/>', limits), 'An attribute is longer than 10 characters')
    assert.equal(await problemOf(`${'<a>'.repeat(100_000)}`), 'It is nested deeper than 200 elements')
  })

  it('refuses an attribute of 100 MB', async () => {
    const hundred = `<a b="${'x'.repeat(100_000_000)}"/>`
    assert.equal(await problemOf(hundred), 'An attribute is longer than 20000000 characters')
  })

  it('keeps names of prototypes to itself', async () => {
    const root = await rootOf('<constructor __proto__="a" toString="b"><__proto__/></constructor>')
    assert.deepEqual(
      [...root.attributes],
      [
        ['__proto__', 'a'],
        ['toString', 'b']
      ]
    )
    assert.ok(childOf(root, '__proto__'))
  })

  it('is a problem, never an exception, whatever the bytes', async () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '"',
      '=',
      '&',
      ';',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '<!',
      '?',
      '\u0000'
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'binary' })), async (text) => {
        const result = await read(text)
        assert.ok('root' in result || result.problem.length > 0)
      })
    )
  })
})

describe('XML that is written', () => {
  it('says what it was given, in text and in attributes, but for what XML forbids', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        let lost = 0
        const xml = xmlWriter((count) => (lost += count))
        const root = await rootOf(
          `${xml.declaration}${xml.open('a', { value })}${xml.leaf('b', {}, value)}${xml.close()}`
        )
        const written = withoutForbidden(value)
        assert.deepEqual([root.attributes.get('value'), textIn(childOf(root, 'b'))], [written, written])
        assert.equal(lost, [...value].filter((each, at) => each !== [...written][at]).length * 2)
      })
    )
  })

  it('keeps line ends, tabs and marks of its own', async () => {
    const value = 'a\r\nb\tc\rd "e" \'f\' <g> & ]]> \u2028 </h>'
    const xml = xmlWriter()
    const root = await rootOf(xml.start('a', { value, none: undefined, yes: true }) + xml.text(value) + xml.end('a'))
    assert.deepEqual([root.attributes.get('value'), textIn(root), root.attributes.get('yes')], [value, value, 'true'])
    assert.equal(root.attributes.has('none'), false)
  })
})
