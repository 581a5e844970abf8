/**
 * The name of a type in brat, which knows ASCII letters, digits, hyphens and underscores alone: a blank is an underscore, every other
 * character its number ("_x1F600_"). `labelOfType` is the way back.
 */
export function typeOfLabel(label: string): string {
  if (label === '') return '_x_'
  const characters = [...label]
  return characters
    .map((character, index) => {
      if (/[A-Za-z0-9]/.test(character) || (character === '-' && index > 0)) return character
      if (character === ' ' && characters[index + 1] !== 'x') return '_'
      return `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`
    })
    .join('')
}

export function labelOfType(type: string): string {
  return type.replace(/_x([0-9A-F]{0,6})_|_/g, (_, hex: string | undefined) => {
    if (hex === undefined) return ' '
    const codePoint = Number.parseInt(hex, 16)
    return hex === '' ? '' : codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\uFFFD'
  })
}
