import { anyWords, type WordMatch } from '../protocol/quotesPanel'
import type { Kept } from '../study/studyFilter'

const key = 'quotesPanel.match'

/** How words were looked for last in this workspace. */
export function keptMatch(kept: Kept): WordMatch {
  const { matchCase, wholeWord } = (kept.get(key) ?? {}) as Partial<Record<keyof WordMatch, unknown>>
  return {
    matchCase: typeof matchCase === 'boolean' ? matchCase : anyWords.matchCase,
    wholeWord: typeof wholeWord === 'boolean' ? wholeWord : anyWords.wholeWord
  }
}

export function keepMatch(kept: Kept, match: WordMatch): void {
  void kept.update(key, match)
}
