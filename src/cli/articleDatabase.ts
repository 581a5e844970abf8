import { exportInput, fillDatabase, lossCounter } from '../exchange'
import { articleSpool } from './articleSpool'
import { sqlitePart } from './parts'
import type { CliPorts } from './ports'
import type { Report } from './report'
import { spoolArticles, type SpoolOptions } from './spoolArticles'
import type { DatabaseInFolder } from './sqlite'

/** The articles as a database of the format sqlite, closed, in a temporary folder. Undefined where there are none. */
export async function articleDatabase(
  paths: readonly string[],
  options: SpoolOptions,
  ports: CliPorts,
  report: Report
): Promise<DatabaseInFolder | undefined> {
  const spool = await articleSpool(ports)
  try {
    const project = await spoolArticles(paths, options, ports, report, spool)
    if (spool.count() === 0) return undefined
    const source = { title: '', count: spool.count(), articles: spool.articles, corpus: spool.link(), project }
    const input = await exportInput(
      source,
      { content: options.suggestionsOnly ? 'suggestions' : 'both', offsets: 'utf16', now: new Date().toISOString() },
      { isWanted: () => true, onArticle: () => undefined },
      lossCounter()
    )
    const database = sqlitePart(ports).newDatabase(ports)
    await fillDatabase(database, input).catch(async (error: unknown) => {
      await database.remove()
      throw error
    })
    database.close()
    return database
  } finally {
    await spool.remove()
  }
}
