import type { View } from '../view'

export const unnamedByOutlet: View = {
  name: 'unnamed_by_outlet',
  about:
    'How often does an outlet leave its sources unnamed? One row for each outlet, that is the news agency that an article credits, and one for articles that credit none.',
  columns: {
    outlet: ['text', 'The outlet; empty where articles credit none.'],
    articles: ['number', 'Its articles.'],
    quotes: ['number', 'Their quotes without attitudes, each time that they occur.'],
    unnamed: ['number', 'Those of a source without a name, as "a senior official".'],
    unattributed: ['number', 'Those whose source was not found.'],
    share_unnamed: ['number', 'Unnamed, of the quotes that have a source: from 0 to 1.']
  },
  select: `SELECT a.agency AS outlet, count(DISTINCT a.article) AS articles, count(q.quote) AS quotes,
  count(CASE WHEN NOT q.speaker_named THEN 1 END) AS unnamed,
  count(CASE WHEN q.quote IS NOT NULL AND q.speaker_id IS NULL THEN 1 END) AS unattributed,
  round(avg(NOT q.speaker_named), 4) AS share_unnamed
FROM articles a LEFT JOIN quotes q ON q.article = a.article AND q.act = 'speech'
GROUP BY a.agency
ORDER BY quotes DESC, outlet`
}

export const quotesAboutPlaces: View = {
  name: 'quotes_about_places',
  about:
    "What is said about a place? One row for each quote and place that is named in it: ask for one with WHERE place = 'Geneva' or WHERE country = 'Kazakhstan'.",
  columns: {
    place: ['text', 'The name of the place.'],
    country: ['text', 'Its country.'],
    entity: ['text', 'The place (see entities).'],
    speaker_id: ['text', 'Who says it (see entities).'],
    speaker: ['text', 'The name.'],
    content: ['text', 'What is said.'],
    act: ['text', 'Speech or attitude.'],
    again: ['true/false', 'Whether the same quote is in a row above in quotes.'],
    article: ['text', 'The article (see articles).'],
    line: ['number', 'The line of the quote in it.'],
    quote: ['text', 'The quote (see quotes).']
  },
  select: `SELECT DISTINCT e.name AS place, e.country, e.entity, q.speaker_id, q.speaker, q.content, q.act, q.again, q.article,
  q.line, q.quote
FROM quotes q JOIN mentions m ON m.article = q.article AND m.start >= q.start AND m.start < q."end"
  JOIN entities e ON e.entity = m.entity AND e.type = 'place'
WHERE instr(q.content, m.words) > 0
ORDER BY e.name, q.article, q.start`
}

export const reprints: View = {
  name: 'reprints',
  about:
    'What is printed again? One row for each quote that occurs at least twice, in one article or several, the most frequent first.',
  columns: {
    repeat: ['number', 'Which quote: rows of quotes with this number are the same one.'],
    times: ['number', 'How often it occurs.'],
    articles: ['number', 'In how many articles.'],
    speaker_id: ['text', 'Who says it (see entities), where it occurs first.'],
    speaker: ['text', 'The name.'],
    content: ['text', 'What is said, where it occurs first.'],
    first_date: ['text', 'The first date of the articles.'],
    last_date: ['text', 'The last.'],
    outlets: ['text', 'The outlets that these articles credit.']
  },
  select: `SELECT q.repeat, count(*) AS times, count(DISTINCT q.article) AS articles, f.speaker_id, f.speaker, f.content,
  min(a.iso_date) AS first_date, max(a.iso_date) AS last_date, group_concat(DISTINCT a.agency) AS outlets
FROM quotes q JOIN articles a USING (article)
  JOIN quotes f ON f.rowid = (SELECT min(g.rowid) FROM quotes g WHERE g.repeat = q.repeat AND g.act = 'speech')
WHERE q.repeat IS NOT NULL AND q.act = 'speech'
GROUP BY q.repeat
HAVING times > 1
ORDER BY times DESC, q.repeat`
}

export const cueWords: View = {
  name: 'cue_words',
  about:
    'With which words are sources cited: do they say, claim or admit? One row for each cue and kind of source, the most frequent first.',
  columns: {
    cue: ['text', 'The words of the cue, in small letters.'],
    speaker_type: ['text', 'Person, organization, group or place; empty where nobody was found.'],
    quotes: ['number', 'Quotes with this cue without attitudes, the same quote again counted once.'],
    speakers: ['number', 'How many sources these are of.']
  },
  select: `SELECT lower(cue) AS cue, speaker_type, count(*) AS quotes, count(DISTINCT speaker_id) AS speakers
FROM quotes
WHERE act = 'speech' AND NOT again AND cue IS NOT NULL
GROUP BY lower(cue), speaker_type
ORDER BY quotes DESC, 1, 2`
}
