import type { EntityType, Mention, Quote } from '../analysis'
import { l10n } from '../workspace/l10n'
import { identityReason } from './reasons'

export function entityTypeName(type: EntityType): string {
  switch (type) {
    case 'person':
      return l10n.t('person')
    case 'organization':
      return l10n.t('organization')
    case 'group':
      return l10n.t('group')
    case 'place':
      return l10n.t('place')
  }
}

/** What a mention is: of a place also whether it acts. */
export function mentionTypeName({ type, acting }: Pick<Mention, 'type' | 'acting'>): string {
  return type === 'place' && acting ? l10n.t('place, acting') : entityTypeName(type)
}

export function quoteKindName({ kind, act }: Quote): string {
  switch (kind) {
    case 'direct':
      return act === 'speech' ? l10n.t('Direct quote') : l10n.t('Attitude, quoted directly')
    case 'indirect':
      return act === 'speech' ? l10n.t('Indirect quote') : l10n.t('Attitude')
    case 'mixed':
      return act === 'speech' ? l10n.t('Mixed quote') : l10n.t('Attitude, partly quoted')
  }
}

/** Why a description or pronoun is taken for its entity, and how sure that is; plain text. */
export function identification({ rule, confidence }: Mention): string {
  return withConfidence(confidence, identityReason(rule))
}

/** "High confidence (92 %): " and a reason, which is plain text. Only what a person decided is certain. */
export function withConfidence(confidence: number, reason: string): string {
  const percent = Math.min(99, Math.round(100 * confidence))
  if (confidence >= 0.8) return l10n.t('High confidence ({0} %): {1}', percent, reason)
  return confidence >= 0.5
    ? l10n.t('Medium confidence ({0} %): {1}', percent, reason)
    : l10n.t('Low confidence ({0} %): {1}', percent, reason)
}
