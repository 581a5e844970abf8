import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle, type Span } from '../../../src/article'
import { findAttributions } from '../../../src/analysis/quotations'
import { quotationModels } from '../../../src/analysis/quotations/model/load'
import { finish } from '../../../src/util/steps'

const model = (file: string) => readFileSync(join(__dirname, '../../../models', file))
export const models = quotationModels(model('quotations.bin'), model('judges.bin'), model('lexicon.bin'))

/** Each attribution in an article with these paragraphs as a line: `direct said | the official | "This is it,"`; pieces of one span are parted by ` … `. */
export function attributionsIn(...paragraphs: readonly string[]): readonly string[] {
  return attributionsUnder('City news', 'The council met on Monday.', ...paragraphs)
}

/** The same of an article with this headline. */
export function attributionsUnder(headline: string, ...paragraphs: readonly string[]): readonly string[] {
  const text = [headline, '', ...paragraphs].join('\n')
  const surface = (spans: readonly Span[] | null) =>
    spans === null ? '-' : spans.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
  return finish(findAttributions(readArticle(text, 'plain'), [], models)).map(
    ({ kind, cue, source, content }) => `${kind} ${surface(cue)} | ${surface(source)} | ${surface(content)}`
  )
}
