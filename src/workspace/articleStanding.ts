import type { ArticleVerdict } from '../article'

/** Whether a file is an article, and who says so: a researcher's decision, the settings' patterns, or the text itself. */
export interface ArticleStanding {
  readonly isArticle: boolean
  readonly by: 'decision' | 'setting' | 'text'
}

/** A researcher's word goes above the settings, and these above what the text looks like. */
export function standingOf(
  decided: boolean | null | undefined,
  bySetting: boolean | undefined,
  verdict: Pick<ArticleVerdict, 'isArticle'> | undefined
): ArticleStanding {
  if (decided !== null && decided !== undefined) return { isArticle: decided, by: 'decision' }
  if (bySetting !== undefined) return { isArticle: bySetting, by: 'setting' }
  return { isArticle: verdict?.isArticle ?? true, by: 'text' }
}
