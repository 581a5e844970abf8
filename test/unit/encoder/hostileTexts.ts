import fc from 'fast-check'

/** Texts of so many UTF-16 units that nobody writes, but somebody may open. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  'no space at all': (length) => 'a'.repeat(length),
  'words as long as they may be': (length) =>
    'abcdefg'
      .repeat(9)
      .concat('x ')
      .repeat(length / 65),
  'every word another': (length) =>
    Array.from({ length: length / 8 }, (_, index) => `w${index.toString(36).padStart(6, 'q')}`).join(' '),
  'marks alone': (length) => '."'.repeat(length / 2),
  'one word a line': (length) => 'said\n'.repeat(length / 5),
  'nothing but line feeds': (length) => '\n'.repeat(length),
  'lone surrogates': (length) => '\ud800a \udc00'.repeat(length / 4),
  emoji: (length) => '\u{1f600}\u200d\u{1f469} '.repeat(length / 6),
  'right to left': (length) => '\u05d0\u05de\u05e8 \u0642\u0627\u0644\u060c '.repeat(length / 10),
  'zeros and other controls': (length) => '\0\u0001 \u001c\u0085\ufeff'.repeat(length / 6),
  'all cues': (length) => 'The mayor said that said, '.repeat(length / 26)
}

/** Random text of words, marks and whatever else a file may hold. */
export const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'said',
        'The mayor',
        '"',
        '\u201c',
        '.',
        '. The',
        '\n',
        '\n\n',
        ' ',
        '\t',
        '\r\n',
        'U.S.',
        '__proto__'
      ),
      fc.constantFrom(
        '\0',
        '\ud800',
        '\udc00',
        '\u{1f600}',
        '\u2028',
        '\u0085',
        '\ufeff',
        '\u202e',
        'a'.repeat(70),
        'constructor'
      ),
      fc.string({ unit: 'binary', maxLength: 12 })
    ),
    { maxLength: 120 }
  )
  .map((parts) => parts.join(' '))
