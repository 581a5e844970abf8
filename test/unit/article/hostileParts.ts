/** What a careless reader takes too long over when an article is made of nothing else. */
export const hostileParts: readonly string[] = [
  'a',
  'a,',
  'Mr. ',
  'a-',
  "a'",
  '" ',
  '\u201ca.\u201d ',
  'a\n',
  'a.b.',
  'http://a',
  '(',
  'TUNIS, ',
  'By Mina Harlow and ',
  '\ud83d\ude00\u200d',
  '1,',
  ' via AP',
  '\r',
  'a?" Mina '
]
