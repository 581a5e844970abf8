import { l10n } from '../workspace/l10n'

/** How a quote was found, for a user who wants to judge it, as plain text. An unknown rule is shown by its name. */
export function findingReason(rule: string): string {
  switch (rule) {
    case 'decided':
      return l10n.t('decided by a person')
    case 'trained':
      return l10n.t('found as in articles annotated by hand')
    case 'according-to':
      return l10n.t('found by \u201Caccording to\u201D and its like')
    case 'heading-colon':
      return l10n.t('found by the colon before it')
    case 'naming':
      return l10n.t('found by what somebody calls something')
    case 'noun':
      return l10n.t('found by a noun of saying')
    case 'participle':
      return l10n.t('found by \u201Csaying\u201D, \u201Cwarning\u201D or its like')
    case 'quote-then-source':
      return l10n.t('found by the cue and source after it')
    case 'source-then-content':
      return l10n.t('found by the source and cue before it')
    case 'signature':
      return l10n.t('found by the name that signs it')
    case 'quoted-as':
      return l10n.t('found by \u201Cquoted \u2026 as saying\u201D or its like')
    case 'told-by':
      return l10n.t('found by \u201Cwas told by\u201D or its like')
    case 'standing-quotation':
      return l10n.t('a quotation that stands by itself')
    case 'next-turn':
      return l10n.t('a quotation right behind somebody else\u2019s')
    default:
      return l10n.t('found by rule {0}', rule)
  }
}

/**
 * Why a mention was assigned to its entity, or a speaker to a quote, as plain text. An unknown rule is shown by its
 * name.
 */
export function identityReason(rule: string): string {
  switch (rule) {
    case 'decided':
      return l10n.t('decided by a person')
    case 'name':
    case 'name-tagger':
    case 'written-name':
    case 'byline':
    case 'dateline':
      return l10n.t('named here')
    case 'first-mention':
      return l10n.t('introduced here')
    case 'apposition':
      return l10n.t('named beside the description')
    case 'relative-pronoun':
      return l10n.t('named right before the pronoun')
    case 'pronoun':
      return l10n.t('the likeliest for this pronoun')
    case 'first-person':
      return l10n.t('the author of the article')
    case 'quoted-self':
    case 'speaking-self':
      return l10n.t('speaks of themselves in a quote')
    case 'same-description':
      return l10n.t('described with the same words before')
    case 'definite-description':
      return l10n.t('introduced with such a description before')
    case 'speaker-description':
      return l10n.t('described anew after speaking')
    case 'spoken-for':
      return l10n.t('somebody has just spoken for it')
    case 'body-description':
      return l10n.t('the body that the text speaks of')
    case 'document-of-body':
      return l10n.t('the document speaks for who issued it')
    case 'group-description':
      return l10n.t('those who were last named together')
    case 'joined-names':
      return l10n.t('named together')
    case 'place-description':
      return l10n.t('the place of that kind named last')
    case 'same-anchor':
      return l10n.t('belongs to the same person or body')
    case 'delayed-naming':
      return l10n.t('named only later')
    case 'headline':
      return l10n.t('named in full after the headline')
    case 'continued-quote':
    case 'continued-speech':
      return l10n.t('goes on speaking')
    case 'brought-up-before':
      return l10n.t('whom the sentences before it are about')
    case 'turn-by-turn':
      return l10n.t('speaks in turns with another')
    case 'subject-of-cue':
      return l10n.t('the subject of the cue')
    case 'nearer-speaker':
      return l10n.t('the nearest speaker of the sentence')
    default:
      return l10n.t('rule {0}', rule)
  }
}
