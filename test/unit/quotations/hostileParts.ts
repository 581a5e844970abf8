/** What a careless rule takes too long over when a text is made of nothing else. */
export const hostileParts: readonly string[] = [
  'Ortega said "no", ',
  'he said, ',
  'saying, ',
  '\u2018no\u2019s ',
  'said he told ',
  '\u201da ',
  '\u201ca\u201d \u2014 Ana ',
  '\u2018a \u201cb" ',
  '\u2018the workers\u2019 hall ',
  '\u2018a \u201cb\u201d ',
  'A.',
  'SILK. ',
  'who said and said '
]
