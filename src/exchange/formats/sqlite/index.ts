import type { ExchangeFormat } from '../../format'
import { writeDatabase, type OpenDatabase } from './writeDatabase'

/**
 * The tables as a database. SQLite itself is given by the host: it takes half a megabyte, so it comes with the command line and not
 * with the extension.
 */
export function sqliteFormat(open: OpenDatabase): ExchangeFormat {
  return {
    id: 'sqlite',
    label: 'SQLite database',
    description:
      'The same tables with keys, full-text search over quotes and articles, and a view for each of ten questions that are often asked. For R, Python, Datasette and everything else that reads SQLite.',
    suffix: '',
    extension: 'sqlite',
    cannotHold: ['verdict', 'character'],
    writer: { kind: 'file', write: (input) => writeDatabase(input, open) }
  }
}
