import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { csv } from '../../src/exchange/formats/csv'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'

const run = promisify(execFile)

/** Cuts the words of each quote and coding out of the texts by code points, as a researcher would, and says where they differ. */
const script = `
args <- commandArgs(TRUE)
folder <- args[1]
read <- function(name) {
  path <- file.path(folder, paste0(name, '.csv'))
  if (args[2] == 'readr') as.data.frame(readr::read_csv(path, show_col_types = FALSE, trim_ws = FALSE, na = ''))
  else read.csv(path, encoding = 'UTF-8', na.strings = '')
}
texts <- read('texts')
cut <- function(article, spans) {
  text <- texts$text[texts$article == article]
  pieces <- strsplit(strsplit(spans, ' ')[[1]], '-')
  paste(sapply(pieces, function(piece) substr(text, as.integer(piece[1]) + 1, as.integer(piece[2]))), collapse = ' \\u2026 ')
}
check <- function(name, words, spans) {
  table <- read(name)
  same <- mapply(function(article, span, word) identical(cut(article, span), word), table$article, table[[spans]], table[[words]])
  cat(name, nrow(table), sum(same), '\\n')
}
check('quotes', 'content', 'content_spans')
check('codings', 'words', 'spans')
quotes <- read('quotes')
entities <- read('entities')
joined <- merge(quotes, entities, by.x = 'speaker_id', by.y = 'entity')
cat('spoken', nrow(joined), class(quotes$confidence), class(quotes$again), class(quotes$start), '\\n')
cat('distinct', sum(quotes$act == 'speech' & !quotes$again), '\\n')
cat('rows', nrow(read('articles')), nrow(read('mentions')), nrow(read('memos')), nrow(read('columns')), '\\n')
`

describe('R reads the tables', () => {
  for (const reader of ['readr', 'base'])
    it(`with ${reader}: every span on its words, numbers as numbers, truths as truths`, async () => {
      const files = await written(csv, inputOf([...tortureDocuments(), plainDocument()], { offsets: 'codepoints' }))
      const folder = await mkdtemp(join(tmpdir(), 'tables-'))
      try {
        for (const { path, bytes } of files) await writeFile(join(folder, path), bytes)
        await writeFile(join(folder, 'check.R'), script)
        const { stdout } = await run('Rscript', ['--vanilla', join(folder, 'check.R'), folder, reader], {
          env: { ...process.env, LC_ALL: 'C.UTF-8' }
        })
        const start = reader === 'readr' ? 'numeric' : 'integer'
        assert.deepEqual(stdout.trim().split(/\s*\n/), [
          'quotes 7 7',
          'codings 10 10',
          `spoken 7 numeric logical ${start}`,
          'distinct 7',
          'rows 6 11 2 156'
        ])
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
})
