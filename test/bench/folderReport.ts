import { cpus, loadavg } from 'node:os'
import { measureFolders, type FolderMeasurement } from './folder'
import { folderSource, variation } from './folderArticles'
import { otherFilters } from './folderLists'
import { middle } from './measure'
import { pictureKinds } from '../../src/protocol/overview'

/** What folders of so many articles cost, as Markdown: everything the issue promises, and how it grows. */
export async function reportFolders(sizes: readonly number[], withLanguageModel: boolean): Promise<string> {
  const before = load()
  const measured = await measureFolders(sizes, withLanguageModel)
  const rows = measured.map(({ articles, characters, first, again }) => [
    whole(articles),
    whole(characters),
    seconds(first.wall),
    seconds(first.processor),
    seconds(first.others),
    (first.processor / articles).toFixed(1),
    megabytes(first.memory),
    seconds(again.wall),
    seconds(again.processor),
    seconds(again.behind),
    megabytes(again.memory),
    middle(again.changes).toFixed(0),
    Math.max(...again.changes).toFixed(0)
  ])
  return [
    '# Folders',
    '',
    `Made of ${folderSource().description}: its texts come in turn; ${variation}. Two analysis threads beside the host's, ${withLanguageModel ? 'with' : 'without'} the language model; Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, load ${before} at the beginning and ${load()} at the end (processor time counts all threads of ours; where others took much meanwhile, times by the clock are too long and processor times somewhat).`,
    '',
    table(columns, rows),
    '',
    `Growth: ${growth(measured)}`,
    '',
    table(
      listColumns,
      measured.map(({ articles, again: { lists } }) => [
        whole(articles),
        ...(lists
          ? [lists.first, lists.filter, ...lists.otherFilters, lists.page, lists.longestSlice].map((cost) =>
              cost.toFixed(0)
            )
          : ['', '', '', '', '', '']),
        lists ? whole(lists.largestMessage / 1000) : '',
        lists ? megabytes(lists.memory) : ''
      ])
    ),
    '',
    table(
      pictureColumns,
      measured.map(({ articles, again: { pictures } }) => [
        whole(articles),
        ...(pictures
          ? [
              ...pictureKinds.map(
                (kind) => `${pictures.first[kind].toFixed(0)}, ${pictures.filtered[kind].toFixed(0)}`
              ),
              pictures.longestSlice.toFixed(0),
              whole(pictures.largestMessage / 1000),
              megabytes(pictures.memory)
            ]
          : [])
      ])
    ),
    '',
    table(
      rowColumns,
      measured.map(({ articles, again: { rows } }) => [
        whole(articles),
        ...(rows
          ? [
              whole(rows.rows),
              rows.quotes.toFixed(0),
              rows.filtered.toFixed(0),
              ...[rows.bySource, rows.byKeyword, rows.byLeft, rows.page].map((costs) =>
                costs.map((cost) => cost.toFixed(0)).join(', ')
              ),
              ...[rows.words, rows.mentions].map((costs) => costs.map((cost) => cost.toFixed(0)).join(', ')),
              rows.longestSlice.toFixed(0),
              megabytes(rows.memory)
            ]
          : [])
      ])
    ),
    ''
  ].join('\n')
}

const columns = [
  'articles',
  'characters',
  'read, analyzed, linked, kept: s',
  'processor s',
  'processor s of others meanwhile',
  'processor ms an article',
  'most memory MB',
  'opened again: s',
  'processor s',
  'index behind the links: s',
  'most memory MB',
  'one changed article: links after ms (median)',
  '(longest of 15)'
]

const listColumns = [
  'articles',
  "the sidebar's lists of the folder: first state, processor ms",
  'a filter, the first time',
  `another filter (middle of ${otherFilters.length})`,
  '(most)',
  'a page',
  'the longest slice of all',
  'the largest message, kB',
  'most memory with them, MB'
]

const pictureColumns = [
  'articles',
  ...pictureKinds.map((kind) => `the overview's ${kind}: first, filtered: processor ms`),
  'the longest slice',
  'the largest message, kB',
  'most memory with them, MB'
]

const rowColumns = [
  'articles',
  'quotes',
  "the quotes panel's rows: processor ms",
  'under a filter',
  'by source: first, under another filter',
  'by keyword: first, under another filter',
  'by what stands left: first, under another filter',
  'the longest of ten pages: first, again',
  'searched words, the first time, other words',
  'mentions: first, under another filter',
  'the longest slice',
  'most memory with them, MB'
]

/** Processor time an article of each size, beside that of the smallest: 1 is linear. */
function growth(measured: readonly FolderMeasurement[]): string {
  const perArticle = measured.map(({ articles, first }) => first.processor / articles)
  return measured
    .map(
      ({ articles }, index) =>
        `${whole(articles)} articles cost ${((perArticle[index] ?? Number.NaN) / (perArticle[0] ?? Number.NaN)).toFixed(2)} times as much each`
    )
    .join(', ')
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---:')), ...rows.map(line)].join('\n')
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function megabytes(bytes: number): string {
  return whole(bytes / 1_000_000)
}
