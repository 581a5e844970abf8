const hostileParts = [
  'a',
  ' ',
  '"',
  '" ',
  '"a ',
  ' "a',
  "'",
  " 'a",
  "'a ",
  "('a",
  "s' a ",
  "a's ",
  '\u201c',
  '\u201ca ',
  '\u201d ',
  '\u2018a ',
  ' \u2018a\u2019b',
  '\u2019 ',
  '\u00ab a',
  '\u201ea',
  '``a ',
  "''a ",
  "'' ",
  '.',
  '. ',
  'A ',
  'AA ',
  'AB/',
  'AB, ',
  'AMMAN, ',
  'AMMAN, Feb. 2 ',
  'Ab ',
  'Ab Cd, ',
  'By Ab Cd and ',
  'Reporting by Ab Cd, ',
  '(A',
  'Prime ',
  'Deputy ',
  'Lt. ',
  'Gov. A',
  'US ',
  '*',
  '**a ',
  '_a ',
  '`a',
  '[a',
  '<b ',
  '\ud83d\ude00',
  '\u0301',
  '\t',
  '1 ',
  '-'
]

/**
 * Lines of so many characters on which a careless expression is quadratic, or worse: marks that never close, half datelines,
 * names without end.
 */
export function hostileLines(length: number): readonly string[] {
  const repeated = (part: string) => part.repeat(length / part.length)
  return hostileParts
    .map(repeated)
    .concat(
      `By ${repeated('Ab ')}`,
      `AMMAN, ${repeated('Ab ')}`,
      `"${repeated('a. ')}`,
      `"${repeated(' ')}x`,
      `\u201c${repeated("it's ")}`,
      `${repeated('"a" ')}"`,
      `'${repeated("s' a, ")}`,
      `AMMAN (${repeated('A ')}`,
      `"${repeated('a ')}.`
    )
}
