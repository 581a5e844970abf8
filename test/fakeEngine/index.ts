import type { Analysis, Engine, Link } from '../../src/analysis'
import { mentionFinder, type FakeMentions } from './mentions'
import { quotesIn } from './quotes'
import { readRoster } from './roster'

/** It reads without a language model. */
export const encoderWeights: string | undefined = undefined

/** With one it would be the same. */
export function versionWith(version: string): string {
  return version
}

/**
 * In place of the real `loadEngine` wherever a test is about what surrounds the engine: training a model changes
 * nothing here. It knows the few people and places of `roster.json` and the plainest ways to quote somebody, always with the
 * same result; `buildForTests.ts` puts it into the bundles of the extension under test.
 */
export async function loadEngine(read: (file: string) => Promise<Uint8Array>): Promise<Engine> {
  const mentionsIn = mentionFinder(readRoster(await read('roster.json')))
  const analyze: Engine['analyze'] = (article) => {
    const found = mentionsIn(article)
    const quotes = quotesIn(article, found.mentions)
    return { mentions: found.mentions, entities: entitiesOf(article.text, found), quotes, links: linksOf(quotes) }
  }
  return {
    version: 'fake',
    analyze,
    *analyzeInSteps(article) {
      yield
      return analyze(article)
    }
  }
}

function entitiesOf(text: string, { mentions, heads }: FakeMentions): Analysis['entities'] {
  return heads.map((head) => {
    const own = mentions.flatMap((mention, index) => (mention.entity === head.id ? [index] : []))
    const words = (form: string) =>
      own.flatMap((index) => {
        const mention = mentions[index]
        return mention?.form === form ? [text.slice(mention.start, mention.end)] : []
      })
    const described = own.flatMap((index) => mentions[index]?.description ?? [])
    return {
      ...head,
      aliases: [...new Set(words('name'))]
        .filter((name) => name !== head.name)
        .sort((a, b) => b.length - a.length || a.localeCompare(b)),
      descriptions: [...new Set(described.map(({ start, end }) => text.slice(start, end)))],
      mentions: own
    }
  })
}

function linksOf(quotes: Analysis['quotes']): readonly Link[] {
  const speakers = [...new Set(quotes.flatMap(({ speaker }) => speaker ?? []))]
  return speakers.map((speaker) => ({
    speaker,
    quotes: quotes.flatMap((quote, index) => (quote.speaker === speaker ? [index] : []))
  }))
}
