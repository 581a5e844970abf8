import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { tokensOf } from './readable'

const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'a possessive is a token of its own': [
    ["the ministry's plan", "the · ministry · 's · plan"],
    ['Doha\u2019s offer', 'Doha · \u2019s · offer'],
    ["the two sides' demands", "the · two · sides · ' · demands"],
    ['the U.S.\u2019s envoy', 'the · U.S. · \u2019s · envoy'],
    ["KENYA'S TEAM", "KENYA · 'S · TEAM"]
  ],
  'clitics are tokens, negations are not': [
    ["we're sure they've left", "we · 're · sure · they · 've · left"],
    [
      'he\u2019d go, I\u2019m told, she\u2019ll stay',
      'he · \u2019d · go · , · I · \u2019m · told · , · she · \u2019ll · stay'
    ],
    ["it's true they don't know", "it · 's · true · they · don't · know"],
    ["Sa'd al-Masri of Sana'a", "Sa'd · al-Masri · of · Sana'a"]
  ],
  'apostrophes inside a name stay': [
    ["O'Brien met D\u2019Souza in N'Djamena", "O'Brien · met · D\u2019Souza · in · N'Djamena"],
    ['the \u201990s', 'the · \u2019 · 90s'],
    ["Omar al-\u2018Aziz and Nuri al-'Abd", "Omar · al-\u2018Aziz · and · Nuri · al-'Abd"]
  ],
  'underscores around words are none of their letters': [
    ['_Ana Silk:_ I am __not__ user_name.', '_ · Ana · Silk · : · _ · I · am · __ · not · __ · user_name · .'],
    ['Sign here: ____.', 'Sign · here · : · ____ · .']
  ],
  'hyphens join words': [
    [
      'al-Amin, Marie-Noëlle and a prisoner-for-soldier swap',
      'al-Amin · , · Marie-Noëlle · and · a · prisoner-for-soldier · swap'
    ],
    ['the U.S.-led force in mid-2019', 'the · U.S.-led · force · in · mid-2019'],
    ['a pre- and post-war plan', 'a · pre · - · and · post-war · plan'],
    ['two\u2011thirds', 'two\u2011thirds']
  ],
  'dashes and ellipses are one token': [
    ['talks -- the third round -- ended', 'talks · -- · the · third · round · -- · ended'],
    ['a chance\u2014perhaps the last\u2014to', 'a · chance · \u2014 · perhaps · the · last · \u2014 · to'],
    ['I thought... no\u2026', 'I · thought · ... · no · \u2026']
  ],
  'quotation marks and brackets are single': [
    ['("No," he said.)', '( · " · No · , · " · he · said · . · )'],
    ['\u201c\u2018Never,\u2019 she said\u201d', '\u201c · \u2018 · Never · , · \u2019 · she · said · \u201d'],
    ["``Yes,'' he said", "`` · Yes · , · '' · he · said"],
    ['\u00abNon\u00bb [sic]', '\u00ab · Non · \u00bb · [ · sic · ]']
  ],
  'acronyms, initials and abbreviations keep their full stop': [
    ['the U.S. and U.N. envoys', 'the · U.S. · and · U.N. · envoys'],
    ['J. K. Omondi and R.J. Blake met Gov. Ruiz', 'J. · K. · Omondi · and · R.J. · Blake · met · Gov. · Ruiz'],
    ['at 5 p.m. on Feb. 21', 'at · 5 · p.m. · on · Feb. · 21'],
    ['Sen. Lee (D-Mass.) of Salem, Mass., left', 'Sen. · Lee · ( · D-Mass. · ) · of · Salem · , · Mass. · , · left'],
    ['No. 10 said no. It', 'No. · 10 · said · no · . · It'],
    ['It went to ST. LOUIS', 'It · went · to · ST. · LOUIS']
  ],
  'the full stop at the end of a paragraph is a token, an acronym keeps it': [
    ['She joined Hale & Co.', 'She · joined · Hale · & · Co · .'],
    ['He left the U.S.', 'He · left · the · U.S.'],
    ['This was plan B.', 'This · was · plan · B · .'],
    ['The plant closed.', 'The · plant · closed · .']
  ],
  'numbers keep their separators': [
    ['34,789 people, 3.5 million, 1,200', '34,789 · people · , · 3.5 · million · , · 1,200'],
    ['at 10:30 on 1996-08-30 or 7/10', 'at · 10:30 · on · 1996-08-30 · or · 7/10'],
    ['Oct. 7,2023', 'Oct. · 7 · , · 2023'],
    ['$5.2bn, 40% and \u20ac30', '$ · 5.2bn · , · 40 · % · and · \u20ac · 30'],
    ['the 1980s and the 5th', 'the · 1980s · and · the · 5th']
  ],
  'a slash parts words': [['BEIRUT/AMMAN and/or', 'BEIRUT · / · AMMAN · and · / · or']],
  'a forgotten blank does not hide a sentence end': [
    ['reached a deal.The envoy', 'reached · a · deal · . · The · envoy'],
    ['example.com is down', 'example.com · is · down']
  ],
  'addresses, handles and company names are whole': [
    [
      'see https://example.org/a?b=c, or www.example.org.',
      'see · https://example.org/a?b=c · , · or · www.example.org · .'
    ],
    [
      'desk@example.org wrote to @newsdesk about #ceasefire',
      'desk@example.org · wrote · to · @newsdesk · about · #ceasefire'
    ],
    ['AT&T and S&P', 'AT&T · and · S&P']
  ],
  'an emoji with its modifiers is one symbol': [
    [
      '\u{1f44d}\u{1f3fd} to \u{1f468}\u200d\u{1f469}\u200d\u{1f467} from \u{1f1eb}\u{1f1f7}',
      '\u{1f44d}\u{1f3fd} · to · \u{1f468}\u200d\u{1f469}\u200d\u{1f467} · from · \u{1f1eb}\u{1f1f7}'
    ],
    ['I \u2764\ufe0f it', 'I · \u2764\ufe0f · it']
  ],
  'other scripts and marks': [
    [
      '\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631\u061f',
      '\u0642\u0627\u0644 · \u0627\u0644\u0648\u0632\u064a\u0631 · \u061f'
    ],
    ['Sa\u0303o Tome\u0301', 'Sa\u0303o · Tome\u0301'],
    ['mi\u00adnister', 'mi\u00adnister'],
    ['10\u00a0000 people', '10 · 000 · people']
  ]
}

describe('tokens', () => {
  for (const [rule, examples] of Object.entries(cases)) {
    it(rule, () => {
      for (const [text, expected] of examples) assert.equal(tokensOf(text), expected)
    })
  }

  it('have a kind', () => {
    const kinds = readArticle(
      'On Oct. 7 the 5th unit\u2019s 16-year-old $5 \u{1f600} @desk F-16 went!',
      'plain'
    ).tokens.map((token) => `${token.text}/${token.kind}`)
    assert.equal(
      kinds.join(' '),
      'On/word Oct./word 7/number the/word 5th/number unit/word \u2019s/word 16-year-old/word $/symbol 5/number \u{1f600}/symbol @desk/word F-16/word went/word !/punctuation'
    )
  })
})
