import fc from 'fast-check'

const sentences = [
  'Oda Brennvik, the mayor of Elmshaven, opened the bridge on Monday.',
  '"We are proud of it," Brennvik said.',
  'She said that the old one would be taken down by March.',
  'A senior harbour official told reporters the ferry "will go on as before".',
  'The official added that nothing was decided.',
  'Norway will send a delegation to Geneva, according to a ministry spokesman.',
  'ELMSHAVEN, March 3 (Northwire) \u2014 Two people were hurt, police said.',
  '\u201CNobody asked us,\u201D said \u00D8ystein Falk. \u{1F600}',
  'Critics believe the costs were hidden.',
  'Half of a pair: \uD83D. End.',
  '**Oda** [Brennvik](https://example.org) said &ldquo;no&rdquo;, _twice_.'
]

/** Texts of one to so many sentences, with all kinds of paragraphs. */
export function randomArticles(mostSentences: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...sentences), fc.constantFrom(' ', '\n', '\n\n', '\r\n\r\n')), {
      minLength: 1,
      maxLength: mostSentences
    })
    .map((parts) => parts.flat().join(''))
}
