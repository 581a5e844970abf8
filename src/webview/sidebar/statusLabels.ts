import type { CodeEntry, EntryStatus, ReviewEntry, SidebarStrings } from '../../protocol/sidebar'
import { format } from '../shared/format'
import type { NodeContent } from './treeNodes'

/** Whether a row is about something that can be decided, and what has been said of it; undefined for other rows. */
export function decidable(content: NodeContent): { readonly status: EntryStatus | undefined } | undefined {
  switch (content.kind) {
    case 'entity':
      return { status: content.entity.status }
    case 'mention':
      return { status: content.mention.status }
    case 'quote':
      return { status: content.quote.status }
    case 'source':
      return { status: content.status }
    case 'coding':
    case 'memo':
    case 'review':
    case 'group':
    case 'code':
    case 'action':
    case 'elsewhere':
    case 'quotes':
    case 'more':
    case 'pending':
    case 'note':
      return undefined
  }
}

/** "decided by Ann"; what nobody has decided about has no words. */
export function stateLabel(status: EntryStatus | undefined, strings: SidebarStrings): string {
  if (!status) return ''
  const by = status.by.length > 0 ? format(strings.decidedBy, status.by.join(', ')) : strings.decided
  switch (status.state) {
    case 'suggested':
      return ''
    case 'partly':
      return strings.partlyDecided
    case 'decided':
      return by
    case 'review':
      return `${strings.toReview}, ${by}`
  }
}

/** What a screen reader says of an entry beside what it is: its state, its codes, its memo. */
export function statusLabels(
  status: EntryStatus | undefined,
  codes: readonly CodeEntry[],
  strings: SidebarStrings
): readonly string[] {
  return [
    stateLabel(status, strings),
    codes.length > 0 ? format(strings.codesAre, codes.map((code) => codeName(code, strings)).join(', ')) : '',
    status?.memo ? format(strings.memoIs, status.memo) : ''
  ].filter(Boolean)
}

/** The code's own name, without those above it. */
export function codeName({ path }: Pick<CodeEntry, 'path'>, strings: SidebarStrings): string {
  return path.at(-1) ?? strings.unknownCode
}

/** The names of the codes above it, and its own. */
export function codePath({ path }: Pick<CodeEntry, 'path'>, strings: SidebarStrings): string {
  return path.length > 0 ? path.join(' \u203A ') : strings.unknownCode
}

/** What was decided. */
export function reviewedLabel({ kind, content }: ReviewEntry, strings: SidebarStrings): string {
  switch (kind) {
    case 'accept':
      return strings.reviewedAccept
    case 'reject':
      return strings.reviewedReject
    case 'mention':
      return content === '' ? strings.reviewedMention : format(strings.reviewedIdentity, content)
    case 'identity':
      return format(strings.reviewedIdentity, content)
    case 'quote':
      return strings.reviewedQuote
    case 'speaker':
      return content === '' ? strings.reviewedNobody : format(strings.reviewedSpeaker, content)
    case 'code':
      return format(strings.reviewedCode, content || strings.unknownCode)
    case 'noCode':
      return format(strings.reviewedNoCode, content || strings.unknownCode)
    case 'memo':
      return format(strings.memoIs, content)
    case 'article':
      return strings.reviewedArticle
  }
}

/** Why it waits for a review. */
export function reviewReason({ state, by }: ReviewEntry, strings: SidebarStrings): string {
  if (state === 'proposed') return format(strings.reviewProposed, by)
  return { changed: strings.reviewChanged, ambiguous: strings.reviewAmbiguous, orphan: strings.reviewOrphan }[state]
}
