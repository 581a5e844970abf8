import { shownColor } from '../../../annotations'
import { around, markup, type Html } from './markup'
import type { OverviewPage } from './page'
import { styleSheet } from './styleSheet'

/** No script, nothing from anywhere: a browser then refuses what a mistake of ours would let through. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Up to the overview: head, title, navigation, legend. */
export function beginning(page: OverviewPage): Html {
  const { title, now } = page.input
  const { language, translate } = page.wording
  const made = translate('Made with Article Annotator on {0}', '{0}')
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Article Annotator">
<title>${translate('{0} \u2013 report', title)}</title>
<style>${{ html: styleSheet }}${{ html: codeColors(page) }}</style>
</head>
<body>
<header class="top">
<p class="kind">${translate('Article report')}</p>
<h1 dir="auto">${title}</h1>
<p class="about">${around(made, markup`<time datetime="${now}">${now.slice(0, 10)}</time>`)}</p>
<nav aria-label="${translate('Contents')}"><ul>
<li><a href="#overview">${translate('Overview')}</a></li>
<li><a href="#sources">${translate('Sources and their quotes')}</a></li>
<li><a href="#articles">${translate('Articles')}</a></li>
</ul></nav>
</header>
<main>
${legend(page)}`
}

function legend({ overview, wording: { translate } }: OverviewPage): Html {
  const marks: readonly (readonly [string, string])[] = [
    ['person', translate('person')],
    ['organization', translate('organization')],
    ['group', translate('group')],
    ['place', translate('place')],
    ['quote opens closes', translate('quote')],
    ['cue', translate('cue')],
    ['source', translate('source of a quote')]
  ]
  const added: readonly (readonly [string, string])[] = [
    ...(overview.marks.codings > 0 ? ([['stripes1 coded', translate('coded words')]] as const) : []),
    ...(overview.marks.memos > 0 ? ([['memo', translate('words with a memo')]] as const) : [])
  ]
  return markup`<aside class="legend" aria-label="${translate('How the text is marked')}"><p>${translate('In the text:')} ${[
    ...marks,
    ...added
  ].map(
    ([classes, label]) => markup`<span class="sample"><span class="${classes}">${label}</span></span> `
  )}</p></aside>
`
}

/** A variable for each code, as it can be seen on light and on dark paper. */
function codeColors({ overview }: OverviewPage): string {
  const variables = (background: 'light' | 'dark') =>
    overview.codes.map(({ number, color }) => `--code${number}:${shownColor(color, background)};`).join('')
  return `:root{--code0:#808080;${variables('light')}}@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}`
}

export function sourcesHeading({ overview, wording: { translate } }: OverviewPage): Html {
  const isEmpty = overview.sources.length === 0 && overview.unattributed.length === 0
  return markup`<section id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">${translate('Sources and their quotes')}</h2>
${isEmpty && markup`<p class="empty">${translate('Nobody is quoted.')}</p>\n`}`
}

export function articlesHeading({ overview, wording: { translate } }: OverviewPage): Html {
  return markup`</section>
<section id="texts" aria-labelledby="texts-title">
<h2 id="texts-title">${translate('Articles')}</h2>
${overview.articles.length === 0 && markup`<p class="empty">${translate('There are no articles.')}</p>\n`}`
}

export const ending = markup`</section>
</main>
</body>
</html>
`
