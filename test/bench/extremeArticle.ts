import type { Analysis, Entity, Mention, Quote } from '../../src/analysis'
import { readArticle, type Article } from '../../src/article'

const quoteCount = 20_000
const sourceCount = 6_000

/** Some 280,000 characters of nothing but quotes of a word, by 6,000 sources in turn. */
export function extremeArticle(): { readonly article: Article; readonly analysis: Analysis } {
  const mentions: Mention[] = []
  const quotes: Quote[] = []
  const spoken = Array.from({ length: sourceCount }, (): number[] => [])
  const rule = { rule: 'made up', confidence: 1 }
  let text = ''
  for (let number = 0; number < quoteCount; number++) {
    const source = (number * 7919) % sourceCount
    const start = text.length
    text += `"W${number % 977}." `
    const content = { start, end: text.length - 1 }
    const name = { start: text.length, end: text.length + `N${source}`.length }
    text += `N${source}${number % 4 === 3 ? '.\n\n' : ' '}`
    const entity = `e${source}`
    mentions.push({ ...name, ...rule, form: 'name', type: 'person', acting: false, description: null, entity })
    quotes.push({
      ...{ content: [content], cue: null, source: [name] },
      ...{ kind: number % 3 === 0 ? 'indirect' : 'direct', act: 'speech' },
      ...{ ...rule, speaker: entity, speakerRule: 'made up' }
    })
    spoken[source]!.push(number)
  }
  const entities = spoken.map((own, source): Entity => ({
    ...{ id: `e${source}`, name: `N${source}`, type: 'person', named: true },
    ...{ aliases: [], descriptions: [], mentions: own, places: [] }
  }))
  const links = spoken.flatMap((own, source) => (own.length > 0 ? { speaker: `e${source}`, quotes: own } : []))
  return { article: readArticle(text, 'plain'), analysis: { mentions, entities, quotes, links } }
}
