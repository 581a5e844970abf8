/**
 * Capitalised words that begin a sentence rather than a name. They decide whether "U.S." or "Inc." also ended the sentence before:
 * "in the U.S. The talks" does, "the U.S. Senate" does not. The nouns are written small after an adjective, so that a capital means
 * a new sentence: "in the U.S. Officials said", but "the U.S. officials".
 */
const starters = new Set(
  (
    'The A An He She It They We You I His Her Its Their Our My Your This That These Those There Here Who What Which When Where Why How ' +
    'In On At But And Or So Yet If As For From With Without By Since While Although Though After Before During Until Despite Amid Among ' +
    'However Meanwhile Moreover Nevertheless Instead Also Still Then Thus Otherwise According Both Each Every Either Neither Most Many ' +
    'Some Several Few Other Others Another Any All No Not Nobody Nothing None More Less One Two Three Four Five Last Earlier Later Now ' +
    'Once Only Even Just Because Unlike Like Under Over Between Through Asked To Of ' +
    'Officials Authorities Police Officers Investigators Negotiators Mediators Lawmakers Diplomats Analysts Critics Experts Residents ' +
    'Witnesses Protesters Demonstrators Soldiers Troops Rebels Militants Prosecutors Researchers Scientists Observers Sources Reports ' +
    'Media Opponents Supporters Families Relatives Hospitals Doctors Voters Republicans Democrats'
  ).split(' ')
)

/** Whether a capitalised word is one that begins sentences. */
export function isSentenceStarter(word: string): boolean {
  return starters.has(word)
}
