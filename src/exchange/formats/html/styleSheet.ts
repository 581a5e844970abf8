import { highlights } from './highlightColors'
import { printSheet } from './printSheet'
import { textSheet } from './textSheet'

/**
 * The page's style: one column of some 70 characters with the notes beside it. Colours are variables, those of dark paper only on a
 * screen; what is highlighted has the palette's. Written by us alone: nothing of an article is in it.
 */
const pageSheet = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22211e; --quiet: #5f5c55; --line: #dcd8ce; --faint: #f3f0e8;
  --accent: #1d4f91; ${highlights('light')}
  --serif: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, 'Liberation Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1c1e; --ink: #dddad3; --quiet: #a5a29a; --line: #3a3b3e; --faint: #242528;
    --accent: #93bdf5; ${highlights('dark')}
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: .18em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 2rem; }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: 2.5rem; letter-spacing: -.012em; }
h2 { font-size: 1.75rem; margin: 4.5rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
#overview h2 { margin-top: 2.5rem; border-top: 0; padding-top: 0; }
h3 { font-size: 1.25rem; margin: 2.75rem 0 .5rem; }
h4 { font-size: 1.0625rem; }
p { margin: 0; }
ul, ol { margin: 0; padding: 0; list-style: none; }
dl, dd, dt, figure, blockquote { margin: 0; }

.top .kind { color: var(--quiet); font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; margin-bottom: .5rem; }
.about, .aside, .facts, .date, caption, .read { color: var(--quiet); }
.about, .aside { font-size: .875rem; }
.about bdi { display: inline-block; }
.top .about { margin-top: .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 1.25rem; }
.file { font-size: .9375em; }
.empty { color: var(--quiet); font-style: italic; margin: 1rem 0; }
.back { font-size: .8125rem; margin-top: 1.25rem; }

.legend { margin-top: 2rem; padding: .75rem 0; border: solid var(--line); border-width: 1px 0; font-size: .875rem; color: var(--quiet); }
.sample { margin-right: 1rem; white-space: nowrap; color: var(--ink); font-family: var(--serif); font-size: 1rem; }
.coded { --stripe1: var(--accent); }

.read { font-size: 1.0625rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 1.25rem 1.5rem; margin: 1.5rem 0 1.25rem; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-top: 1px solid var(--line); padding-top: .5rem; }
.figures dt { color: var(--quiet); font-size: .8125rem; line-height: 1.3; }
.figures dd { font: 600 1.875rem/1.15 var(--serif); font-variant-numeric: lining-nums; }
.definitions { font-size: .875rem; }
.definitions summary { color: var(--accent); cursor: pointer; width: fit-content; }
.definitions dl { margin: .5rem 0 0; max-width: 44rem; }
.definitions dl div { margin-top: .375rem; }
.definitions dt { display: inline; font-weight: 600; }
.definitions dt::after { content: ': '; }
.definitions dd { display: inline; color: var(--quiet); }

table { width: 100%; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: start; font-size: .875rem; padding-bottom: .5rem; }
th, td { text-align: start; vertical-align: baseline; padding: .3125rem .75rem .3125rem 0; font-weight: 400; }
thead th, thead td { color: var(--quiet); font-size: .8125rem; border-bottom: 1px solid var(--ink); vertical-align: bottom; }
tbody th, tbody td { border-bottom: 1px solid var(--line); }
tbody td.wide { color: var(--quiet); font-size: .875rem; max-width: 22rem; }
th.number, td.number { text-align: end; width: 1%; white-space: nowrap; }
.strong { font-weight: 600; }
td.bars { width: 24%; padding-right: 0; padding-left: .5rem; }
.timeline td.bars { width: 70%; }
.timeline th { white-space: nowrap; }
td.date { white-space: nowrap; font-size: .875rem; }
.depth { display: inline-block; width: calc(var(--depth) * 1.25rem); }
.swatch { display: inline-block; width: .75em; height: .75em; border-radius: 2px; background: var(--code); vertical-align: -.02em; }

.bar { display: flex; gap: 1px; height: .6875rem; }
.bar span { min-width: 2px; }
.bar .direct { background: var(--direct); }
.bar .mixed { background: repeating-linear-gradient(135deg, var(--mixed) 0 2px, var(--quote) 2px 4px); }
.bar .indirect { border: 1.5px solid var(--indirect); }
.bar-legend { display: flex; align-items: center; gap: .375rem; margin-top: .625rem; font-size: .8125rem; color: var(--quiet); }
.bar-legend .bar { width: 1.25rem; margin-left: .75rem; }
.bar-legend .bar:first-child { margin-left: 0; }
.bar-legend .bar span { width: 100%; }
.aside { margin-top: .625rem; }

.repeats > li { margin-top: 1rem; max-width: 44rem; scroll-margin-top: 2rem; }
q { quotes: none; font-family: var(--serif); font-size: 1.0625rem; display: block; }
.places { font-size: .875rem; margin-top: .125rem; }
.places li { margin-top: .125rem; }
.places li::before { content: '\\2014\\00a0'; color: var(--quiet); }

.speaker > h3 { margin-top: 2.5rem; }
.speaker .about { margin-top: .125rem; max-width: 44rem; }
.quotes { max-width: 44rem; }
.quotes > li { margin-top: .875rem; }
.quotes .from { font-size: .875rem; }
.quotes ul li { display: grid; grid-template-columns: 1.75rem 1fr; font-family: var(--serif); font-size: 1.0625rem; line-height: 1.45; margin-top: .3125rem; }
.quotes .facts { font: .8125rem/1.4 var(--sans); margin-left: .25rem; white-space: nowrap; }
.to-quote { font: .8125rem/1.9 var(--sans); text-decoration: none; }
.memo-about { margin: .75rem 0; padding-left: .875rem; border-left: 3px solid var(--line); max-width: 44rem; }
.memo-about blockquote { white-space: pre-line; font-family: var(--serif); color: var(--ink); }
.memo-about figcaption { font-size: .8125rem; color: var(--quiet); }
@media screen and (max-width: 44rem) {
  body { padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.875rem; }
  table .wide, table .bars, table .minor { display: none; }
  tbody th { overflow-wrap: anywhere; }
  td.date { white-space: normal; }
  .timeline .bars { display: table-cell; }
}
`

export const styleSheet = `${pageSheet}${textSheet}${printSheet}`
