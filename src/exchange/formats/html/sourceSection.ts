import { grouped as byKey } from '../../../util/grouped'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import { sumOf } from '../../report/kindCounts'
import { kindName, quotesIn, typeName } from '../../report/wording'
import { around, markup, joined, type Html } from './markup'
import { memosAbout } from './memosAbout'
import { anchors, type Page } from './page'

/** A source with all its quotes, article by article, in pieces. */
export function* sourceSection(page: Page, source: Source): Generator<Html> {
  const { number, name, type, aliases, descriptions, identity, kinds, articles, quotes } = source
  const { wording } = page
  const { translate } = wording
  const anchor = anchors.source(number)
  const facts = [
    markup`${typeName(type, wording)}`,
    ...descriptions.slice(0, mostNames).map((description) => markup`<bdi>${description}</bdi>`),
    ...(aliases.length > 0
      ? [around(translate('also {0}', '{0}'), markup`<bdi>${aliases.slice(0, mostNames).join(', ')}</bdi>`)]
      : []),
    ...(sumOf(kinds) > 0
      ? [markup`${quotesIn(sumOf(kinds), articles, wording)}`]
      : [markup`${translate('attitudes only')}`]),
    ...addresses(page, identity).map((address) => markup`<bdi class="file">${address}</bdi>`)
  ]
  yield markup`<section class="speaker"><h3 id="${anchor}" dir="auto">${name}</h3>
<p class="about">${joined(facts, ' \u00B7 ')}</p>
${identity !== undefined && memosAbout(page, identity)}`
  yield* quoteList(page, quotes)
  yield markup`</section>
`
}

/** The quotes whose source was not found. */
export function* unattributedSection(page: Page): Generator<Html> {
  const { unattributed } = page.overview
  if (unattributed.length === 0) return
  yield markup`<section class="speaker"><h3 id="${anchors.unattributed}">${page.wording.translate('Source not found')}</h3>
`
  yield* quoteList(page, unattributed)
  yield markup`</section>
`
}

const mostNames = 4

/** What the project says of somebody's addresses elsewhere: shown, never a link. */
function addresses({ input }: Page, identity: string | undefined): readonly string[] {
  return input.registry.find(({ iri }) => iri === identity)?.same?.slice(0, mostNames) ?? []
}

function* quoteList({ overview, wording }: Page, quotes: readonly QuotePlace[]): Generator<Html> {
  yield markup`<ul class="quotes">`
  for (const [number, places] of byKey(quotes, ({ article }) => article)) {
    const article = overview.articles[number - 1]
    yield markup`<li><p class="from"><a href="#${anchors.article(number)}"><bdi>${article?.title ?? ''}</bdi></a>${
      article && article.date !== null && markup` <span class="date"><bdi>${article.date}</bdi></span>`
    }</p><ul>${places.map(
      (place) =>
        markup`<li><a class="to-quote" href="#${anchors.quote(place)}" aria-label="${wording.translate('Quote {0} of article {1}', place.quote, number)}">${place.quote}</a> <span class="words"><bdi>${place.words}</bdi> <span class="facts">${kindName(place.kind, wording)}${place.act === 'attitude' && ` \u00B7 ${wording.translate('attitude')}`}</span></span></li>\n`
    )}</ul></li>\n`
  }
  yield markup`</ul>
`
}
