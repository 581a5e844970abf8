import type { ArticleFormat } from '../article'
import type { ArticleAnalyzer } from './articleAnalyzer'
import { contentKey } from './cacheFiles'
import { ThreadKilled } from './threadedAnalyzer'

/**
 * Refuses the articles whose contents are in `killers`, and puts in those that kill a thread: neither another thread nor
 * this one tries them again.
 */
export function refusingKillers(analyzer: ArticleAnalyzer, killers: Set<string>): ArticleAnalyzer {
  return {
    ...analyzer,
    async analyze(text, format, isWanted) {
      if (killers.size > 0 && killers.has(await keyOf(text, format)))
        throw new ThreadKilled('an earlier analysis of the same text ended its thread')
      try {
        return await analyzer.analyze(text, format, isWanted)
      } catch (error) {
        if (error instanceof ThreadKilled) killers.add(await keyOf(text, format))
        throw error
      }
    },
    dispose: () => analyzer.dispose()
  }
}

async function keyOf(text: string, format: ArticleFormat): Promise<string> {
  return `${await contentKey(new TextEncoder().encode(text))}-${format}`
}
