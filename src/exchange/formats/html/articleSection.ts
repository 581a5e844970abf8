import { grouped as byKey } from '../../../util/grouped'
import type { EntityType } from '../../../analysis'
import type { AnnotationDocument, DocumentEntity } from '../../document'
import { sumOf } from '../../report/kindCounts'
import { counted, quoteCount, typeNames, typesName, wordCount } from '../../report/wording'
import { articleText } from './articleText'
import { markup, joined, type Html } from './markup'
import { notesOf } from './noteList'
import { anchors, type ArticlesPage } from './page'

/** An article: what it says about itself, its text with highlights and notes, and who is in it. `number` is from 1. */
export function articleSection(page: ArticlesPage, document: AnnotationDocument, number: number): Html {
  const { translate } = page.wording
  const { inText, ofArticle } = notesOf(page, document, number)
  const { headline, rows } = articleText(page, document, inText)
  const anchor = anchors.article(number)
  const title = headline?.text ?? markup`${document.head.headline ?? document.name}`
  return markup`<article id="${anchor}" aria-labelledby="${anchor}-title">
<header class="row"><div><h3 id="${anchor}-title" dir="auto"><span class="number">${number}</span> ${title}</h3>
<p class="about">${joined(about(page, document, number), ' \u00B7 ')}</p></div>${headline?.notes}</header>
${ofArticle.length > 0 && markup`<ul class="notes about-article">${ofArticle}</ul>\n`}${
    rows.html === '' && headline === undefined
      ? markup`<p class="empty">${translate('This article has no text.')}</p>\n`
      : rows
  }${whoIsIn(page, document)}<p class="back"><a href="#articles">${translate('All articles')}</a> \u00B7 <a href="#overview">${translate('Overview')}</a></p>
</article>
`
}

function about(
  { articles, wording }: ArticlesPage,
  { name, head }: AnnotationDocument,
  number: number
): readonly Html[] {
  const line = articles[number - 1]
  const facts = [
    ...(head.authors.length > 0 ? [wording.translate('By {0}', head.authors.join(', '))] : []),
    ...(head.agency === null ? [] : [head.agency]),
    ...(head.places.length > 0 ? [head.places.join(', ')] : []),
    ...(head.isoDate === null ? (head.date === null ? [] : [head.date]) : [head.isoDate]),
    counted(head.words, ...wordCount, wording),
    counted(line ? sumOf(line.kinds) : 0, ...quoteCount, wording)
  ]
  return [markup`<bdi class="file">${name}</bdi>`, ...facts.map((fact) => markup`<bdi>${fact}</bdi>`)]
}

/** Actors and places by type, who is mentioned most first; those with quotes lead to them. */
function whoIsIn({ sources, wording }: ArticlesPage, { entities, annotations }: AnnotationDocument): Html | null {
  const mentions = byKey(
    annotations.filter((annotation) => annotation.layer === 'mention'),
    ({ entity }) => entity
  )
  const count = ({ id }: DocumentEntity) => mentions.get(id)?.length ?? 0
  const named = ({ id, name, descriptions }: DocumentEntity, total: number) => {
    const source = sources.get(id)
    const shown = markup`<bdi>${name}</bdi>`
    const described = descriptions.find((description) => description !== name)
    return markup`<li>${source ? markup`<a href="#${anchors.source(source.number)}">${shown}</a>` : shown}${
      described !== undefined && markup`, <bdi>${described}</bdi>`
    } <span class="count">${total}</span></li>`
  }
  const groups = (Object.keys(typeNames) as EntityType[]).flatMap((type) => {
    const own = entities
      .filter((entity) => entity.type === type && count(entity) > 0)
      .sort((a, b) => count(b) - count(a))
      .map((entity) => named(entity, count(entity)))
    return own.length === 0
      ? []
      : [markup`<div><dt><span class="${type}">${typesName(type, wording)}</span></dt><dd><ul>${own}</ul></dd></div>`]
  })
  return groups.length === 0
    ? null
    : markup`<section class="who-is-in"><h4>${wording.translate('Who and where')}</h4><dl>${groups}</dl></section>\n`
}
