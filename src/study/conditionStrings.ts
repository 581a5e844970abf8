import type { ConditionStrings } from '../protocol/common'

/** VS Code's `l10n`, or any other translator. */
interface Translator {
  t(text: string): string
}

/** How the conditions of a filter are called on every page. */
export function conditionStrings(l10n: Translator): ConditionStrings {
  return {
    direct: l10n.t('direct'),
    indirect: l10n.t('indirect'),
    mixed: l10n.t('mixed'),
    filterSpeech: l10n.t('Said'),
    filterAttitude: l10n.t('Believed, Wanted, Feared'),
    filterWithName: l10n.t('With a Name'),
    filterWithoutName: l10n.t('Without a Name'),
    persons: l10n.t('Persons'),
    organizations: l10n.t('Organizations'),
    groups: l10n.t('Groups'),
    placesAsLocations: l10n.t('Places as Locations'),
    actingPlaces: l10n.t('Acting Places'),
    filterUndecided: l10n.t('Undecided'),
    filterDecided: l10n.t('Decided'),
    filterReview: l10n.t('To Review'),
    filterCoded: l10n.t('With a Code'),
    filterNoted: l10n.t('With a Memo'),
    filterPerson: l10n.t('By {0}'),
    chipSource: l10n.t('Source: {0}'),
    chipAbout: l10n.t('About: {0}'),
    chipOutlet: l10n.t('Outlet: {0}'),
    chipDate: l10n.t('Date: {0}'),
    chipArticle: l10n.t('Article: {0}'),
    chipCode: l10n.t('Code: {0}')
  }
}
