import type { EntryStatus } from '../../protocol/common'
import type { Judged } from '../../util/filterQuery'
import type { Codebook } from './codebook'

/** What a filter's conditions are asked of; of a mere suggestion, too. */
export function judged(status: EntryStatus | undefined, codebook: Codebook): Judged {
  if (!status) return { state: 'suggested', hasMemo: false, codes: [], people: [] }
  return {
    state: status.state,
    hasMemo: status.memo !== '',
    codes: status.codes.map((id) => codebook.code(id).path),
    people: [...status.by, ...status.markedBy]
  }
}
