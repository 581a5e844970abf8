import { shownColor } from '../../../annotations'
import { markup, type Html } from './markup'
import type { Page } from './page'
import { styleSheet } from './styleSheet'

/** No script, nothing from anywhere: a browser then refuses what a mistake of ours would let through. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Up to the overview: head, title, navigation, legend. */
export function beginning(page: Page): Html {
  const { title, now } = page.input
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Article Annotator">
<title>${title} \u2013 report</title>
<style>${{ html: styleSheet }}${{ html: codeColors(page) }}</style>
</head>
<body>
<header class="top">
<p class="kind">Article report</p>
<h1 dir="auto">${title}</h1>
<p class="about">Made with Article Annotator on <time datetime="${now}">${now.slice(0, 10)}</time></p>
<nav aria-label="Contents"><ul>
<li><a href="#overview">Overview</a></li>
<li><a href="#sources">Sources and their quotes</a></li>
<li><a href="#articles">Articles</a></li>
</ul></nav>
</header>
<main>
${legend(page)}`
}

function legend({ overview }: Page): Html {
  const marks: readonly (readonly [string, string])[] = [
    ['person', 'person'],
    ['organization', 'organization'],
    ['group', 'group'],
    ['place', 'place'],
    ['quote opens closes', 'quote'],
    ['cue', 'cue'],
    ['source', 'source of a quote']
  ]
  const added: readonly (readonly [string, string])[] = [
    ...(overview.marks.codings > 0 ? ([['stripes1 coded', 'coded words']] as const) : []),
    ...(overview.marks.memos > 0 ? ([['memo', 'words with a memo']] as const) : [])
  ]
  return markup`<aside class="legend" aria-label="How the text is marked"><p>In the text: ${[...marks, ...added].map(
    ([classes, label]) => markup`<span class="sample"><span class="${classes}">${label}</span></span> `
  )}</p></aside>
`
}

/** A variable for each code, as it can be seen on light and on dark paper. */
function codeColors({ overview }: Page): string {
  const variables = (background: 'light' | 'dark') =>
    overview.codes.map(({ number, color }) => `--code${number}:${shownColor(color, background)};`).join('')
  return `:root{--code0:#808080;${variables('light')}}@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}`
}

export function sourcesHeading({ overview }: Page): Html {
  const isEmpty = overview.sources.length === 0 && overview.unattributed.length === 0
  return markup`<section id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">Sources and their quotes</h2>
${isEmpty && markup`<p class="empty">Nobody is quoted.</p>\n`}`
}

export function articlesHeading({ overview }: Page): Html {
  return markup`</section>
<section id="texts" aria-labelledby="texts-title">
<h2 id="texts-title">Articles</h2>
${overview.articles.length === 0 && markup`<p class="empty">There are no articles.</p>\n`}`
}

export const ending = markup`</section>
</main>
</body>
</html>
`
