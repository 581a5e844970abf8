/** Whether an offset lies between the two halves of a character outside the basic plane. */
export function isInsidePair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

/** Whether an offset lies within a word. */
export function isInsideWord(text: string, offset: number): boolean {
  return isInsidePair(text, offset) || (isWordUnit(text, offset - 1) && isWordUnit(text, offset))
}

function isWordUnit(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (unit < 0x80) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
  }
  return wordUnit.test(text.charAt(offset))
}

const wordUnit = /[\p{L}\p{M}\p{N}\u200C\u200D\u00AD]/u

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
