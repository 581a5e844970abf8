import { translatable } from '../../../util/translate'
import { quoteKinds, sumOf } from '../../report/kindCounts'
import type { TimeUnit } from '../../report/timeline'
import { articleCount, counted, grouped, kindName, readWords, shownFigures, typeName } from '../../report/wording'
import type { Wording } from '../../wording'
import { bar } from './bar'
import { around, joined, markup, type Html } from './markup'
import { memosAbout } from './memosAbout'
import { anchors, type OverviewPage } from './page'
import { placeList } from './placeList'

/** Who fits into the table; all of them are in the section of sources. */
const mostSources = 50

/** What the page begins with: figures, who is quoted how much, when, what is there again, and the codes. In pieces: of thousands of articles it is large. */
export function* overviewSection(page: OverviewPage): Generator<Html> {
  yield markup`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">${page.wording.translate('Overview')}</h2>
<p class="read">${readWords(page.overview, page.wording)}</p>
${figureList(page)}${memosAbout(page, '')}${sourceTable(page)}${timeline(page)}`
  yield* repeats(page)
  yield markup`${codeTable(page)}`
  yield* articleTable(page)
  yield markup`</section>
`
}

function figureList({ overview, wording }: OverviewPage): Html {
  const figures = shownFigures(overview, wording)
  return markup`<dl class="figures">${figures.map(
    ({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`
  )}</dl>
<details class="definitions"><summary>${wording.translate('What these figures count')}</summary><dl>${figures.map(
    ({ label, definition }) => markup`<div><dt>${label}</dt><dd>${definition}</dd></div>`
  )}</dl></details>
`
}

function sourceTable({ overview, wording }: OverviewPage): Html | null {
  const { translate } = wording
  const quoted = overview.sources.filter(({ kinds }) => sumOf(kinds) > 0)
  const shown = quoted.slice(0, mostSources)
  const most = Math.max(...shown.map(({ kinds }) => sumOf(kinds)))
  const rest = quoted.length - shown.length
  if (shown.length === 0) return null
  const caption =
    rest > 0
      ? translate('The {0} sources with the most quotes', mostSources)
      : translate('Sources by their number of quotes')
  const all = markup`<a href="#sources">${translate('Sources and their quotes')}</a>`
  return markup`<section><h3 id="sources-table">${translate('Who is quoted')}</h3>
<table><caption>${caption}</caption>
<thead><tr><th scope="col">${translate('Source')}</th><th scope="col" class="wide">${translate('Described as')}</th><th scope="col" class="number">${translate('Quotes')}</th><th scope="col" class="number minor">${translate('Direct')}</th><th scope="col" class="number minor">${translate('Mixed')}</th><th scope="col" class="number minor">${translate('Indirect')}</th><th scope="col" class="number">${translate('Articles')}</th><td class="bars"></td></tr></thead>
<tbody>${shown.map(
    ({ number, name, type, descriptions, kinds, articles }) =>
      markup`<tr><th scope="row"><a href="#${anchors.source(number)}"><bdi>${name}</bdi></a></th><td class="wide"><bdi>${descriptions[0] ?? typeName(type, wording)}</bdi></td><td class="number strong">${sumOf(kinds)}</td>${countCells(wording, 'number minor', kinds.direct, kinds.mixed, kinds.indirect)}<td class="number">${articles}</td><td class="bars">${bar(kinds, most)}</td></tr>\n`
  )}</tbody></table>
${rest > 0 && markup`<p>${around(translate('And {0} more in {1}.', grouped(rest, wording), '{0}'), all)}</p>\n`}${barLegend(wording)}</section>
`
}

function barLegend(wording: Wording): Html {
  return markup`<p class="bar-legend" aria-hidden="true">${joined(
    quoteKinds.map((kind) => markup`<span class="bar"><span class="${kind}"></span></span> ${kindName(kind, wording)}`),
    ' '
  )}</p>
`
}

/** A dash is quieter than a nought. */
function countCells(
  wording: Wording,
  classes: 'number' | 'number minor',
  ...numbers: readonly number[]
): readonly Html[] {
  return numbers.map(
    (number) => markup`<td class="${classes}">${number === 0 ? '\u2013' : grouped(number, wording)}</td>`
  )
}

function timeline({ overview, wording }: OverviewPage): Html | null {
  const { translate } = wording
  const { rows, unit, undated } = overview.timeline
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ kinds }) => sumOf(kinds)))
  const without =
    undated > 0 ? ` ${translate('No date is known of {0}.', counted(undated, ...articleCount, wording))}` : ''
  return markup`<section><h3 id="timeline">${translate('When')}</h3>
<table class="timeline"><caption>${translate(timelineTitles[unit])}</caption>
<thead><tr><th scope="col">${translate('Date')}</th><th scope="col" class="number">${translate('Articles')}</th><th scope="col" class="number">${translate('Quotes')}</th><td class="bars"></td></tr></thead>
<tbody>${rows.map(
    ({ date, articles, kinds }) =>
      markup`<tr><th scope="row"><time datetime="${date}">${date}</time></th>${countCells(wording, 'number', articles, sumOf(kinds))}<td class="bars">${bar(kinds, most)}</td></tr>\n`
  )}</tbody></table>
<p class="aside">${translate('The same quote in two articles counts in each of them here.')}${without}</p></section>
`
}

const timelineTitles: Readonly<Record<TimeUnit, string>> = {
  day: translatable('Quotes by day of their article'),
  month: translatable('Quotes by month of their article'),
  year: translatable('Quotes by year of their article')
}

function* repeats(page: OverviewPage): Generator<Html> {
  const { repeats: groups, places: quotes } = page.overview
  if (groups.length === 0) return
  yield markup`<section><h3 id="repeats">${page.wording.translate('Quotes that are there again')}</h3>
<ol class="repeats">`
  for (const { group, places } of groups) {
    const all = places.map((place) => quotes.at(place))
    yield markup`<li id="${anchors.repeat(group)}"><q dir="auto">${all[0]?.words ?? ''}</q>${placeList(page, all)}</li>\n`
  }
  yield markup`</ol></section>
`
}

function codeTable(page: OverviewPage): Html | null {
  const { codes } = page.overview
  const { translate } = page.wording
  return codes.length === 0
    ? null
    : markup`<section><h3 id="codes">${translate('Codes')}</h3>
<table><caption>${translate('The codebook, with how often each code was given')}</caption>
<thead><tr><th scope="col">${translate('Code')}</th><th scope="col" class="wide">${translate('Description')}</th><th scope="col" class="number">${translate('Codings')}</th><th scope="col" class="number">${translate('Articles')}</th></tr></thead>
<tbody>${codes.map(
        ({ number, id, path, description, codings, articles }) =>
          markup`<tr><th scope="row"><span class="depth" style="--depth:${Math.min(path.length - 1, 8)}"></span><span class="swatch" style="--code:var(--code${number})"></span> <bdi>${path.at(-1) ?? id}</bdi></th><td class="wide" dir="auto">${description ?? ''}${memosAbout(page, id)}</td>${countCells(page.wording, 'number', codings, articles)}</tr>\n`
      )}</tbody></table></section>
`
}

function* articleTable({ overview, wording }: OverviewPage): Generator<Html> {
  const { translate } = wording
  yield markup`<section><h3 id="articles">${translate('All articles')}</h3>
<table><caption>${translate('In the order in which they follow')}</caption>
<thead><tr><th scope="col" class="number">${translate('No.')}</th><th scope="col">${translate('Article')}</th><th scope="col" class="wide">${translate('File')}</th><th scope="col">${translate('Date')}</th><th scope="col" class="number minor">${translate('Words')}</th><th scope="col" class="number">${translate('Quotes')}</th><th scope="col" class="number">${translate('Sources')}</th></tr></thead>
<tbody>`
  for (const { number, title, name, date, words, kinds, sources } of overview.articles)
    yield markup`<tr><td class="number">${number}</td><th scope="row"><a href="#${anchors.article(number)}"><bdi>${title}</bdi></a></th><td class="wide file"><bdi>${name}</bdi></td><td class="date"><bdi>${date ?? ''}</bdi></td>${countCells(wording, 'number minor', words)}${countCells(wording, 'number', sumOf(kinds), sources)}</tr>\n`
  yield markup`</tbody></table></section>
`
}
