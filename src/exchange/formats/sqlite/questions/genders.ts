import type { View } from '../view'

/** English words that say of a person whether it is a woman or a man. */
interface Words {
  readonly pronouns: readonly string[]
  readonly titles: readonly string[]
  /** The last words of nouns: "woman" is in "spokeswoman" too. */
  readonly nouns: readonly string[]
}

const womens: Words = {
  pronouns: ['she', 'her', 'hers', 'herself'],
  titles: ['mrs', 'mrs.', 'ms', 'ms.', 'miss', 'dame', 'lady', 'queen', 'princess'],
  nouns: [
    'girl',
    'mother',
    'sister',
    'daughter',
    'wife',
    'widow',
    'aunt',
    'niece',
    'queen',
    'princess',
    'actress',
    'nun'
  ]
}
const mens: Words = {
  pronouns: ['he', 'him', 'his', 'himself'],
  titles: ['mr', 'mr.', 'sir', 'lord', 'king', 'prince'],
  nouns: ['boy', 'father', 'brother', 'son', 'husband', 'widower', 'uncle', 'nephew', 'king', 'prince', 'monk']
}

/** Behind these a noun phrase says more, of somebody else maybe ("the mother of two boys"). */
const nounEnds = [',', ' of ', ' in ', ' from ', ' at ', ' for ', ' who ', ' with ']

/** Which word of which mention may say it: a pronoun, what a name or its description begins with, the noun of what it is called or described as. */
const called = `SELECT entity, 'pronoun' AS kind, lower(words) AS word FROM people WHERE form = 'pronoun'
  UNION ALL
  SELECT entity, 'title', lower(substr(text, 1, instr(text || ' ', ' ') - 1))
  FROM (SELECT entity, words AS text FROM people WHERE form = 'name' UNION ALL SELECT entity, description FROM people)
  UNION ALL
  SELECT entity, 'noun', lower(substr(phrase, length(rtrim(phrase, replace(phrase, ' ', ''))) + 1))
  FROM (
    SELECT entity, substr(text, 1, instr(text || '|', '|') - 1) AS phrase
    FROM (
      SELECT entity, ${marked('text', nounEnds)} AS text
      FROM (SELECT entity, words AS text FROM people WHERE form = 'nominal' UNION ALL SELECT entity, description FROM people)
    )
  )`

export const genders: View = {
  name: 'genders',
  about:
    'What the texts say of a person\u2019s gender, in English: by pronouns (she, he), courtesy titles (Mrs, Mr) and nouns (spokeswoman, father). One row for each person. It is not guessed from names.',
  columns: {
    entity: ['text', 'The person (see entities).'],
    name: ['text', 'The name, or the description of somebody unnamed.'],
    gender: [
      'text',
      'Woman or man: what more of these words say. Empty where they say nothing, or as much of the one as of the other.'
    ],
    womens_words: ['number', 'How often the texts call the person she, Mrs, a spokeswoman.'],
    mens_words: ['number', 'How often the texts call the person he, Mr, a spokesman.']
  },
  select: `WITH people AS (
  SELECT entity, form, words, description FROM mentions WHERE type = 'person'
), called AS (
  ${called}
), said AS (
  SELECT entity, count(CASE WHEN ${saidBy(womens, 'woman')} THEN 1 END) AS womens_words,
    count(CASE WHEN ${saidBy(mens, 'man')} AND word NOT LIKE '%woman' THEN 1 END) AS mens_words
  FROM called
  GROUP BY entity
)
SELECT e.entity, e.name,
  CASE WHEN womens_words > mens_words THEN 'woman' WHEN mens_words > womens_words THEN 'man' END AS gender,
  coalesce(womens_words, 0) AS womens_words, coalesce(mens_words, 0) AS mens_words
FROM entities e LEFT JOIN said USING (entity)
WHERE e.type = 'person'`
}

function saidBy({ pronouns, titles, nouns }: Words, compound: string): string {
  const isOneOf = (kind: string, words: readonly string[]) => `kind = '${kind}' AND word IN (${listed(words)})`
  const isCompound = `kind = 'noun' AND word LIKE '%${compound}' AND word NOT IN ('human', 'german', 'roman')`
  const ways = [isOneOf('pronoun', pronouns), isOneOf('title', titles), isOneOf('noun', nouns), isCompound]
  return `(${ways.join(' OR ')})`
}

/** A column's text with a bar for each of these endings. */
function marked(column: string, endings: readonly string[]): string {
  return endings.reduce((text, ending) => `replace(${text}, '${ending}', '|')`, column)
}

export const womenAndMen: View = {
  name: 'women_and_men',
  about:
    'How large is the share of women and men among the people who are quoted, where the text says so? One row for women, for men and for people of whom the texts do not say it (see genders).',
  columns: {
    gender: ['text', 'Woman, man, or not said.'],
    speakers: ['number', 'How many persons with at least one quote.'],
    quotes: ['number', 'Their quotes without attitudes, the same quote again counted once for each of them.'],
    share_of_speakers: ['number', 'Of the women and men: from 0 to 1. Empty for those of whom it is not said.'],
    share_of_quotes: ['number', 'The same of their quotes.']
  },
  select: `WITH counted AS (
  SELECT coalesce(g.gender, 'not said') AS gender, count(*) AS speakers, sum(e.quotes) AS quotes
  FROM entities e JOIN genders g USING (entity)
  WHERE e.quotes > 0
  GROUP BY 1
), known AS (
  SELECT sum(speakers) AS speakers, sum(quotes) AS quotes FROM counted WHERE gender <> 'not said'
)
SELECT g.gender, g.speakers, g.quotes,
  CASE WHEN g.gender <> 'not said' THEN round(1.0 * g.speakers / k.speakers, 4) END AS share_of_speakers,
  CASE WHEN g.gender <> 'not said' THEN round(1.0 * g.quotes / k.quotes, 4) END AS share_of_quotes
FROM counted g CROSS JOIN known k
ORDER BY g.gender = 'not said', g.gender DESC`
}

function listed(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ')
}
