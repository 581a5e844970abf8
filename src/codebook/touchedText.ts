import type { Touched } from '../annotations'
import { l10n } from '../workspace/l10n'

/** "12 codings in 5 articles, 3 of them by others"; "" when there are none. */
export function touchedText({ codings, articles, ofOthers }: Touched): string {
  if (codings === 0) return ''
  const what = codings === 1 ? l10n.t('1 coding') : l10n.t('{0} codings', codings)
  const where = articles === 1 ? l10n.t('{0} in 1 article', what) : l10n.t('{0} in {1} articles', what, articles)
  return ofOthers > 0 ? l10n.t('{0}, {1} of them by others', where, ofOthers) : where
}
