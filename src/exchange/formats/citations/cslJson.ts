import type { ExchangeFormat, ExportInput } from '../../format'
import { writeJsonLine } from '../../jsonLine'
import { documentsWithout } from '../../leftOut'
import { countProjectMemos } from '../../projectMemos'
import { articleCiter, type CitedArticle } from './citedArticle'

export const cslJson: ExchangeFormat = {
  id: 'csl-json',
  label: 'CSL JSON',
  description: 'The articles as a bibliography, for Zotero, Pandoc and citation processors',
  suffix: '.csl',
  extension: 'json',
  cannotHold: ['quote', 'code', 'memo', 'project-memo', 'rejected', 'character'],
  writer: { kind: 'file', write: writeCslJson }
}

/** An item a line. */
async function* writeCslJson(input: ExportInput): AsyncGenerator<string> {
  countProjectMemos(input)
  const cited = articleCiter((count) => input.lost('character', count))
  let separator = '[\n'
  for await (const document of documentsWithout(['quote', 'code', 'memo', 'rejected'], input)) {
    yield `${separator}${writeJsonLine(item(cited(document)))}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

function item({ key, title, authors, agency, date, writtenDate, file }: CitedArticle): object {
  return {
    id: key,
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 && {
      author: authors.map(({ family, given, particle, suffix }) => ({
        family,
        ...(given !== undefined && { given }),
        ...(particle !== undefined && { 'non-dropping-particle': particle }),
        ...(suffix !== undefined && { suffix })
      }))
    }),
    ...(date.length > 0 && { issued: { 'date-parts': [date] } }),
    ...(writtenDate !== null && { issued: { literal: writtenDate } }),
    ...(agency !== null && { publisher: agency }),
    annote: file
  }
}
