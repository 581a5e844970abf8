import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArticle, type Span } from '../../../src/article'
import { root } from '../../engine'
import { loadEngine } from '../../fakeEngine'

const engine = loadEngine((file) => readFile(join(root, 'test', 'fakeEngine', file)))

async function factsOf(text: string): Promise<readonly string[]> {
  const { mentions, entities, quotes, links } = (await engine).analyze(readArticle(text, 'plain'))
  const words = ({ start, end }: Span) => text.slice(start, end)
  const all = (spans: readonly Span[] | null) => (spans ?? []).map(words).join(' ... ')
  return [
    ...entities.map(
      ({ id, name, type, aliases, descriptions, mentions: own }) =>
        `${id} ${type} ${name}${aliases.map((alias) => ` = ${alias}`).join('')}${descriptions.map((one) => `, ${one}`).join('')}: ${own.map((index) => words(mentions[index]!)).join(', ')}`
    ),
    ...quotes.map(
      ({ kind, content, cue, source, speaker }) => `${kind} ${speaker} | ${all(source)} | ${all(cue)} | ${all(content)}`
    ),
    ...links.map(({ speaker, quotes: own }) => `${speaker} said ${own.join(', ')}`)
  ]
}

// What the tests of hosts and browsers stand on.
describe('the fake engine', () => {
  it('knows its people by full names, last names, descriptions and pronouns', async () => {
    assert.deepEqual(
      await factsOf(
        'Lopez came.\n\nMayor Maria Lopez and Peter Novak, an engineer in Berlin, met. Lopez left; she was late.\n'
      ),
      [
        'e1 person Maria Lopez = Lopez, Mayor: Maria Lopez, Lopez, she',
        'e2 person Peter Novak, engineer in Berlin: Peter Novak',
        'e3 place Berlin: Berlin'
      ]
    )
  })

  it('finds direct quotes behind and before their sources', async () => {
    assert.deepEqual(
      (await factsOf('Maria Lopez said "one". "Two," she said. "Three," said Lopez. "Nobody" knows.\n')).slice(1),
      [
        'direct e1 | Maria Lopez | said | "one"',
        'direct e1 | she | said | "Two,"',
        'direct e1 | Lopez | said | "Three,"',
        'e1 said 0, 1, 2'
      ]
    )
  })

  it('finds indirect quotes up to the full stop', async () => {
    assert.deepEqual(
      (
        await factsOf(
          'Maria Lopez, the mayor of Lisbon, said on Monday that it rained.\n\nA senior port official told reporters in Oslo that it did not. "No," Lopez told reporters in Berlin.\n'
        )
      ).filter((line) => line.startsWith('indirect')),
      ['indirect e1 | Maria Lopez | said | it rained', 'indirect e3 | A senior port official | told | it did not']
    )
  })

  it('takes "I" and "me" for whoever is named next, and "the official" for the last one introduced', async () => {
    assert.deepEqual(
      await factsOf(
        'Maria Lopez waited for a senior port official.\n\n"Nobody asked me," Lopez said. The official left.\n'
      ),
      [
        'e1 person Maria Lopez = Lopez: Maria Lopez, me, Lopez',
        'e2 person a senior port official: a senior port official, The official',
        'direct e1 | Lopez | said | "Nobody asked me,"',
        'e1 said 0'
      ]
    )
  })

  it('finds nothing in Markdown outside of prose, and nobody whom it does not know', async () => {
    const text = '---\nauthor: Maria Lopez\n---\n\n`Maria Lopez` met John Miller.\n'
    assert.deepEqual((await engine).analyze(readArticle(text, 'markdown')).mentions, [])
  })
})
