/** True when two full names of the same last name can be one person's: "J. Roe", "Jane Roe", "Jane Q. Roe", "Janie Roe". */
export function compatiblePersons(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1)) return false
  const givenA = a[0]!
  const givenB = b[0]!
  if (
    givenA === givenB ||
    isInitialOf(givenA, givenB) ||
    isInitialOf(givenB, givenA) ||
    shortForms.get(givenA)?.has(givenB) ||
    shortForms.get(givenB)?.has(givenA)
  ) {
    return a.length < 3 || b.length < 3 || middlesAgree(a.slice(1, -1), b.slice(1, -1))
  }
  return isPart(a, b) || isPart(b, a)
}

/**
 * The keys under which a full name is kept to be found again: two compatible names of one last name share one of those under
 * which the one is kept with one of those under which the other is sought. So that whoever has many names of one last name
 * need not compare them all.
 */
export function givenNamesKept(words: readonly string[]): readonly string[] {
  return [...givenNames(words, (word) => (word.length === 1 ? [] : [`${word.charAt(0)}.`])), anyGivenName]
}

/** The keys under which a full name is sought. */
export function givenNamesSought(words: readonly string[]): readonly string[] {
  const last = words.at(-1)!
  return [
    ...givenNames(words, (word) => [word.length === 1 ? `${word}.` : word.charAt(0)]),
    // "Paul Paul" is a part of "John Paul", whatever else is in that.
    last,
    ...(words.indexOf(last) < words.length - 1 ? [anyGivenName] : [])
  ]
}

const anyGivenName = '*'

/** An initial is kept as itself, and a name under its initial with a stop. */
function givenNames(words: readonly string[], initials: (word: string) => readonly string[]): readonly string[] {
  return [...new Set(words.slice(0, -1).flatMap((word) => [word, ...(shortForms.get(word) ?? []), ...initials(word)]))]
}

function isInitialOf(initial: string, name: string): boolean {
  return initial.length === 1 && name.startsWith(initial)
}

/** "Q" and "Quincy" agree, "Walker" and "Herbert" do not. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.some((middle) =>
    b.some((other) => middle === other || isInitialOf(middle, other) || isInitialOf(other, middle))
  )
}

function isPart(short: readonly string[], long: readonly string[]): boolean {
  return short.length < long.length && short.every((word) => long.includes(word))
}

const shortForms = new Map<string, Set<string>>(
  `abigail abby|alexander alex sasha|andrew andy drew|anthony tony|barbara barb|benjamin ben bibi|bernard bernie|catherine cathy kate katie|charles charlie chuck|
christopher chris|daniel dan danny|david dave|deborah debbie deb|donald don donnie|douglas doug|edward ed eddie ted|elizabeth liz beth betsy|eugene gene|francis frank|
frederick fred|gerald gerry jerry|gregory greg|james jim jimmy jamie|jeffrey jeff|jennifer jen jenny|john jack johnny jon|jonathan jon|joseph joe|joshua josh|katherine kate kathy katie|
kenneth ken|lawrence larry|leonard len|margaret maggie peggy meg|matthew matt|michael mike mick|mitchell mitch|nancy nan|nathaniel nate nat|nicholas nick|pamela pam|patricia pat patty trish|
patrick pat|peter pete|philip phil|randall randy|raymond ray|rebecca becky|richard rick dick rich|robert bob bobby rob|ronald ron|rudolph rudy|samuel sam|stephen steve|steven steve|
susan sue|terrence terry|theodore ted theo teddy|thomas tom tommy|timothy tim|victoria vicky|vincent vince|walter walt|william bill billy will`
    .split('|')
    .map((line) => {
      const [full, ...short] = line.trim().split(' ')
      return [full!, new Set(short)] as const
    })
)
