import { sumOf } from '../../report/kindCounts'
import { grouped, readWords, shownFigures, typeNames } from '../../report/wording'
import { bar } from './bar'
import { markup, type Html } from './markup'
import { memosAbout } from './memosAbout'
import { anchors, type Page } from './page'
import { placeList } from './placeList'

/** Who fits into the table; all of them are in the section of sources. */
const mostSources = 50

/** What the page begins with: figures, who is quoted how much, when, what is there again, and the codes. In pieces: of thousands of articles it is large. */
export function* overviewSection(page: Page): Generator<Html> {
  yield markup`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
<p class="read">${readWords(page.overview)}</p>
${figureList(page)}${memosAbout(page, '')}${sourceTable(page)}${timeline(page)}`
  yield* repeats(page)
  yield markup`${codeTable(page)}`
  yield* articleTable(page)
  yield markup`</section>
`
}

function figureList({ overview }: Page): Html {
  const figures = shownFigures(overview)
  return markup`<dl class="figures">${figures.map(
    ({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`
  )}</dl>
<details class="definitions"><summary>What these figures count</summary><dl>${figures.map(
    ({ label, definition }) => markup`<div><dt>${label}</dt><dd>${definition}</dd></div>`
  )}</dl></details>
`
}

function sourceTable({ overview }: Page): Html | null {
  const quoted = overview.sources.filter(({ kinds }) => sumOf(kinds) > 0)
  const shown = quoted.slice(0, mostSources)
  const most = Math.max(...shown.map(({ kinds }) => sumOf(kinds)))
  const rest = quoted.length - shown.length
  if (shown.length === 0) return null
  return markup`<section><h3 id="sources-table">Who is quoted</h3>
<table><caption>${rest > 0 ? `The ${mostSources} sources with the most quotes` : 'Sources by their number of quotes'}</caption>
<thead><tr><th scope="col">Source</th><th scope="col" class="wide">Described as</th><th scope="col" class="number">Quotes</th><th scope="col" class="number minor">Direct</th><th scope="col" class="number minor">Mixed</th><th scope="col" class="number minor">Indirect</th><th scope="col" class="number">Articles</th><td class="bars"></td></tr></thead>
<tbody>${shown.map(
    ({ number, name, type, descriptions, kinds, articles }) =>
      markup`<tr><th scope="row"><a href="#${anchors.source(number)}"><bdi>${name}</bdi></a></th><td class="wide"><bdi>${descriptions[0] ?? typeNames[type].one.toLowerCase()}</bdi></td><td class="number strong">${sumOf(kinds)}</td>${countCells('number minor', kinds.direct, kinds.mixed, kinds.indirect)}<td class="number">${articles}</td><td class="bars">${bar(kinds, most)}</td></tr>\n`
  )}</tbody></table>
${rest > 0 && markup`<p>And ${grouped(rest)} more in <a href="#sources">Sources and their quotes</a>.</p>\n`}${barLegend}</section>
`
}

const barLegend = markup`<p class="bar-legend" aria-hidden="true"><span class="bar"><span class="direct"></span></span> direct <span class="bar"><span class="mixed"></span></span> mixed <span class="bar"><span class="indirect"></span></span> indirect</p>
`

/** A dash is quieter than a nought. */
function countCells(classes: 'number' | 'number minor', ...numbers: readonly number[]): readonly Html[] {
  return numbers.map((number) => markup`<td class="${classes}">${number === 0 ? '\u2013' : grouped(number)}</td>`)
}

function timeline({ overview }: Page): Html | null {
  const { rows, unit, undated } = overview.timeline
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ kinds }) => sumOf(kinds)))
  const title = `Quotes by ${unit}`
  return markup`<section><h3 id="timeline">When</h3>
<table class="timeline"><caption>${title} of their article</caption>
<thead><tr><th scope="col">Date</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Quotes</th><td class="bars"></td></tr></thead>
<tbody>${rows.map(
    ({ date, articles, kinds }) =>
      markup`<tr><th scope="row"><time datetime="${date}">${date}</time></th>${countCells('number', articles, sumOf(kinds))}<td class="bars">${bar(kinds, most)}</td></tr>\n`
  )}</tbody></table>
<p class="aside">The same quote in two articles counts in each of them here.${undated > 0 && ` No date is known of ${grouped(undated)} ${undated === 1 ? 'article' : 'articles'}.`}</p></section>
`
}

function* repeats(page: Page): Generator<Html> {
  const { repeats: groups } = page.overview
  if (groups.length === 0) return
  yield markup`<section><h3 id="repeats">Quotes that are there again</h3>
<ol class="repeats">`
  for (const { group, places } of groups)
    yield markup`<li id="${anchors.repeat(group)}"><q dir="auto">${places[0]?.words ?? ''}</q>${placeList(page, places)}</li>\n`
  yield markup`</ol></section>
`
}

function codeTable(page: Page): Html | null {
  const { codes } = page.overview
  return codes.length === 0
    ? null
    : markup`<section><h3 id="codes">Codes</h3>
<table><caption>The codebook, with how often each code was given</caption>
<thead><tr><th scope="col">Code</th><th scope="col" class="wide">Description</th><th scope="col" class="number">Codings</th><th scope="col" class="number">Articles</th></tr></thead>
<tbody>${codes.map(
        ({ number, id, path, description, codings, articles }) =>
          markup`<tr><th scope="row"><span class="depth" style="--depth:${Math.min(path.length - 1, 8)}"></span><span class="swatch" style="--code:var(--code${number})"></span> <bdi>${path.at(-1) ?? id}</bdi></th><td class="wide" dir="auto">${description ?? ''}${memosAbout(page, id)}</td>${countCells('number', codings, articles)}</tr>\n`
      )}</tbody></table></section>
`
}

function* articleTable({ overview }: Page): Generator<Html> {
  yield markup`<section><h3 id="articles">All articles</h3>
<table><caption>In the order in which they follow</caption>
<thead><tr><th scope="col" class="number">No.</th><th scope="col">Article</th><th scope="col" class="wide">File</th><th scope="col">Date</th><th scope="col" class="number minor">Words</th><th scope="col" class="number">Quotes</th><th scope="col" class="number">Sources</th></tr></thead>
<tbody>`
  for (const { number, title, name, date, words, kinds, sources } of overview.articles)
    yield markup`<tr><td class="number">${number}</td><th scope="row"><a href="#${anchors.article(number)}"><bdi>${title}</bdi></a></th><td class="wide file"><bdi>${name}</bdi></td><td class="date"><bdi>${date ?? ''}</bdi></td>${countCells('number minor', words)}${countCells('number', sumOf(kinds), sources)}</tr>\n`
  yield markup`</tbody></table></section>
`
}
