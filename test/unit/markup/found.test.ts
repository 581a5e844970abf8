import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Engine } from '../../../src/analysis'
import { readArticle, shownText, type Span } from '../../../src/article'
import { loadTestEngine } from '../../engine'

const plain = [
  'Mara Lind and Omar Haddad met Jean Roe in Oslo on Monday.',
  '"We will go," Lind said. Haddad told reporters that the talks were over.',
  'Roe, the mayor of Lima, said: \u201CNobody asked us.\u201D She left for Paris.',
  'According to Omar Haddad, the A&T Company will close its plant in Kenya.'
].join('\n\n')

/** One line for each entity, then one for each quote: all as a reader sees it. */
function lines(engine: Engine, text: string): readonly string[] {
  const article = readArticle(text, 'markdown')
  const { entities, mentions, quotes } = engine.analyze(article)
  const seen = (span: Span) => shownText(article, span).replace(/\s+/g, ' ')
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return [
    ...entities.map(
      (entity) =>
        `${entity.name} (${entity.type}): ${entity.mentions.map((index) => seen(mentions[index]!)).join(', ')} [${[...entity.aliases, ...entity.descriptions].join(', ')}]`
    ),
    ...quotes.map(
      ({ content, cue, source, kind, speaker }) =>
        `${content.map(seen).join(' + ')} | ${(cue ?? []).map(seen).join(' + ')} | ${(source ?? []).map(seen).join(' + ')} | ${kind} | ${names.get(speaker ?? '') ?? '?'}`
    )
  ]
}

describe('markup', function () {
  this.timeout(60_000)
  let engine: Engine

  before(async () => {
    engine = await loadTestEngine()
  })

  const written = [
    ['**Mara** Lind', 'Mara Lind'],
    ['Mara **Lind**', 'Mara Lind'],
    ['M*ar*a Lind', 'Mara Lind'],
    ['**Mara Lind**', 'Mara Lind'],
    ['*Mara* **Lind**', 'Mara Lind'],
    ['<b>Mara</b> <i>Lind</i>', 'Mara Lind'],
    ['Mara<br>Lind', 'Mara Lind'],
    ['Omar [Haddad](https://example.org/haddad "Who?")', 'Omar Haddad'],
    ['[Omar Haddad](https://example.org)', 'Omar Haddad'],
    ['[**Omar** Haddad][1]', 'Omar Haddad'],
    ['Omar Haddad[^1]', 'Omar Haddad'],
    ['Jean&nbsp;Roe', 'Jean Roe'],
    ['_Jean_&nbsp;Roe', 'Jean Roe'],
    ['Jean&#32;R&#111;e', 'Jean Roe'],
    ['"We will *go*,"', '"We will go,"'],
    ['*"We will go,"*', '"We will go,"'],
    ['&quot;We will go,&quot;', '"We will go,"'],
    ['**\u201CNobody asked us.\u201D**', '\u201CNobody asked us.\u201D'],
    ['&ldquo;*Nobody* asked us.&rdquo;', '\u201CNobody asked us.\u201D'],
    ['A&amp;T Company', 'A&T Company'],
    ['A\\&T **Company**', 'A&T Company']
  ] as const
  const foot = '\n\n[1]: https://example.org/one\n[^1]: A note.'

  for (const [marked, shown] of written)
    it(`${marked} reads as ${shown}`, () => {
      assert.deepEqual(
        lines(engine, plain.replace(shown, marked) + foot),
        lines(engine, plain + foot),
        plain.replace(shown, marked)
      )
    })

  it('a quote that goes on over lines of a block quote has no marks', () => {
    assert.deepEqual(
      lines(engine, '> "We were *not*\n> asked by **Omar**\n> Haddad," Mara Lind\n> said on Monday in Oslo.'),
      lines(engine, '"We were not\nasked by Omar\nHaddad," Mara Lind\nsaid on Monday in Oslo.')
    )
  })

  it('spans are the tightest of the source', () => {
    const text = 'Yesterday **Mara** [Lind](https://example.org) said that it was late.'
    const { mentions } = engine.analyze(readArticle(text, 'markdown'))
    assert.deepEqual(
      mentions.filter(({ form }) => form === 'name').map(({ start, end }) => text.slice(start, end)),
      ['Mara** [Lind']
    )
  })

  const words = plain.split(/(\s+)/)
  const marks: readonly ((word: string) => string)[] = [
    (word) => `**${word}**`,
    (word) => `<em>${word}</em>`,
    (word) => `[${word}](https://example.org/a_(b) "A *title*")`,
    (word) => word.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
    (word) => word.replace(/[^A-Za-z0-9\s]|[aeiou]/g, (unit) => `&#${unit.charCodeAt(0)};`),
    (word) => `***${word}***`,
    (word) => `_${word}_`
  ]

  it('changes nothing that is found, whatever words are marked (property)', () => {
    const expected = lines(engine, plain)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom(...marks)), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(' ', '&nbsp;', '\n'),
        (places, blank) => {
          const marked = [...words]
          for (const [at, mark] of new Map(places)) {
            if (/\S/.test(words[at]!)) marked[at] = mark(words[at]!)
            else if (words[at] === ' ') marked[at] = blank
          }
          const text = marked.join('')
          fc.pre(readArticle(text, 'markdown').paragraphs.length === 4)
          assert.equal(shownAll(text), shownAll(plain))
          assert.deepEqual(lines(engine, text), expected, text)
        }
      ),
      { numRuns: 150 }
    )
  })

  function shownAll(text: string): string {
    const article = readArticle(text, 'markdown')
    return article.paragraphs.map((paragraph) => shownText(article, paragraph).replace(/\s+/g, ' ')).join('\n')
  }
})
