import type { Analysis, Entity, EntityType, Mention, Quote, QuoteKind } from '../../../src/analysis/index.js'
import { readArticle, type Span } from '../../../src/article/index.js'
import { URI } from 'vscode-uri'
import { buildCorpus } from '../../../src/corpus/index.js'
import type { SidebarInput } from '../../../src/sidebar/sources.js'
import {
  folderSnapshot,
  openFolderArticle,
  type FolderArticle,
  type FolderSnapshot
} from '../../../src/workspace/folderArticle.js'

export interface ExampleEntity {
  readonly type: EntityType
  readonly name: string
  readonly named?: boolean
  /** Texts of its mentions in order; each is looked for after the one before. "!" in front: it acts. */
  readonly mentions: readonly string[]
  readonly descriptions?: readonly string[]
  readonly country?: string
}

export interface ExampleQuote {
  readonly content: string | readonly string[]
  readonly source?: string
  readonly cue?: string
  readonly kind?: QuoteKind
  readonly attitude?: boolean
  /** Name of the speaker among the entities. */
  readonly speaker?: string
}

/** An article with what somebody found in it; spans are found by their text, from the top. */
export function exampleArticle(
  path: string,
  text: string,
  found: { readonly entities?: readonly ExampleEntity[]; readonly quotes?: readonly ExampleQuote[] } = {}
): FolderArticle {
  const mentions: (Mention & { readonly owner: string })[] = []
  const ids = new Map((found.entities ?? []).map(({ name }, index) => [name, `e${index + 1}`]))
  for (const { name, type, mentions: texts } of found.entities ?? []) {
    let from = 0
    for (const marked of texts) {
      const acting = marked.startsWith('!')
      const span = spanOf(text, acting ? marked.slice(1) : marked, from)
      from = span.end
      mentions.push({
        ...span,
        type,
        acting,
        form: 'name',
        entity: ids.get(name) ?? '',
        owner: name,
        description: null,
        rule: 'example',
        confidence: 1
      })
    }
  }
  mentions.sort((a, b) => a.start - b.start)
  const entities = (found.entities ?? []).map(({ name, type, named = true, descriptions = [], country }): Entity => ({
    id: ids.get(name) ?? '',
    name,
    type,
    named,
    descriptions,
    aliases: [
      ...new Set(mentions.filter(({ owner }) => owner === name).map(({ start, end }) => text.slice(start, end)))
    ].filter((alias) => alias !== name),
    mentions: mentions.flatMap(({ owner }, index) => (owner === name ? index : [])),
    places: country
      ? [{ name, kind: 'city', country: 'XX', countryName: country, latitude: 0, longitude: 0, population: null }]
      : []
  }))
  const quotes = (found.quotes ?? []).map((quote): Quote => {
    const pieces = typeof quote.content === 'string' ? [quote.content] : quote.content
    return {
      content: pieces.map((piece) => spanOf(text, piece)),
      cue: quote.cue ? [spanOf(text, quote.cue)] : null,
      source: quote.source ? [spanOf(text, quote.source)] : null,
      kind: quote.kind ?? 'direct',
      act: quote.attitude ? 'attitude' : 'speech',
      speaker: (quote.speaker && ids.get(quote.speaker)) ?? null,
      speakerRule: null,
      rule: 'example',
      confidence: 1
    }
  })
  const speakers = [...new Set(quotes.flatMap(({ speaker }) => speaker ?? []))]
  const links = speakers.map((speaker) => ({
    speaker,
    quotes: quotes.flatMap((quote, index) => (quote.speaker === speaker ? index : []))
  }))
  const analysis: Analysis = { mentions, entities, quotes, links }
  const uri = URI.parse(`file:///folder/${path}`)
  const article = readArticle(text, 'plain')
  return openFolderArticle({
    uri,
    id: uri.toString(),
    name: path,
    text,
    markup: [],
    article,
    analysis,
    version: 1,
    revision: 0
  })
}

export function exampleFolder(...articles: readonly FolderArticle[]): FolderSnapshot {
  return folderSnapshot('work', articles, buildCorpus(articles))
}

/** What the sidebar is asked, with nothing known but what the test says. */
export function asked(known: Partial<SidebarInput>): SidebarInput {
  return {
    article: undefined,
    articleProblem: 'no-article',
    folder: undefined,
    folderStatus: known.folder ? { kind: 'read', articles: known.folder.articles.length } : { kind: 'unread' },
    showAttitudes: false,
    ...known
  }
}

function spanOf(text: string, wanted: string, from = 0): Span {
  const start = text.indexOf(wanted, from)
  if (start < 0) throw new Error(`"${wanted}" is not in the example`)
  return { start, end: start + wanted.length }
}
