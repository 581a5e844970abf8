import type { Mention, Quote } from '../../src/analysis'
import { shownText, type Span } from '../../src/article'
import type { AnalyzedArticle } from '../../src/analysis'

/**
 * A whole analysis as text for people: one line for each fact of the article, each mention, entity, quote and link. Places
 * are given as line:column, counted from 1. Confidences are left out: training a model again moves them all a little.
 */
export function renderAnalysis({ name, article, analysis }: AnalyzedArticle): string {
  const { text } = article
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  const surface = (span: Span) => shownText(article, span).replace(/\s+/g, ' ')
  const pieces = (spans: readonly Span[] | null) => (spans ? spans.map(surface).join(' … ') : '-')
  const who = (id: string | null) => (id === null ? '?' : `${id} ${names.get(id) ?? '(not an entity)'}`)
  const at = positions(text)

  const fact = (label: string, span: Span | null) => (span ? [`${label}: ${surface(span)}`] : [])
  const mention = (found: Mention) =>
    [
      `${at(found.start)} ${surface(found)}`,
      `${found.form} ${found.type}${found.acting ? ' acting' : ''}`,
      who(found.entity),
      ...(found.description ? [`described: ${surface(found.description)}`] : []),
      found.rule
    ].join(' | ')
  const quote = (found: Quote, index: number) =>
    [
      `${index}. ${at(found.content[0]?.start ?? 0)} ${found.kind} ${found.act}`,
      pieces(found.content),
      `cue: ${pieces(found.cue)}`,
      `source: ${pieces(found.source)}`,
      `speaker: ${who(found.speaker)}`,
      [found.rule, found.speakerRule ?? '-'].join(', ')
    ].join(' | ')

  return [
    `${name} (${article.format}): ${article.paragraphs.length} paragraphs, ${article.sentences.length} sentences, ${article.tokens.length} tokens`,
    ...fact('title', article.title),
    ...fact('byline', article.byline),
    ...fact('dateline', article.dateline),
    ...fact('date', article.date),
    ...fact('agency', article.agency),
    '',
    `${analysis.mentions.length} mentions`,
    ...analysis.mentions.map(mention),
    '',
    `${analysis.entities.length} entities`,
    ...analysis.entities.map((entity) =>
      [
        `${entity.id} ${entity.name}`,
        `${entity.named ? 'named' : 'unnamed'} ${entity.type}`,
        `${entity.mentions.length} mentions`,
        ...(entity.aliases.length > 0 ? [`also: ${entity.aliases.join(', ')}`] : []),
        ...(entity.descriptions.length > 0 ? [`described: ${entity.descriptions.join('; ')}`] : []),
        ...entity.places.slice(0, 1).map((place) => `${place.kind} in ${place.countryName}`)
      ].join(' | ')
    ),
    '',
    `${analysis.quotes.length} quotes`,
    ...analysis.quotes.map(quote),
    '',
    `${analysis.links.length} links`,
    ...analysis.links.map((link) => `${who(link.speaker)}: ${link.quotes.join(', ')}`),
    ''
  ].join('\n')
}

/** Says line:column of an offset. */
function positions(text: string): (offset: number) => string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return `${line + 1}:${offset - (starts[line] ?? 0) + 1}`
  }
}
