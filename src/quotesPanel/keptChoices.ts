import { anyWords, panelScopes, type PanelScope, type WordMatch } from '../protocol/quotesPanel'
import type { Kept } from '../study/studyFilter'

const matchKey = 'quotesPanel.match'
const scopeKey = 'quotesPanel.scope'

/** How words were looked for last in this workspace. */
export function keptMatch(kept: Kept): WordMatch {
  const { matchCase, wholeWord } = (kept.get(matchKey) ?? {}) as Partial<Record<keyof WordMatch, unknown>>
  return {
    matchCase: typeof matchCase === 'boolean' ? matchCase : anyWords.matchCase,
    wholeWord: typeof wholeWord === 'boolean' ? wholeWord : anyWords.wholeWord
  }
}

export function keepMatch(kept: Kept, match: WordMatch): void {
  void kept.update(matchKey, match)
}

/** Whose rows were listed last in this workspace: those of the folder at first. */
export function keptScope(kept: Kept): PanelScope {
  const wanted = kept.get(scopeKey)
  return panelScopes.find((scope) => scope === wanted) ?? 'folder'
}

export function keepScope(kept: Kept, scope: PanelScope): void {
  void kept.update(scopeKey, scope)
}
