import type { ReadingNotice, ReadingStrings } from '../../protocol/reading'

/** What is said before the text, calmly. */
export function Notice({
  notice,
  strings
}: {
  readonly notice: ReadingNotice | null
  readonly strings: ReadingStrings
}) {
  return (
    <p class={notice === null ? 'notice none' : 'notice'} role="status">
      {notice === null ? '' : strings[notice]}
    </p>
  )
}
