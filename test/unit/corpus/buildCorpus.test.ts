import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nameForms, type AnalyzedText } from '../../../src/analysis'
import { buildCorpus, corpusIndex, packCorpus, summarize, unpackCorpus, type Corpus } from '../../../src/corpus'
import { fingerprint } from '../../../src/corpus/fingerprint'
import { article } from './marked'

/** `Ada Brook: a.txt, b.txt` for everybody who is in more than one article or asked for by name. */
/** Each entity of each article, and who it is in the corpus. */
function whoIsWho(corpus: Corpus): readonly string[] {
  return corpus.entities.flatMap(({ members }) =>
    members.map((member) => `${member.article} ${member.entity}: ${corpus.entityOf(member)?.id}`)
  )
}

function holders(articles: readonly AnalyzedText[], ...names: readonly string[]): readonly string[] {
  return buildCorpus(articles)
    .entities.filter(({ name, members }) => members.length > 1 || names.includes(name))
    .map(({ name, members }) => `${name}: ${members.map((member) => member.article).join(', ')}`)
}

function reuse(articles: readonly AnalyzedText[]): readonly string[] {
  return buildCorpus(articles).reuse.map((group) => group.map((quote) => `${quote.article}#${quote.quote}`).join(' = '))
}

/** An article whose entities of some names have identities; of equal ones the first. */
function identified(name: string, marked: string, identities: Readonly<Record<string, string>>): AnalyzedText {
  const { analysis, ...source } = article(name, marked)
  const given = new Set<string>()
  const entities = analysis.entities.map((entity) => {
    const identity = [entity.name, ...entity.aliases].map((alias) => identities[alias]).find(Boolean)
    if (identity === undefined || given.has(identity)) return entity
    given.add(identity)
    return { ...entity, identity }
  })
  return { ...source, analysis: { ...analysis, entities } }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

describe('the same people and bodies across articles', () => {
  it('full names, last names and titles', () => {
    const articles = [
      article('a.txt', '<Mayor [P:Ada Brook]> *said* {yes}.'),
      article('b.txt', '<[P:Brook]> *said* {no}.'),
      article('c.txt', '<Mayor [P:Ada Q. Brook]> *said* {perhaps}.')
    ]
    assert.deepEqual(holders(articles), ['Ada Q. Brook: a.txt, b.txt, c.txt'])
    assert.deepEqual(buildCorpus(articles).entities[0]?.quotes, [
      { article: 'a.txt', quote: 0 },
      { article: 'b.txt', quote: 0 },
      { article: 'c.txt', quote: 0 }
    ])
  })

  it('two people of one name stay two when the texts differ about them', () => {
    const articles = [
      article('a.txt', 'Mayor [P:Jo Brook] of [L:Tamar] spoke. The mayor smiled.\n<[P:Brook]> *said* {yes}.'),
      article('b.txt', 'The singer [P:Jo Brook] sang in [L:Norland]. The singer bowed.\n<[P:Brook]> *said* {no}.')
    ]
    assert.deepEqual(holders(articles, 'Jo Brook'), ['Jo Brook: a.txt', 'Jo Brook: b.txt'])
  })

  it('another description alone does not make two, another office in another nation does', () => {
    const articles = [
      article('a.txt', '[P:Ola Berg], the island\u2019s chief negotiator, left.'),
      article('b.txt', '[P:Ola Berg], the Norlandic diplomat, left.'),
      article('c.txt', '[P:Ola Berg], the farmer, left.'),
      article('d.txt', '[P:Ada Holt], the Norlandic nurse, left.'),
      article('e.txt', '[P:Ada Holt], the Tamarese teacher, left.')
    ]
    assert.deepEqual(holders(articles, 'Ola Berg', 'Ada Holt'), [
      'Ola Berg: a.txt, b.txt, c.txt',
      'Ada Holt: d.txt',
      'Ada Holt: e.txt'
    ])
  })

  it('hyphenated names and their halves, titles and capitals', () => {
    const articles = [
      article('a.txt', '[P:Ada Berg-Holt] left [L:TAMAR].'),
      article('b.txt', '[P:Holt] left [L:Tamar].'),
      article('c.txt', '[P:Dr Berg-Holt] left.')
    ]
    assert.deepEqual(holders(articles), ['Ada Berg-Holt: a.txt, b.txt, c.txt', 'Tamar: a.txt, b.txt'])
  })

  it('he and she are two', () => {
    const articles = [
      article('a.txt', '[P:Robin Brook] left. He smiled.'),
      article('b.txt', '[P:Robin Brook] left. She smiled.')
    ]
    assert.deepEqual(holders(articles, 'Robin Brook'), ['Robin Brook: a.txt', 'Robin Brook: b.txt'])
  })

  it('compatible names find each other by a key, whichever comes first', () => {
    const word = fc.constantFrom('paul', 'p', 'john', 'j', 'jack', 'pope', 'benjamin', 'ben', 'b', 'roe')
    const name = fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), word).map(([given, last]) => [...given, last])
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(nameForms.compatiblePersons(a, b))
        const kept = new Set(nameForms.givenNamesKept(a))
        assert.ok(nameForms.givenNamesSought(b).some((key) => kept.has(key)))
      }),
      { numRuns: 500 }
    )
  })

  it('a last name of several people goes to the one whose company the article keeps', () => {
    const articles = [
      article('a.txt', '[P:Ada Brook] met [P:Nils Oster] of [O:Tamarind].'),
      article('b.txt', '[P:Paul Brook] met [P:Mina Holt] of [O:Cedar].'),
      article('c.txt', '[P:Brook] met [P:Mina Holt] of [O:Cedar].')
    ]
    assert.ok(holders(articles).includes('Paul Brook: b.txt, c.txt'))
  })

  it('an acronym alone finds its long form', () => {
    const articles = [
      article('a.txt', 'The [O:Committee to Save Harbours] ([O:CSH]) met.'),
      article('b.txt', '[O:CSH] closed.')
    ]
    assert.deepEqual(holders(articles), ['Committee to Save Harbours: a.txt, b.txt'])
  })

  it('one long name with an acronym here and another there is two bodies, with an id each', () => {
    const corpus = buildCorpus([
      article('a.txt', 'The [O:Norland Climate Council] ([O:NKR]) met.'),
      article('b.txt', 'The [O:Norland Climate Council] met again.')
    ])
    const ids = corpus.entities.map(({ id }) => id)
    assert.deepEqual([ids.length, new Set(ids).size], [2, 2], ids.join('\n'))
  })

  it('a body described by its place', () => {
    const articles = [
      article(
        'a.txt',
        'Rain fell in [L:Tamar].\n{Roads closed}, according to <the besieged territory\u2019s transport ministry>.'
      ),
      article(
        'b.txt',
        'Rain fell in the [L:Tamar Strip].\n{Roads opened}, <the territory\u2019s transport ministry> *said*.'
      )
    ]
    assert.ok(holders(articles).some((line) => /transport ministry: a\.txt, b\.txt$/.test(line)))
  })

  it('unnamed people are never merged, but offered', () => {
    const articles = [
      article('a.txt', '<A senior harbour official> *said* {yes}.'),
      article('b.txt', '<A senior harbour official> *said* {no}.'),
      article('c.txt', '<An aide> *said* {no}.')
    ]
    const corpus = buildCorpus(articles)
    assert.equal(corpus.entities.length, 3)
    assert.deepEqual(corpus.suggestions, [
      { rule: 'same-description', entities: [corpus.entities[0]!.id, corpus.entities[1]!.id] }
    ])
  })
})

describe('identities that people gave', () => {
  const brook = 'https://example.org/brook'
  const other = 'https://example.org/other'

  it('equal ones are one, whatever the articles call them, named or not; undecided namesakes join', () => {
    const articles = [
      identified('a.txt', '<[P:Ada Brook]> *said* {yes}.', { 'Ada Brook': brook }),
      identified('b.txt', '<[O:The Tamar Office]> *said* {no}.', { 'The Tamar Office': brook }),
      identified('c.txt', '<A senior harbour official> *said* {perhaps}.', { 'a senior harbour official': brook }),
      article('d.txt', '<[P:Brook]> *said* {never}.')
    ]
    const [entity, ...others] = buildCorpus(articles).entities
    assert.deepEqual(others, [])
    assert.equal(entity?.identity, brook)
    assert.deepEqual(
      entity?.members.map((member) => member.article),
      ['a.txt', 'b.txt', 'c.txt', 'd.txt']
    )
    assert.deepEqual(
      entity?.quotes.map((quote) => quote.article),
      ['a.txt', 'b.txt', 'c.txt', 'd.txt']
    )
    assert.equal(buildCorpus(articles.slice(1)).entities[0]?.id, entity?.id)
  })

  it('different ones are never one, and who has none joins neither', () => {
    const articles = [
      identified('a.txt', '<[P:Ada Brook]> *said* {yes}.', { 'Ada Brook': brook }),
      identified('b.txt', '<[P:Ada Brook]> *said* {no}.', { 'Ada Brook': other }),
      article('c.txt', '<[P:Ada Brook]> *said* {perhaps}.'),
      article('d.txt', '<[P:Ada Brook]> *said* {never}.')
    ]
    assert.deepEqual(holders(articles, 'Ada Brook'), [
      'Ada Brook: a.txt',
      'Ada Brook: b.txt',
      'Ada Brook: c.txt, d.txt'
    ])
    assert.deepEqual(holders(articles.slice(1), 'Ada Brook'), ['Ada Brook: b.txt, c.txt, d.txt'])
  })

  it('the name is that of those who were decided', () => {
    const articles = [
      article('a.txt', '[P:Ada Q. Brook] left.'),
      article('b.txt', '[P:Ada Q. Brook] left.'),
      identified('c.txt', '[P:Ada Brook] left.', { 'Ada Brook': brook })
    ]
    assert.deepEqual(holders(articles), ['Ada Brook: a.txt, b.txt, c.txt'])
  })

  it('survive being packed', () => {
    const corpus = buildCorpus([
      identified('a.txt', '<[P:Ada Brook]> *said* {yes}. [P:Nils Oster] left.', { 'Ada Brook': brook }),
      identified('b.txt', '[P:Brook] left.', { Brook: other })
    ])
    assert.deepEqual(unpackCorpus(joined([...packCorpus(corpus)])), corpus)
  })
})

describe('the same quote again', () => {
  const words = 'the ferry will sail at noon unless the storm over the northern islands grows much stronger'

  it('word for word, in one article and across articles', () => {
    const articles = [
      article('a.txt', `<An aide> *said* {${words}}.\nRain fell.\n<An aide> *said* {${words}}.`),
      article('b.txt', `{"${words},"} <[P:Ada Brook]> *said*.`)
    ]
    assert.deepEqual(reuse(articles), ['a.txt#0 = a.txt#1 = b.txt#0'])
  })

  it('nearly, and a good part of it', () => {
    const changed = words.replace('noon', 'one')
    assert.deepEqual(
      reuse([
        article('a.txt', `<An aide> *said* {${words} and the harbour stays open all night}.`),
        article('b.txt', `<An aide> *said* {${words}}.`)
      ]),
      ['a.txt#0 = b.txt#0']
    )
    assert.deepEqual(
      reuse([
        article('a.txt', `<An aide> *said* {${words} ${words.split(' ').reverse().join(' ')}}.`),
        article('b.txt', `<An aide> *said* {${changed} ${words.split(' ').reverse().join(' ')}}.`)
      ]),
      ['a.txt#0 = b.txt#0']
    )
  })

  it('other words whose hash is the same by chance are no repeated quote', () => {
    const twins = ['we will budget council and school council', 'we will village railway and council garden'] as const
    assert.equal(fingerprint(twins[0]).exact, fingerprint(twins[1]).exact)
    assert.deepEqual(reuse(twins.map((words, index) => article(`${index}.txt`, `<An aide> *said* {${words}}.`))), [])
  })

  it('not what is short, and not what only begins alike', () => {
    assert.deepEqual(
      reuse([
        article('a.txt', '<An aide> *said* {no comment today}.'),
        article('b.txt', '<An aide> *said* {no comment today}.')
      ]),
      []
    )
    assert.deepEqual(
      reuse([
        article('a.txt', '<An aide> *said* {the ferry will sail at noon with all its crew}.'),
        article('b.txt', '<An aide> *said* {the ferry will sail at noon if nobody asks for more money}.')
      ]),
      []
    )
  })
})

describe('the corpus as articles come and go', () => {
  const names = fc.constantFrom(
    '[P:Ada Brook]',
    '[P:Brook]',
    '[P:A. Brook]',
    '[P:Paul Brook]',
    '[O:CSH]',
    '[O:Committee to Save Harbours]',
    '[L:Tamar]',
    'Mrs. [P:Brook]'
  )
  const contents = fc.constantFrom(
    'the ferry will sail at noon unless the storm grows',
    'the ferry will sail at noon unless the storm grows today',
    'the ferry will sail at one unless the storm grows',
    'nobody knows where the ferry is',
    'no'
  )
  const who = fc.constantFrom(undefined, undefined, undefined, 'urn:x', 'urn:y')
  const articles = fc.array(fc.array(fc.tuple(names, contents, who), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 7
  })
  const built = (texts: readonly (readonly (readonly [string, string, string | undefined])[])[]) =>
    texts.map((lines, index) =>
      identified(
        `${index}.txt`,
        lines.map(([name, content]) => `<${name}> *said* {${content}}.`).join('\n'),
        Object.fromEntries(lines.flatMap(([name, , iri]) => (iri ? [[name.replace(/^.*:|\]$/g, ''), iri]] : [])))
      )
    )

  it('is the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        articles.chain((texts) =>
          fc.tuple(
            fc.constant(texts),
            fc.shuffledSubarray(
              texts.map((_, index) => index),
              { minLength: texts.length }
            )
          )
        ),
        ([texts, order]) => {
          const all = built(texts)
          const index = corpusIndex()
          for (const at of order) index.put(summarize(all[at]!))
          assert.deepEqual(index.corpus(), buildCorpus(all))
        }
      )
    )
  })

  it('is the same after changes as when built anew', () => {
    fc.assert(
      fc.property(articles, articles, (before, after) => {
        const index = corpusIndex()
        for (const old of built(before)) index.put(summarize(old))
        const earlier = index.corpus()
        const known = whoIsWho(earlier)
        const now = built(after)
        for (const changed of now) index.put(summarize(changed))
        for (let gone = now.length; gone < before.length; gone++) index.remove(`${gone}.txt`)
        const corpus: Corpus = index.corpus()
        assert.deepEqual(corpus, buildCorpus(now))
        assert.deepEqual(whoIsWho(corpus), whoIsWho(buildCorpus(now)))
        assert.deepEqual(whoIsWho(earlier), known)
      })
    )
  })

  it('is the same when articles change, and others ask for it, while it is being made', () => {
    const change = fc.tuple(
      fc.nat(9),
      fc.option(fc.array(fc.tuple(names, contents, who), { minLength: 1, maxLength: 3 })),
      fc.nat(6),
      fc.boolean()
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const index = corpusIndex()
        const present = new Map<string, (typeof changes)[number][1] & object>()
        let steps = index.prepare()
        for (const [at, lines, stepsTaken, asks] of changes) {
          const id = `${at}.txt`
          if (lines) {
            present.set(id, lines)
            index.put(summarize({ ...built([lines])[0]!, id }))
          } else {
            present.delete(id)
            index.remove(id)
          }
          for (let step = 0; step < stepsTaken; step++) if (steps.next().done) steps = index.prepare()
          if (asks) index.corpus()
        }
        for (const step of steps) void step
        assert.deepEqual(
          index.corpus(),
          buildCorpus([...present].map(([id, lines]) => ({ ...built([lines])[0]!, id })))
        )
      })
    )
  })

  it('follows a change among very many namesakes and quotes that are nearly the same', () => {
    const text = (at: number, word: string) =>
      article(
        `${1000 + at}.txt`,
        `<[P:Ada ${word}son Brook]> *said* {the ferry will sail at noon from the old pier of the harbour town unless the storm that came from the north in the night grows or ${word} does}.`
      )
    const word = (at: number) => `w${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`
    const all = Array.from({ length: 300 }, (_, at) => text(at, word(at)))
    const index = corpusIndex()
    for (const one of all) index.put(summarize(one))
    assert.deepEqual(
      index.corpus().reuse.map((group) => group.length),
      [300]
    )
    assert.equal(index.corpus().entities.length, 300)
    const changed = all.map((one, at) => (at === 150 ? text(at, 'other') : one)).filter((_, at) => at !== 7)
    index.put(summarize(changed[149]!))
    index.remove('1007.txt')
    assert.deepEqual(index.corpus(), buildCorpus(changed))
    // Most of the time is not taken in one step: another caller gets its turn.
    const again = corpusIndex()
    for (const one of all) again.put(summarize(one))
    assert.ok([...again.prepare()].length > 8)
  })

  it('follows a quote that has become an attitude', () => {
    const before = article('a.txt', '<[P:Ada Brook]> *said* {the ferry will sail at noon}.')
    const after = {
      ...before,
      analysis: {
        ...before.analysis,
        quotes: before.analysis.quotes.map((quote) => ({ ...quote, act: 'attitude' as const }))
      }
    }
    const index = corpusIndex()
    index.put(summarize(before))
    assert.deepEqual(
      index.corpus().entities.map(({ quotes }) => quotes),
      [[{ article: 'a.txt', quote: 0 }]]
    )
    index.put(summarize(after))
    assert.deepEqual(index.corpus(), buildCorpus([after]))
  })

  it('joins who has one identity, and parts who has different ones', () => {
    fc.assert(
      fc.property(articles, (texts) => {
        const all = built(texts)
        const corpus = buildCorpus(all)
        const entities = new Map<string, unknown>()
        for (const { id, analysis } of all)
          for (const { id: entity, identity } of analysis.entities) {
            const found = corpus.entityOf({ article: id, entity })
            if (identity === undefined) continue
            assert.equal(found?.identity, identity)
            assert.equal(entities.get(identity) ?? found, found)
            entities.set(identity, found)
          }
      })
    )
  })

  it('counts every entity and every quote of the articles once', () => {
    fc.assert(
      fc.property(articles, (texts) => {
        const all = built(texts)
        const { entities } = buildCorpus(all)
        const members = entities.flatMap(({ members: list }) =>
          list.map(({ article: name, entity }) => `${name} ${entity}`)
        )
        assert.deepEqual(
          members.sort(),
          all.flatMap(({ id: name, analysis }) => analysis.entities.map(({ id }) => `${name} ${id}`)).sort()
        )
        assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length)
        assert.equal(
          entities.flatMap(({ quotes }) => quotes).length,
          all.flatMap(({ analysis }) => analysis.quotes.filter(({ speaker }) => speaker)).length
        )
      })
    )
  })
})
