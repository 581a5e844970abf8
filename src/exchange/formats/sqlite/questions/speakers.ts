import type { View } from '../view'

const speaker = ['text', 'The source (see entities).'] as const
const name = ['text', 'Its name, or the description of somebody unnamed.'] as const

export const mostQuoted: View = {
  name: 'most_quoted',
  about: 'Who is quoted most? One row for each source with at least one quote, the most quoted first.',
  columns: {
    speaker_id: speaker,
    speaker: name,
    type: ['text', 'Person, organization, group or place.'],
    named: ['true/false', 'Whether it has a name.'],
    quotes: ['number', 'Its quotes without attitudes, the same quote again counted once: as the sidebar counts.'],
    articles: ['number', 'In how many articles it is quoted.'],
    first_date: ['text', 'The date of the first of these articles, of those that have one.'],
    last_date: ['text', 'The date of the last.']
  },
  select: `SELECT e.entity AS speaker_id, e.name AS speaker, e.type, e.named, e.quotes,
  count(DISTINCT q.article) AS articles, min(a.iso_date) AS first_date, max(a.iso_date) AS last_date
FROM entities e JOIN quotes q ON q.speaker_id = e.entity AND q.act = 'speech' JOIN articles a USING (article)
GROUP BY e.entity
ORDER BY e.quotes DESC, e.name, e.entity`
}

export const speakersOverTime: View = {
  name: 'speakers_over_time',
  about: 'Who speaks when? One row for each month and source; articles without a month are left out.',
  columns: {
    month: ['text', 'Year and month (2026-03).'],
    speaker_id: speaker,
    speaker: name,
    quotes: [
      'number',
      'Its quotes of that month without attitudes, the same quote again counted in its first article.'
    ],
    articles: ['number', 'The articles of that month in which these are.']
  },
  select: `SELECT substr(a.iso_date, 1, 7) AS month, q.speaker_id, q.speaker, count(*) AS quotes,
  count(DISTINCT q.article) AS articles
FROM quotes q JOIN articles a USING (article)
WHERE q.act = 'speech' AND NOT q.again AND q.speaker_id IS NOT NULL AND length(a.iso_date) >= 7
GROUP BY month, q.speaker_id
ORDER BY month, quotes DESC, q.speaker, q.speaker_id`
}

export const quotedTogether: View = {
  name: 'quoted_together',
  about:
    'Who is quoted beside whom? One row for each two sources that are quoted in the same article, the most frequent first.',
  columns: {
    speaker_id: speaker,
    speaker: name,
    other_id: ['text', 'The other source (see entities).'],
    other: ['text', 'Its name.'],
    articles: ['number', 'In how many articles both are quoted.']
  },
  select: `WITH spoken AS (
  SELECT DISTINCT article, speaker_id FROM quotes WHERE act = 'speech' AND speaker_id IS NOT NULL
)
SELECT a.speaker_id, e.name AS speaker, b.speaker_id AS other_id, f.name AS other, count(*) AS articles
FROM spoken a JOIN spoken b ON b.article = a.article AND b.speaker_id > a.speaker_id
  JOIN entities e ON e.entity = a.speaker_id JOIN entities f ON f.entity = b.speaker_id
GROUP BY a.speaker_id, b.speaker_id
ORDER BY articles DESC, e.name, f.name, a.speaker_id, b.speaker_id`
}

export const mentionedNotQuoted: View = {
  name: 'mentioned_not_quoted',
  about:
    'Who is written about and never heard? One row for each named person, organization and group without a quote, the most mentioned first.',
  columns: {
    entity: ['text', 'Who (see entities).'],
    name: ['text', 'The name.'],
    type: ['text', 'Person, organization or group.'],
    mentions: ['number', 'How often it is mentioned.'],
    articles: ['number', 'In how many articles.']
  },
  select: `SELECT entity, name, type, mentions, articles
FROM entities
WHERE named AND type <> 'place' AND quotes = 0
ORDER BY mentions DESC, name, entity`
}

export const singleSource: View = {
  name: 'single_source_articles',
  about:
    'Which articles have one source alone? One row for each article that quotes exactly one, the one with most quotes first.',
  columns: {
    article: ['text', 'The article (see articles).'],
    outlet: ['text', 'The news agency that its text credits.'],
    headline: ['text', 'Its headline.'],
    speaker_id: speaker,
    speaker: name,
    quotes: ['number', 'The quotes of that source in it, without attitudes, the same quote again counted once.']
  },
  select: `SELECT a.article, a.agency AS outlet, a.headline, q.speaker_id, q.speaker, a.quotes - a.unattributed AS quotes
FROM articles a JOIN quotes q ON q.article = a.article AND q.act = 'speech' AND q.speaker_id IS NOT NULL
WHERE a.sources = 1
GROUP BY a.article
ORDER BY quotes DESC, a.article`
}
