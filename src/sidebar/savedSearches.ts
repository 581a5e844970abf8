import { window } from 'vscode'
import type { StudyFilter } from '../study/studyFilter'
import { l10n } from '../workspace/l10n'

/** Asks for a name, and keeps the present filter under it. */
export async function saveSearch(filter: StudyFilter): Promise<void> {
  const query = filter.query()
  if (query.trim() === '') return
  const name = await window.showInputBox({
    title: l10n.t('Save This Search'),
    prompt: l10n.t('A name for the search. If the name exists already, its search is replaced.'),
    value: query,
    validateInput: (typed) => (typed.trim() === '' ? l10n.t('A search needs a name.') : undefined)
  })
  if (name !== undefined) filter.save({ name: name.trim(), query })
}

/** Asks which of the saved searches are not wanted any more. */
export async function forgetSearches(filter: StudyFilter): Promise<void> {
  const unwanted = await window.showQuickPick(
    filter.saved().map(({ name, query }) => ({ label: name, description: query === name ? '' : query })),
    { title: l10n.t('Forget Saved Searches'), canPickMany: true }
  )
  for (const { label } of unwanted ?? []) filter.forget(label)
}
