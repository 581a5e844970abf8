import { readArticle } from '../../../src/article'
import { hostileMarkdown } from '../../unit/article/hostileMarkdown'
import type { GrowthGroup } from './growth'

/** Reading Markdown: its blocks, and what is written in them. */
export function markdownGroups(): Promise<readonly GrowthGroup[]> {
  const cases = Object.entries(hostileMarkdown).map(([name, textOf]) => ({
    name,
    prepare: (length: number) => {
      const text = textOf(length)
      return () => void readArticle(text, 'markdown')
    }
  }))
  return Promise.resolve([{ what: 'reading Markdown', cases }])
}
