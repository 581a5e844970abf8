/** Words that begin a noun phrase and say how it refers. */
export type Determiner = 'definite' | 'demonstrative' | 'indefinite' | 'other' | 'bare'

/** "another aide" is somebody else: `other`. */
export function determiner(word: string): Determiner | undefined {
  return determiners.get(word)
}

/** Prepositions, relative words and joints after which a noun phrase's head has passed. */
export function endsNounPhrase(word: string): boolean {
  return boundaries.has(word)
}

/** Participles that tell more of a noun behind it: "figures released on Monday", but "the released figures". */
export function isParticiple(word: string): boolean {
  return participles.has(word)
}

/** Words that stand before a noun phrase and are no part of it: verbs of saying, auxiliaries, adverbs of time. */
export function startsNoNounPhrase(word: string): boolean {
  return outside.has(word)
}

const determiners = new Map<string, Determiner>(
  (
    [
      ['the', 'definite'],
      ['this', 'demonstrative'],
      ['these', 'demonstrative'],
      ['those', 'demonstrative'],
      ['a', 'indefinite'],
      ['an', 'indefinite'],
      ['some', 'indefinite'],
      ['one', 'indefinite'],
      ['several', 'indefinite'],
      ['many', 'indefinite'],
      ['most', 'indefinite'],
      ['few', 'indefinite'],
      ['any', 'indefinite'],
      ['every', 'indefinite'],
      ['no', 'indefinite'],
      ['certain', 'indefinite'],
      ['another', 'other'],
      ['other', 'other'],
      ['others', 'other']
    ] as const
  ).flatMap(([word, kind]) => [[word, kind] as const, [word.charAt(0).toUpperCase() + word.slice(1), kind] as const])
)

const boundaries = new Set(
  `of for to at in on from with by about against over under after before during as than into among between near inside outside within without
  across around behind who whom whose which that where when while whether if because since until though although led including like
  and or but nor plus via per toward towards amid despite throughout following according`.split(/\s+/)
)

const participles = new Set(
  `based close familiar involved working briefed speaking quoted cited published released conducted filed written sent made seen held known
  called named coming leaving attending arriving gathered themselves himself herself itself`.split(/\s+/)
)

const outside = new Set(
  `said says say saying told tells tell telling asked asks added adds warned warns is are was were be been being has have had having do does did
  will would can could may might must shall should not also then now yesterday today tomorrow when while if because although though since
  until unless and or but nor so yet that which who whom what where why how there here according accused accuses quoted quoting cited citing called
  calls urged urges met meet meets led see saw seen made make makes took take takes gave give gives got get gets went go goes came come comes
  very just only even still again too more less than as of for to at in on from with by about against over under after before during into`.split(
    /\s+/
  )
)
