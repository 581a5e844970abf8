import type { ExportInput } from './format'

/** Counts the memos about project, codes and entities as lost: all of them, or those that a format has nothing to hang on. */
export function countProjectMemos(
  { memos, lost }: Pick<ExportInput, 'memos' | 'lost'>,
  isHeld: (about: string) => boolean = () => false
): void {
  const count = memos.filter(({ about }) => !isHeld(about)).length
  if (count > 0) lost('project-memo', count)
}
