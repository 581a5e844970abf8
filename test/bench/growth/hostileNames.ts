/** A word of small letters, another for each number. */
export function distinctWord(number: number): string {
  let word = ''
  for (let rest = number; word === '' || rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + ((rest * 7 + 3) % 26))
  return `k${word}a`
}

/** The same with a capital. */
export function distinctName(number: number): string {
  const word = distinctWord(number)
  return `K${word.slice(1)}`
}

/** Texts of a length in characters whose names are all different, or compete for a short one. */
export const hostileNames: readonly { readonly name: string; readonly text: (length: number) => string }[] = [
  { name: 'distinct words', text: (length) => numbered(length, (at) => `${distinctName(at)} `) },
  { name: 'a hyphenated word', text: (length) => numbered(length, (at) => `${distinctName(at)}-`) },
  { name: 'one word', text: (length) => `K${'a'.repeat(length - 1)}` },
  {
    name: 'two long names of a person',
    text: (length) => {
      const middle = numbered(length / 2, (at) => `${distinctName(at)} `)
      return `Ann ${middle}Lind came.\n\nAnn Bo ${middle}Lind came.`
    }
  },
  {
    name: 'names of ten words',
    text: (length) =>
      numbered(
        length,
        (at) => `${Array.from({ length: 10 }, (_, word) => distinctName(at * 10 + word)).join(' ')} came. `
      )
  },
  {
    name: 'X Lind, then Lind said',
    text: (length) =>
      `${numbered(length / 2, (at) => `Mr ${distinctName(at)} Lind came. `)}\n\n${numbered(length / 2, () => 'Lind said so. ')}`
  },
  {
    name: 'Mara X Lind, then Mara and Lind said',
    text: (length) =>
      `${numbered(length / 2, (at) => `Mara ${distinctName(at)} Lind came. `)}\n\n${numbered(length / 2, () => 'Mara said so. Lind said no. ')}`
  },
  {
    name: 'X Commission, then the Commission said',
    text: (length) =>
      `${numbered(length / 2, (at) => `The ${distinctName(at)} Commission came. `)}\n\n${numbered(length / 2, () => 'The Commission said so. ')}`
  },
  {
    name: 'a mayor of X said',
    text: (length) => numbered(length, (at) => `A mayor from ${distinctName(at)} said so. `)
  },
  {
    name: 'quotes of X Roe',
    text: (length) =>
      numbered(length, (at) => `\u201cThe ${distinctWord(at)} goes on,\u201d said ${distinctName(at)} Roe. `)
  }
]

function numbered(length: number, part: (at: number) => string): string {
  const parts: string[] = []
  for (let at = 0, sum = 0; sum < length; at++) {
    parts.push(part(at))
    sum += parts[at]!.length
  }
  return parts.join('')
}
