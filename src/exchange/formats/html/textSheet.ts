/**
 * How articles look. What an annotation is shows in properties that do not disturb each other, since one stretch of text may belong
 * to many: a mention is underlined, each type in its own way; a quote is tinted; a cue is in italics; the source of a quote has a
 * line below; a code is a stripe above.
 */
export const textSheet = `
article { padding-top: 1px; }
article + article { margin-top: 3.5rem; border-top: 1px solid var(--line); }
article h3 { font-size: 1.625rem; margin-top: 2rem; line-height: 1.3; }
article h3 .number { color: var(--quiet); font-weight: 400; }
article .about { margin-top: .375rem; }
article > header { margin-bottom: 1.25rem; }
.row { display: grid; grid-template-columns: minmax(0, 38rem) minmax(0, 1fr); column-gap: 2.25rem; }
.row > p, .row > h4, .row > .other { grid-column: 1; }
.row > p { font: 1.125rem/1.65 var(--serif); margin-bottom: .875rem; hanging-punctuation: first; }
.row > h4 { margin: 1rem 0 .625rem; font-size: 1.1875rem; }
.row > p.title { font-weight: 600; font-size: 1.25rem; }
.row > p.byline, .row > p.credit { font-size: 1rem; font-style: italic; color: var(--quiet); }
.row > .other { white-space: pre-wrap; font: .8125rem/1.5 ui-monospace, 'Cascadia Mono', Menlo, 'Liberation Mono', monospace; color: var(--quiet); background: var(--faint); border-radius: 4px; padding: .625rem .875rem; margin-bottom: .875rem; }

.person, .organization, .group, .place { text-decoration: underline; text-decoration-thickness: .09em; text-underline-offset: .13em; text-decoration-skip-ink: none; }
.person { text-decoration-color: var(--person); }
.organization { text-decoration-color: var(--organization); text-decoration-style: dashed; }
.group { text-decoration-color: var(--group); text-decoration-style: dotted; text-decoration-thickness: .13em; }
.place { text-decoration-color: var(--place); text-decoration-thickness: .05em; }
.quote { background-color: var(--quote); padding: .1em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.quote.in-quote { background-color: var(--quote-in); }
.quote.opens { border-start-start-radius: 3px; border-end-start-radius: 3px; }
.quote.closes { border-start-end-radius: 3px; border-end-end-radius: 3px; }
.cue { font-style: italic; }
.source { border-bottom: 1px dotted var(--source); padding-bottom: .12em; }
.memo { outline: 1px dotted var(--quiet); outline-offset: 1px; }
.stripes1, .stripes2, .stripes3 { padding-top: .2em; background-repeat: no-repeat; background-size: 100% 2px; }
.stripes1 { background-image: linear-gradient(var(--stripe1) 0 0); }
.stripes2 { background-image: linear-gradient(var(--stripe1) 0 0), linear-gradient(var(--stripe2) 0 0); background-position: 0 0, 0 3px; }
.stripes3 { background-image: linear-gradient(var(--stripe1) 0 0), linear-gradient(var(--stripe2) 0 0), linear-gradient(var(--stripe3) 0 0); background-position: 0 0, 0 3px, 0 6px; }

.mark { font: 600 .625em/1 var(--sans); vertical-align: .55em; text-decoration: none; padding: 0 .1em; font-style: normal; }
.mark::before { content: attr(data-number); }
.mark:target { background: var(--accent); color: var(--paper); border-radius: 2px; }
.notes { grid-column: 2; font-size: .8125rem; line-height: 1.4; color: var(--ink); padding-top: .3rem; }
.notes li { margin-bottom: .3125rem; padding-left: 1.6rem; position: relative; }
.notes li:target { background: var(--faint); box-shadow: 0 0 0 .25rem var(--faint); border-radius: 2px; }
.notes .number { position: absolute; left: 0; width: 1.2rem; text-align: right; white-space: nowrap; font-weight: 600; text-decoration: none; }
article > header > .notes { padding-top: 2.4rem; }
.notes .swatch { position: absolute; left: .375rem; top: .25em; }
.notes .who { font-weight: 600; color: var(--ink); }
.notes .who.unknown { font-weight: 400; font-style: italic; }
.notes .excerpt { color: var(--quiet); font-family: var(--serif); }
.notes .memo-text { white-space: pre-line; border-left: 2px solid var(--line); padding-left: .5rem; margin-top: .125rem; }
.notes.about-article { max-width: 38rem; margin-bottom: 1rem; }

.who-is-in { margin-top: 1.25rem; padding-top: .75rem; border-top: 1px solid var(--line); font-size: .875rem; max-width: 62rem; }
.who-is-in h4 { font: 600 .875rem var(--sans); }
.who-is-in dl div { display: grid; grid-template-columns: 7.5rem 1fr; margin-top: .375rem; }
.who-is-in dt { color: var(--quiet); }
.who-is-in li { display: inline; }
.who-is-in li:not(:last-child)::after { content: '; '; }
.who-is-in .count { color: var(--quiet); font-variant-numeric: tabular-nums; }

@media screen { article, .speaker { content-visibility: auto; contain-intrinsic-size: auto 40rem; } .speaker { contain-intrinsic-size: auto 12rem; } }
@media screen and (max-width: 56rem) {
  .row { display: block; }
  .row > p { max-width: 38rem; }
  .notes, article > header > .notes { padding: 0 0 .25rem .875rem; margin: 0 0 1rem; border-left: 2px solid var(--line); }
  .who-is-in dl div { display: block; }
}
@media (forced-colors: active) {
  .quote.opens::before { content: '\\2308'; }
  .quote.closes::after { content: '\\230b'; }
  .bar span { background: CanvasText; forced-color-adjust: none; }
}
`
