import type { FlatDocument } from '../../flat/flatDocument'
import type { ExportInput, LossKind } from '../../format'

/** All but the places and types of mentions. */
export function countConllLosses({ spans, relations }: FlatDocument, lost: ExportInput['lost']): void {
  const count = (kind: LossKind, all: number) => {
    if (all > 0) lost(kind, all)
  }
  const of = (layer: string) => spans.filter((span) => span.layer === layer)
  count('quote', of('quote').length)
  count('speaker', of('quote').filter(({ features }) => features['speaker'] !== undefined).length)
  count('link', relations.filter(({ label }) => label === 'sameSpeaker').length)
  count('entity', of('mention').length)
  count('code', of('code').length)
  count('memo', spans.filter(({ note }) => note !== undefined).length)
  count('status', of('mention').filter(({ features }) => features['status'] !== 'suggested').length)
}
