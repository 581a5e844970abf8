import type { KeyStrings } from '../protocol/sidebar'

/** VS Code's `l10n`, or any other translator. */
interface Translator {
  t(text: string): string
}

/** What colours, lines and marks mean, in the user's language. */
export function keyStrings(l10n: Translator): KeyStrings {
  return {
    title: l10n.t('What Colours and Lines Mean'),
    close: l10n.t('Close'),
    names: l10n.t('Names in the text'),
    person: l10n.t('Person'),
    personLook: l10n.t('coloured, no line'),
    organization: l10n.t('Organization'),
    organizationLook: l10n.t('solid line'),
    group: l10n.t('Group'),
    groupLook: l10n.t('double line'),
    place: l10n.t('Place'),
    placeLook: l10n.t('dotted line'),
    actingPlace: l10n.t('Acting place'),
    actingPlaceLook: l10n.t('dashed line: a government, a team'),
    decidedName: l10n.t('Decided'),
    decidedNameLook: l10n.t('bold: not a mere suggestion'),
    quotes: l10n.t('Quotes in the text'),
    direct: l10n.t('Direct'),
    directLook: l10n.t('shaded, no line'),
    directLookInContrast: l10n.t('double line'),
    mixed: l10n.t('Mixed'),
    mixedLook: l10n.t('dashed line: a part is in quotation marks'),
    indirect: l10n.t('Indirect'),
    indirectLook: l10n.t('dotted line: no quotation marks'),
    attitude: l10n.t('Attitude'),
    attitudeLook: l10n.t('dotted line, not shaded: what somebody believes or wants'),
    source: l10n.t('Source'),
    sourceLook: l10n.t('solid line: who says it'),
    cue: l10n.t('Cue'),
    cueLook: l10n.t('dotted line: the word that reports it, such as \u201Csaid\u201D'),
    decidedQuote: l10n.t('Decided'),
    decidedQuoteLook: l10n.t('thick line: not a mere suggestion'),
    review: l10n.t('To review'),
    reviewLook: l10n.t('wavy line: edited since it was decided'),
    leftOut: l10n.t('Left out'),
    leftOutLook: l10n.t('softer, in italics: about the text or the page, no quotes are looked for'),
    lists: l10n.t('In the lists'),
    solidBar: l10n.t('filled: direct quotes'),
    stripedBar: l10n.t('striped: mixed quotes'),
    emptyBar: l10n.t('empty: indirect quotes'),
    unnamed: l10n.t('dashed, the name in italics: an unnamed source'),
    acting: l10n.t('globe: how often a place acts'),
    suggested: l10n.t('ring: suggested, not decided'),
    partly: l10n.t('half a disc: partly decided'),
    decided: l10n.t('disc: decided'),
    flagged: l10n.t('flag: to review')
  }
}
