import { exchangeFormats, sqliteFormat, type ExchangeFormat } from '../exchange'
import { sqlitePart } from './parts'
import type { CliPorts } from './ports'

/** Every format of the exports, and those that the command line alone can write: behind the other tables. */
export function cliFormats(ports: Pick<CliPorts, 'parts' | 'onInterrupt'>): readonly ExchangeFormat[] {
  const sqlite = sqliteFormat(() => Promise.resolve(sqlitePart(ports).newDatabase(ports)))
  return exchangeFormats.flatMap((format) => (format.id === 'parquet' ? [format, sqlite] : format))
}
