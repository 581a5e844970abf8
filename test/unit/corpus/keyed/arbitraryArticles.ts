import fc from 'fast-check'
import type { AnalyzedText } from '../../../../src/analysis'
import { article } from '../marked'

const names = fc.constantFrom(
  ...['[P:Ada Brook]', '[P:Brook]', '[P:A. Brook]', '[P:Paul Brook]', '[P:Adeyemi-Brook]', '[P:Ines Adeyemi-Brook]'],
  ...['[P:Paul Stone]', '[P:Stone]', '[P:Yusra Stone]', '[P:Kai Brook]'],
  ...[
    'Mrs. [P:Brook]',
    'Mayor [P:Paul Brook] of [L:Tamar]',
    'the singer [P:Paul Brook]',
    'the Norwegian judge [P:Ada Brook]'
  ],
  ...['[O:CSH]', '[O:Committee to Save Harbours]', '[O:Committee to Save Harbours] ([O:CSH])', '[O:Clean Sea Holding]'],
  ...[
    '[L:Tamar]',
    '[O:Tamar]',
    'a senior harbour official',
    'the harbour official',
    "[L:Tamar]'s health ministry",
    'residents'
  ]
)

const contents = fc.constantFrom(
  'the ferry will sail at noon unless the storm grows',
  'the ferry will sail at noon unless the storm grows today',
  'the ferry will sail at noon unless the storm grows today and the crew agrees',
  'today the ferry will sail at noon unless the storm grows and the crew agrees with everybody',
  'the ferry will sail at one unless the storm grows',
  'nobody knows where the ferry is',
  'we shall see what the harbour does about nobody knows where the ferry is',
  'no'
)

/** Also every quote once more in the same place, which is no repetition. */
const isTwice = fc.boolean()

const identities = fc.constantFrom(undefined, undefined, undefined, undefined, 'urn:x', 'urn:y')

/** Ids that try the order of keys: bytes of UTF-8 are not in the order of JavaScript's strings, and a field must not end early. */
const ids = fc.oneof(
  fc.constantFrom('a b', 'a', 'a!b', 'a#20', 'a~', 'a\tb', 'a\nb', '\ufb01', '\u{1f600}', '\ud83d', 'b/\u00e9.txt', ''),
  fc.string({ unit: 'binary', maxLength: 3 })
)

/** Articles of different ids in which the same people, bodies and quotes come again. */
export const arbitraryArticles: fc.Arbitrary<readonly AnalyzedText[]> = fc
  .uniqueArray(
    fc.tuple(ids, fc.array(fc.tuple(names, contents, identities), { minLength: 1, maxLength: 5 }), isTwice),
    {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 9
    }
  )
  .map((articles) => articles.map(([id, lines, twice]) => withIdentities(id, lines, twice)))

function withIdentities(
  id: string,
  lines: readonly (readonly [string, string, string | undefined])[],
  twice: boolean
): AnalyzedText {
  const { analysis, ...source } = article(
    id,
    lines.map(([name, content]) => `<${name}> *said* {${content}}.`).join('\n')
  )
  const wanted = lines.flatMap(([, , iri]) => iri ?? [])
  const given = new Set<string>()
  const entities = analysis.entities.map((entity, index) => {
    const identity = wanted[index]
    if (identity === undefined || given.has(identity)) return entity
    given.add(identity)
    return { ...entity, identity }
  })
  const quotes = twice ? analysis.quotes.flatMap((quote) => [quote, quote]) : analysis.quotes
  return { ...source, analysis: { ...analysis, entities, quotes } }
}
