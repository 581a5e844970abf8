import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { findSpoilage, mendText, type Encoding } from '../../../src/article'
import { decodeBytes } from '../../../src/article/encodings'
import { root } from '../../engine'

const sentences = [
  '\u201CNobody asked us,\u201D said Jos\u00E9 N\u00FA\u00F1ez.',
  'The mayor\u2019s office didn\u2019t answer.',
  'Zo\u00EB M\u00FCller \u2014 the engineer \u2014 agreed.',
  'It cost \u20AC5 million.',
  'W\u00F6rter & Stra\u00DFen <no tag>.',
  'It rained.'
]
const text = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '))
const misread = (original: string, encoding: Encoding) => decodeBytes(new TextEncoder().encode(original), encoding)

describe('a spoiled text', () => {
  for (const [spoiled, spoilage, mended] of [
    ['W\u00C3\u00B6rter', 'misread', 'W\u00F6rter'],
    ['\u00E2\u20AC\u0153No,\u00E2\u20AC\u009D she said', 'misread', '\u201CNo,\u201D she said'],
    ['\u00E2\u20AC\u0153No,\u00E2\u20AC she said', 'misread', '\u201CNo,\u201D she said'],
    ['it\u00E2\u0080\u0099s', 'misread', 'it\u2019s'],
    ['\u201A\u00C4\u00FANo\u201A\u00C4\u00F9', 'misread', '\u201CNo\u201D'],
    ['&ldquo;No,&rdquo; she said', 'references', '\u201CNo,\u201D she said'],
    ['&amp;quot;No,&amp;quot; she said', 'references', '"No," she said'],
    ['It&#8217;s &#x201C;on', 'references', 'It\u2019s \u201Con'],
    ['<p>One <b>two</b>.</p>\n<p>Three &amp; four.</p>', 'tags', 'One two.\n\nThree & four.'],
    ['<div><script>x < 1</script><p>One.<br>Two.</p></div>', 'tags', 'One.\nTwo.']
  ] as const)
    it(`${JSON.stringify(spoiled)} is ${spoilage}`, () => {
      assert.equal(findSpoilage(spoiled, 'plain')[0], spoilage)
      assert.equal(mendText(spoiled, 'plain'), mended)
    })

  it('that was misread, once or twice, is mended to what it was (property)', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<Encoding>('windows-1252', 'macintosh'),
        fc.boolean(),
        (original, encoding, twice) => {
          const once = misread(original, encoding)
          assert.equal(mendText(twice ? misread(once, encoding) : once, 'plain'), original)
        }
      )
    )
  })

  it('that was escaped, once or twice, is mended to what it was (property)', () => {
    const escapes: Readonly<Record<string, string>> = {
      '\u201C': '&ldquo;',
      '\u201D': '&rdquo;',
      '\u2019': '&#8217;',
      '\u2014': '&mdash;',
      '\u00E9': '&eacute;',
      '\u00FC': '&#xFC;'
    }
    fc.assert(
      fc.property(text, fc.boolean(), (original, twice) => {
        const once = original.replace(/./gu, (character) => escapes[character] ?? character)
        const spoiled = twice ? once.replaceAll('&', '&amp;') : once
        if (findSpoilage(spoiled, 'plain').length > 0) assert.equal(mendText(spoiled, 'plain'), original)
        else assert.ok((once.match(/&[a-z#]/g) ?? []).length < 2, spoiled)
      })
    )
  })
})

describe('a clean text', () => {
  it('is never called spoiled, and mending leaves it as it is', () => {
    for (const clean of [
      ...sentences,
      'AMANH\u00C3\u201D, he wrote. \u201CN\u00C3O!\u201D',
      'NESCAF\u00C9\u00AE and POK\u00C9MON\u2122',
      'voil\u00E2\u2026\u201D',
      'AT&T; R&D; "x < y" and a <b> alone',
      '\u00AB\u00C0\u00BB'
    ]) {
      assert.deepEqual([findSpoilage(clean, 'plain'), mendText(clean, 'plain')], [[], clean])
    }
  })

  it('may have tags and references in Markdown', () => {
    assert.deepEqual(findSpoilage('<p>One</p> <p>Two</p> &ldquo;x&rdquo; &nbsp;', 'markdown'), [])
  })

  it('so are the samples, and the articles and gold texts beside the repository: spoiled are only those that people spoiled', () => {
    const shared = join(root, '..', 'shared')
    const texts = [
      ...filesOf(join(root, 'samples')),
      ...filesOf(join(shared, 'seeds')),
      ...goldTexts(join(shared, 'gold'))
    ]
    const wronglyCalled = texts.filter(
      (one) =>
        findSpoilage(one, 'plain').length > 0 &&
        !/\u00E2\u20AC|\u00C3[\u0080-\u00BF\u0300-\u036F\u2010-\u203A]?/.test(one)
    )
    assert.deepEqual(
      wronglyCalled.map((one) => one.slice(0, 200)),
      []
    )
    assert.ok(texts.length >= 7)
  })
})

function filesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : []
}

function goldTexts(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .flatMap((line) => {
      const { text: found } = JSON.parse(line) as { readonly text?: unknown }
      return typeof found === 'string' ? [found] : []
    })
}
