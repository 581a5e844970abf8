import { highlights } from './highlightColors'

/**
 * On paper, which may be black and white: quotes stand in brackets too, backgrounds are printed, each article begins a page, and
 * what is folded is open.
 */
export const printSheet = `
@page { margin: 16mm 15mm 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --faint: #f4f4f4; ${highlights('light')} }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  nav, .back { display: none; }
  h2, h3, h4, caption, .from { break-after: avoid; }
  h2 { break-before: page; margin-top: 0; border-top: 0; padding-top: 0; }
  #overview h2 { break-before: auto; margin-top: 2rem; }
  .place { text-decoration-style: double; text-decoration-thickness: .06em; }
  article + article { break-before: page; border-top: 0; margin-top: 0; }
  article h3 { margin-top: 0; }
  .row { grid-template-columns: minmax(0, 64%) minmax(0, 1fr); column-gap: 1.5rem; }
  .row > p { font-size: 1.0625rem; line-height: 1.55; orphans: 3; widows: 3; }
  tr, .notes li, .quotes ul li, .repeats > li, .figures div, .who-is-in dl div { break-inside: avoid; }
  thead { display: table-header-group; }
  .definitions summary { color: inherit; list-style: none; font-weight: 600; }
  .definitions::details-content { content-visibility: visible; block-size: auto; }
  .quote.opens::before { content: '\\2308'; color: #444; }
  .quote.closes::after { content: '\\230b'; color: #444; }
  .mark { color: #000; }
}
`
