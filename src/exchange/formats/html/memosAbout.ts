import { around, markup, type Html } from './markup'
import type { Page } from './page'

/** The memos about the project (""), a code or an entity: `ProjectMemo.about`. `name`: of that, where nothing around them says it. */
export function memosAbout({ input, wording: { translate } }: Page, about: string, name?: string): readonly Html[] {
  return input.memos
    .filter((memo) => memo.about === about && memo.text.trim() !== '')
    .map(
      ({ text, creator, created, modified }) =>
        markup`<figure class="memo-about"><blockquote dir="auto">${text.trim()}</blockquote><figcaption>${name !== undefined && markup`<bdi>${name}</bdi> \u00B7 `}${around(translate('Memo by {0}, {1}', '{0}', (modified ?? created).slice(0, 10)), markup`<bdi>${creator}</bdi>`)}</figcaption></figure>\n`
    )
}
