/**
 * About how many words one UTF-16 unit is in a script that has no spaces between words; 0 in all others. Chinese and Japanese words
 * have about two characters, those of Thai, Lao, Burmese, Khmer and Tibetan four, marks included.
 */
export function spacelessWords(unit: number): number {
  if (unit < 0x0e00) return 0
  if (unit <= 0x0fff || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff)) return 0.25
  if ((unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff))
    return 0.5
  return 0
}
