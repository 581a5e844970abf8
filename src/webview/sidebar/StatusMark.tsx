import { Fragment } from 'preact'
import type { CodeEntry, EntryStatus, SidebarStrings } from '../../protocol/sidebar'
import { Icon } from '../shared/Icon'
import { codeName, codePath, stateLabel } from './statusLabels'

/** At the end of a row: a ring for a suggestion, a disc for what is decided, a flag for what is to be reviewed. */
export function StatusMark({
  status,
  strings
}: {
  readonly status: EntryStatus | undefined
  readonly strings: SidebarStrings
}) {
  const state = status?.state ?? 'suggested'
  return (
    <span class={`state ${state}`} title={stateLabel(status, strings) || strings.undecidedHelp}>
      {state === 'review' && <Icon name="flag" />}
    </span>
  )
}

interface MarksProps {
  readonly status: EntryStatus | undefined
  readonly codes: readonly CodeEntry[]
  readonly strings: SidebarStrings
}

/** More codes than that are counted. */
const mostDots = 3

/** The colours of an entry's codes and whether it has a memo, where there is no room for words. */
export function MarkDots({ status, codes, strings }: MarksProps) {
  if (!hasMarks(status, codes)) return null
  return (
    <span class="marks">
      {codes.slice(0, mostDots).map((code) => (
        <CodeDot key={code.id} color={code.color} title={codePath(code, strings)} />
      ))}
      {codes.length > mostDots && <span data-value={`+${codes.length - mostDots}`} />}
      {status?.memo && <MemoIcon memo={status.memo} />}
    </span>
  )
}

/** The codes of a quote by name, and the beginning of its memo: a line of their own. */
export function MarkChips({ status, codes, strings }: MarksProps) {
  if (!hasMarks(status, codes)) return null
  return (
    <span class="chips">
      {codes.map((code) => (
        <Fragment key={code.id}>
          <span class="chip" title={codePath(code, strings)}>
            <CodeDot color={code.color} />
            <bdi>{codeName(code, strings)}</bdi>
          </span>{' '}
        </Fragment>
      ))}
      {status?.memo && (
        <span class="chip memo" title={status.memo}>
          <Icon name="note" />
          <bdi>{status.memo}</bdi>
        </span>
      )}
    </span>
  )
}

function hasMarks(status: EntryStatus | undefined, codes: readonly CodeEntry[]): boolean {
  return codes.length > 0 || Boolean(status?.memo)
}

export function CodeDot({ color, title }: { readonly color: string; readonly title?: string }) {
  return <span class="dot" title={title} style={{ background: color }} />
}

export function MemoIcon({ memo }: { readonly memo: string }) {
  return (
    <span class="memo-icon" title={memo}>
      <Icon name="note" />
    </span>
  )
}
