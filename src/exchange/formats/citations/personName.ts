/** The parts of an author's name as bibliographies sort and print them; `given` is absent of a name of one word. */
export interface PersonName {
  readonly family: string
  readonly given?: string
  /** "van der". */
  readonly particle?: string
  /** "Jr.". */
  readonly suffix?: string
}

/** "Ludwig van der Berg Jr." in parts; undefined for a name without a word. Where the family's name comes first cannot be known. */
export function personName(name: string): PersonName | undefined {
  const words = name.split(/[\s,]+/).filter((word) => word !== '')
  const suffix = words.length > 2 && suffixes.test(words.at(-1)!) ? words.pop() : undefined
  const family = words.pop()
  if (family === undefined) return undefined
  const firstParticle = words.findIndex((word, index) => index > 0 && words.slice(index).every(isParticle))
  const given = words.slice(0, firstParticle < 0 ? words.length : firstParticle).join(' ')
  const particle = firstParticle < 0 ? '' : words.slice(firstParticle).join(' ')
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== '' && { particle }),
    ...(suffix !== undefined && { suffix })
  }
}

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i

function isParticle(word: string): boolean {
  return /^\p{Ll}+$/u.test(word)
}
