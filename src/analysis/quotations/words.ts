/** Small closed word classes that the rules share. All in lower case. */
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

export const auxiliaries =
  list(`has have had is are was were be been being do does did will would can could may might must shall should
  's 've 'd 'll 're \u2019s \u2019ve \u2019d \u2019ll \u2019re not n't n\u2019t hasn't hasn\u2019t haven't haven\u2019t didn't didn\u2019t doesn't doesn\u2019t`)
export const beForms = list("is are was were be been being 're \u2019re")
export const adverbs =
  list(`also then later now once again never always often repeatedly previously earlier first even just further still only
  once consistently publicly privately recently quickly simply clearly openly flatly already reportedly frequently sometimes currently
  merely long both all soon twice thus therefore instead`)
export const pronouns = list('he she they it we i you who')
export const indefinites = list('somebody someone anybody anyone everybody everyone nobody')
export const determiners = list(
  'the a an this that these those his her its their our my your some many most several both all another no one two three'
)
export const prepositions = list(
  'on in at during after before following with without by for from of to under over about as amid despite since until through into against among between like near across'
)
/** Words that end a noun phrase on its left side: a new clause begins after them. */
export const clauseOpeners =
  list(`that which what who whom whose where when while as if because although though since until after before
  unless whether but or so than how why yet nor`)
export const days = list('monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight')
/** When something is said, as one word between who says it and the verb. */
export const sayingDays = list('today yesterday tonight')
export const dayParts = list('late early earlier later last this morning afternoon evening night week month year day')
export const months = list(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.'
)
/** Verbs whose hearer stands between them and the content: "told reporters that…". */
export const hearerVerbs = list(
  'told tell tells telling assured assures reminded reminds reminding informed informs warned asked'
)
export const adverbial = (word: string): boolean =>
  adverbs.has(word) ||
  (word.length > 4 &&
    word.endsWith('ly') &&
    word !== 'family' &&
    word !== 'assembly' &&
    word !== 'ally' &&
    word !== 'italy')
