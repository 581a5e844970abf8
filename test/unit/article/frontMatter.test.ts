import assert from 'node:assert/strict'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { finish } from '../../../src/util/steps'
import { readFrontMatter } from '../../../src/article/frontMatter'

interface Values {
  readonly title: string | null
  readonly date: string | null
  readonly authors: readonly string[]
}

/** What is read of front matter, with the escapes of its quotation marks undone. */
function valuesOf(text: string): Values {
  const { title, date, authors } = finish(readFrontMatter(text, 0, text.length))
  const value = ({ start, end }: { start: number; end: number }) => {
    const raw = text.slice(start, end)
    if (text[start - 1] === "'") return raw.replaceAll("''", "'")
    return text[start - 1] === '"' ? (JSON.parse(`"${raw}"`) as string) : raw
  }
  return { title: title && value(title), date: date && value(date), authors: authors.map(value) }
}

describe('front matter', () => {
  for (const [what, lines, expected] of [
    ['no YAML, but what people write', ['title: Talks fail: what now', 'author: Mina Harlow'], ['Mina Harlow']],
    ['a list', ['authors:', '- Mina Harlow', '-   "Vega, Tom" # both'], ['Mina Harlow', 'Vega, Tom']],
    [
      'a list in one line',
      ["author: [Mina Harlow, \"Vega, Tom\", 'O''Hara, Sid']"],
      ['Mina Harlow', 'Vega, Tom', "O'Hara, Sid"]
    ],
    [
      'a list of maps',
      ['authors:', '- name: Mina Harlow', '  email: m@example.org', '- email: t@example.org', '  name: Tom Vega'],
      ['Mina Harlow', 'Tom Vega']
    ],
    [
      'a map',
      ['author:', '  name: Mina Harlow', '  url: https://example.org', 'tags:', '  name: dams'],
      ['Mina Harlow']
    ],
    ['TOML', ['author = ["Mina Harlow", "Vega, Tom"]', 'title = "The dam"'], ['Mina Harlow', 'Vega, Tom']],
    ['a mark that stays open', ['author: [Mina Harlow, "Tom, Vega]'], ['Mina Harlow']]
  ] as const)
    it(`names authors: ${what}`, () => assert.deepEqual(valuesOf(lines.join('\n')).authors, expected))

  it('a headline may have a colon', () => {
    assert.equal(valuesOf('title: Talks fail: what now\ndate: 2024-03-03').title, 'Talks fail: what now')
  })

  it('is read as a YAML parser reads it (property)', () => {
    const value = fc
      .array(
        fc.constantFrom('dam', 'Tarn', ',', ':', '#', '-', "'", '"', '[', ']', '&', '*', ' ', '\u201c', '\\', '{'),
        {
          maxLength: 8
        }
      )
      .map((parts) => `The ${parts.join('').trim()} 7`.replace(/\s+/g, ' '))
    const values = fc.record({ title: value, author: fc.array(value, { minLength: 1, maxLength: 3 }), date: value })
    const style = fc.record({
      lineWidth: fc.constant(0),
      defaultKeyType: fc.constant('PLAIN'),
      collectionStyle: fc.constantFrom('block', 'flow-lists'),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE')
    } as const)
    fc.assert(
      fc.property(values, style, (given, { collectionStyle, ...options }) => {
        const author =
          collectionStyle === 'block'
            ? stringify({ author: given.author }, options)
            : `author: ${stringify(given.author, { ...options, collectionStyle: 'flow' }).replace(/\n\s*/g, ' ')}\n`
        const { title, date } = given
        const text = stringify({ title }, options) + author + stringify({ date }, options)
        assert.deepEqual(valuesOf(text), { title, date, authors: given.author }, text)
      }),
      { numRuns: 1000 }
    )
  })

  it('takes time in proportion to its length, whatever it is', () => {
    for (const part of ['[', '"', "'", '- ', 'a: ', 'author: ["', '&a *a ', ' ', '\n', '\\', 'name: ', '#'])
      for (const head of ['title: ', 'author: [', ''])
        finish(readFrontMatter(head + part.repeat(200_000), 0, head.length + part.length * 200_000))
  })
})
