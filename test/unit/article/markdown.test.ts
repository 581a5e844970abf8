import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { hostileMarkdown } from './hostileMarkdown'
import { headOf, outlineOf, sentencesOf, tokensOf } from './readable'

const article = [
  '---',
  'title: "The Dam Opens Late"',
  'author: [Mina Harlow, "Tom Vega"]',
  'date: 2024-03-03 # as printed',
  'tags: [dams, rivers]',
  '---',
  '',
  '# The dam opens late',
  '',
  'TUNIS, March 3 (AP) \u2014 The *dam* will open **late**, [an official](https://example.org/an-official "Who?") said.',
  '',
  '> "We were not asked,"',
  "> said the mayor's aide.",
  '',
  '```js',
  'const talks = "not prose"',
  '```',
  '',
  '## What comes *next*',
  '',
  '- The `vote()` is on Monday.',
  '- It is the <b>last</b> one.[^1]',
  '',
  '<div>not prose</div>',
  '',
  '| Town | Mayor |',
  '| --- | --- |',
  '| Tarn | Lin Okoro |',
  '',
  '    indented code',
  '',
  '[an official]: https://example.org/other',
  '[^1]: The clerk said so.'
].join('\n')

describe('markdown', () => {
  it('is read as blocks of prose', () => {
    assert.deepEqual(outlineOf(article, 'markdown'), [
      'title: The dam opens late',
      'body: TUNIS, March 3 (AP) \u2014 The *dam* will open **lat\u2026',
      'body: "We were not asked," > said the mayor\'s aide.',
      'heading: What comes *next',
      'body: The `vote()` is on Monday.',
      'body: It is the <b>last</b> one.',
      'body: Town',
      'body: Mayor',
      'body: Tarn',
      'body: Lin Okoro',
      'body: The clerk said so.'
    ])
  })

  it('code, link targets, HTML, definitions and front matter have no tokens', () => {
    const tokens = tokensOf(article, 'markdown')
    for (const word of [
      'const',
      'vote',
      'https',
      'example',
      'Who',
      'div',
      'indented',
      'tags',
      'dams',
      '```',
      '*',
      '|',
      '---',
      '[^1]'
    ]) {
      assert.ok(!tokens.split(' · ').includes(word), word)
    }
    assert.ok(tokens.includes('The · dam · will · open · late · , · an · official · said · .'))
    assert.ok(tokens.includes('It · is · the · last · one · .'))
  })

  it('front matter gives title, byline and date', () => {
    assert.deepEqual(headOf(article.replace('March 3 ', ''), 'markdown'), [
      'title The Dam Opens Late',
      'agency AP',
      'date 2024-03-03',
      'byline Mina Harlow + Tom Vega',
      'dateline TUNIS, (AP) \u2014 = TUNIS | - | AP'
    ])
  })

  it('front matter may be a block list, TOML, or broken', () => {
    const body = '\n\nThe dam will open late, an official said on Monday.\n'
    assert.deepEqual(
      headOf(`---\nauthors:\n  - Mina Harlow\n  - 'Tom Vega'\nheadline: It's late\n---${body}`, 'markdown'),
      ["title It's late", 'byline Mina Harlow + Tom Vega']
    )
    assert.deepEqual(headOf(`+++\ntitle = "The Dam"\ndate = 2024-03-03\n+++${body}`, 'markdown'), [
      'title The Dam',
      'date 2024-03-03'
    ])
    assert.deepEqual(headOf(`---\ntitle: "The Dam\nauthor: {\n: :\n- -\n---${body}`, 'markdown'), [])
    assert.deepEqual(headOf(`---\ntitle: >-\n  The Dam\n---${body}`, 'markdown'), [])
  })

  it('a word goes on behind emphasis', () => {
    assert.equal(
      tokensOf("The *minister*\u2019s **plan**, __they__'ve", 'markdown'),
      "The · minister · \u2019s · plan · , · they · 've"
    )
  })

  it('escapes are no prose, the escaped mark is', () => {
    assert.equal(
      tokensOf('1\\. A \\*star\\* and a \\\\ mark', 'markdown'),
      '1 · . · A · * · star · * · and · a · \\ · mark'
    )
  })

  it('a character reference is the characters that it stands for', () => {
    assert.equal(
      tokensOf('Hale &amp; Co said&nbsp;&ldquo;no&#8221; &to; &nGt; J&uuml;rgen, A&amp;T', 'markdown'),
      'Hale · & · Co · said · \u201c · no · \u201d · & · to · ; · \u226b · \u20d2 · J\u00fcrgen · , · A&T'
    )
  })

  it('emphasis, links and escapes part no word', () => {
    assert.equal(
      tokensOf("M*ar*a **Lind**, O\\'Neil, [Had](x)dad, <b>U.</b>S., al-<i>Amr</i><br>said", 'markdown'),
      "Mara · Lind · , · O'Neil · , · Haddad · , · U.S. · , · al-Amr · said"
    )
  })

  it('an address that is no link loses no words', () => {
    assert.equal(
      tokensOf('[see https://example.org and foo_www.example.org, Mara said.', 'markdown'),
      '[ · see · https://example.org · and · foo_www.example.org · , · Mara · said · .'
    )
  })

  it('quotes and lists go on over lines', () => {
    assert.deepEqual(sentencesOf('> > "We were\n> > not asked,"\nhe said.\n\n1. A vote\n   was held.', 'markdown'), [
      '"We were > > not asked," he said.',
      'A vote was held.'
    ])
    assert.equal(
      tokensOf('> > "We were\n> > not asked,"\nhe said.', 'markdown'),
      '" · We · were · not · asked · , · " · he · said · .'
    )
  })

  it('addresses that are links are targets, not prose', () => {
    assert.equal(
      tokensOf(
        'See <https://example.org/a> or https://example.org/b or [the report](https://example.org/c).',
        'markdown'
      ),
      'See · or · or · the · report · .'
    )
  })

  it('a BOM does not move anything', () => {
    assert.equal(tokensOf('\ufeff# The *dam*\n\nIt opens.', 'markdown'), 'The · dam · It · opens · .')
  })

  it('without front matter a headline of level one is the title', () => {
    assert.deepEqual(headOf('# The *dam* opens\n\nBy Mina Harlow\n\nIt opens late, an official said.', 'markdown'), [
      'title The *dam* opens',
      'byline Mina Harlow'
    ])
  })

  it('of no length does a text fall back to plain text: its structure is read to the end', () => {
    for (const [name, textOf] of Object.entries(hostileMarkdown)) {
      const text = `${textOf(60_000)}\n\n~~~\n~~~\n\n<div>\n</div>\n\n# The *last* heading`
      const { paragraphs } = readArticle(text, 'markdown')
      const last = paragraphs[paragraphs.length - 1]
      if (name === 'open HTML') continue
      assert.ok(last?.role === 'title' || last?.role === 'heading', name)
      assert.equal(text.slice(last.start, last.end), 'The *last* heading', name)
    }
  }).timeout(120_000)
})
