import type { Overview } from '../../report/overview'
import type { QuotePlace } from '../../report/quotePlace'
import type { Source } from '../../report/sources'
import { sumOf } from '../../report/kindCounts'
import { kindName, quotesIn, typeName } from '../../report/wording'
import { around, markup, joined, type Html } from './markup'
import { memosAbout } from './memosAbout'
import { anchors, type OverviewPage } from './page'

/** A source with all its quotes, article by article, in pieces. */
export function* sourceSection(page: OverviewPage, source: Source): Generator<Html> {
  const { number, name, type, aliases, descriptions, identity, kinds, articles, quotes } = source
  const { wording } = page
  const { translate } = wording
  const anchor = anchors.source(number)
  const facts = [
    markup`${typeName(type, wording)}`,
    ...descriptions.map((description) => markup`<bdi>${description}</bdi>`),
    ...(aliases.length > 0 ? [around(translate('also {0}', '{0}'), markup`<bdi>${aliases.join(', ')}</bdi>`)] : []),
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
export function* unattributedSection(page: OverviewPage): Generator<Html> {
  const { unattributed } = page.overview
  if (unattributed.length === 0) return
  yield markup`<section class="speaker"><h3 id="${anchors.unattributed}">${page.wording.translate('Source not found')}</h3>
`
  yield* quoteList(page, unattributed)
  yield markup`</section>
`
}

const mostAddresses = 4

/** What the project says of somebody's addresses elsewhere: shown, never a link. */
function addresses({ input }: OverviewPage, identity: string | undefined): readonly string[] {
  return input.registry.find(({ iri }) => iri === identity)?.same?.slice(0, mostAddresses) ?? []
}

function* quoteList({ overview, articles, wording }: OverviewPage, quotes: readonly number[]): Generator<Html> {
  yield markup`<ul class="quotes">`
  for (const places of byArticle(overview, quotes)) {
    const number = places[0]!.article
    const article = articles[number - 1]
    yield markup`<li><p class="from"><a href="#${anchors.article(number)}"><bdi>${article?.title ?? ''}</bdi></a>${
      article && article.date !== null && markup` <span class="date"><bdi>${article.date}</bdi></span>`
    }</p><ul>${places.map(
      (place) =>
        markup`<li><a class="to-quote" href="#${anchors.quote(place)}" aria-label="${wording.translate('Quote {0} of article {1}', place.quote, number)}">${place.quote}</a> <span><bdi>${place.words}</bdi> <span class="facts">${kindName(place.kind, wording)}${place.act === 'attitude' && ` \u00B7 ${wording.translate('attitude')}`}</span></span></li>\n`
    )}</ul></li>\n`
  }
  yield markup`</ul>
`
}

/** The quotes of one article after the other; each is made when it is asked for. */
function* byArticle({ places }: Overview, quotes: readonly number[]): Generator<readonly QuotePlace[]> {
  let together: QuotePlace[] = []
  for (const quote of quotes) {
    const place = places.at(quote)
    if (together[0] && together[0].article !== place.article) {
      yield together
      together = []
    }
    together.push(place)
  }
  if (together.length > 0) yield together
}
