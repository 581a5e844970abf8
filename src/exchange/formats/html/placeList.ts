import type { QuotePlace } from '../../report/quotePlace'
import { markup, type Html } from './markup'
import { anchors, type Page } from './page'

/** Where the same quote is, as links to it. */
export function placeList(page: Page, places: readonly QuotePlace[]): Html {
  return markup`<ul class="places">${places.map((place) => markup`<li>${placeLink(page, place)}</li>`)}</ul>`
}

/** The article of a quote, as a link to the quote in it. */
export function placeLink({ articles }: Page, place: QuotePlace): Html {
  const article = articles[place.article - 1]
  return markup`<a href="#${anchors.quote(place)}"><bdi>${article?.title ?? ''}</bdi></a>${
    article && article.date !== null && markup` <span class="date"><bdi>${article.date}</bdi></span>`
  }`
}
