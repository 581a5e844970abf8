import assert from 'node:assert/strict'
import { headOf, outlineOf } from './readable'

const lead = 'The government will send a team to the talks in the capital, an official said on Wednesday.'

/** Above the lead; what is read. */
const datelines: readonly (readonly [string, string])[] = [
  ['AMMAN, Feb. 21 (Xinhua) -- ', 'AMMAN, Feb. 21 (Xinhua) -- = AMMAN | Feb. 21 | Xinhua'],
  ['TUNIS: ', 'TUNIS: = TUNIS | - | -'],
  ['NEW DELHI: ', 'NEW DELHI: = NEW DELHI | - | -'],
  ['OSLO (AP) \u2014 ', 'OSLO (AP) \u2014 = OSLO | - | AP'],
  ['OTTAWA, March 3 (Reuters) - ', 'OTTAWA, March 3 (Reuters) - = OTTAWA | March 3 | Reuters'],
  ['BEIRUT/AMMAN, Oct 7 (Reuters) \u2013 ', 'BEIRUT/AMMAN, Oct 7 (Reuters) \u2013 = BEIRUT + AMMAN | Oct 7 | Reuters'],
  ['NAIROBI, Kenya (AP) -- ', 'NAIROBI, Kenya (AP) -- = NAIROBI + Kenya | - | AP'],
  ['SALEM, Mass., Sept. 26 (UPI) \u2014 ', 'SALEM, Mass., Sept. 26 (UPI) \u2014 = SALEM + Mass. | Sept. 26 | UPI'],
  ['ST. LOUIS, May 4, 2021 (AP) \u2014 ', 'ST. LOUIS, May 4, 2021 (AP) \u2014 = ST. LOUIS | May 4, 2021 | AP'],
  ['Geneva (dpa) - ', 'Geneva (dpa) - = Geneva | - | dpa'],
  [
    'Addis Ababa, 3 June 2022 (Agence France-Presse) \u2014 ',
    'Addis Ababa, 3 June 2022 (Agence France-Presse) \u2014 = Addis Ababa | 3 June 2022 | Agence France-Presse'
  ],
  ['Geneva, 13 March 2026 - ', 'Geneva, 13 March 2026 - = Geneva | 13 March 2026 | -'],
  ['Tehran, IRNA \u2013 ', 'Tehran, IRNA \u2013 = Tehran | - | IRNA'],
  ['KABUL, Afghanistan \u2014 ', 'KABUL, Afghanistan \u2014 = KABUL + Afghanistan | - | -'],
  ['BRASILIA \u2014 ', 'BRASILIA \u2014 = BRASILIA | - | -'],
  ['S\u00c3O PAULO, Monday \u2014 ', 'S\u00c3O PAULO, Monday \u2014 = S\u00c3O PAULO | Monday | -'],
  ['UNITED NATIONS, Jan. 9 (Xinhua) -- ', 'UNITED NATIONS, Jan. 9 (Xinhua) -- = UNITED NATIONS | Jan. 9 | Xinhua'],
  ['(CNN) -- ', '(CNN) -- = - | - | CNN'],
  ['GENEVA | Reuters\n', 'GENEVA | Reuters = GENEVA | - | Reuters'],
  ['LONDON 1996-08-30\n', 'LONDON 1996-08-30 = LONDON | 1996-08-30 | -'],
  ['PARIS and BERLIN (AP) \u2014 ', 'PARIS and BERLIN (AP) \u2014 = PARIS + BERLIN | - | AP']
]

const notDatelines = [
  'WATCH: ',
  'BREAKING \u2014 ',
  'The mayor: ',
  'NATO and the EU said: ',
  'Analysis - ',
  'In Paris (where talks go on) - ',
  'UPDATE 2 - ',
  'US-China talks: '
]

describe('dateline', () => {
  for (const [start, expected] of datelines) {
    it(start.trim(), () => {
      assert.equal(
        headOf(`${start}${lead}\nThe talks begin on Friday, the official said.`).find((line) =>
          line.startsWith('dateline')
        ),
        `dateline ${expected}`
      )
    })
  }

  it('stands below headline and byline too', () => {
    assert.deepEqual(
      headOf(
        `Team to Join Talks in the Capital\n\nBy Mina Harlow\n\nTUNIS, May 2 (AP) \u2014 ${lead}\n\nThe talks begin on Friday.`
      ),
      [
        'title Team to Join Talks in the Capital',
        'agency AP',
        'date May 2',
        'byline Mina Harlow',
        'dateline TUNIS, May 2 (AP) \u2014 = TUNIS | May 2 | AP'
      ]
    )
  })

  it('stands below a headline and a line under it that are sentences', () => {
    const head = 'The harbours plan a common fleet.\n\nAfter the storm the ports want to rely less on others.\n\n'
    const dateline = (text: string) => headOf(text).find((line) => line.startsWith('dateline'))
    assert.equal(dateline(`${head}TUNIS - ${lead}\n\nThe talks begin on Friday.`), 'dateline TUNIS - = TUNIS | - | -')
    assert.equal(
      dateline(
        `${head}OBERG - once the largest yard of all - plans to stay where it is, its head said.\n\nThe talks begin on Friday.`
      ),
      undefined
    )
    assert.equal(dateline(`${head}TUNIS-${lead}\n\nThe talks begin on Friday.`), undefined)
    assert.equal(
      dateline(`${head}${lead}\n\n${lead}\n\n${lead}\n\nNATO - ${lead}\n\nThe talks begin on Friday.`),
      undefined
    )
  })

  for (const start of notDatelines) {
    it(`not: ${start.trim()}`, () => {
      assert.equal(
        headOf(`${start}${lead}\nThe talks begin on Friday, the official said.`).find((line) =>
          line.startsWith('dateline')
        ),
        undefined
      )
    })
  }

  it('speakers of a transcript are not places', () => {
    assert.deepEqual(
      headOf(
        'HARLOW: Let us begin with the news of the day, which is not good.\nVEGA: Well, I would say that it could have been a lot worse.'
      ),
      []
    )
  })
})

describe('byline', () => {
  const bylines: readonly (readonly [string, string])[] = [
    ['By Mina Harlow', 'Mina Harlow'],
    ['By MINA HARLOW and TOM VEGA', 'MINA HARLOW + TOM VEGA'],
    ['By Mina Harlow, Tom Vega and Lin Okoro', 'Mina Harlow + Tom Vega + Lin Okoro'],
    ['By Mina Harlow, Staff Writer', 'Mina Harlow'],
    ['By Mina Harlow | The Daily Note | March 3, 2024', 'Mina Harlow'],
    ['By Jean-No\u00ebl de la Tour in Tunis', 'Jean-No\u00ebl de la Tour'],
    ['By Khaled al-Amin', 'Khaled al-Amin'],
    ['Reporting by Mina Harlow in Tunis', 'Mina Harlow']
  ]
  for (const [line, names] of bylines) {
    it(line, () => {
      assert.equal(
        headOf(`Team to Join Talks\n${line}\n${lead}\nThe talks begin on Friday, the official said.`).find((found) =>
          found.startsWith('byline')
        ),
        `byline ${names}`
      )
    })
  }

  it('a line of names between headline and dateline', () => {
    assert.deepEqual(headOf(`Team joins talks.\nMina Harlow\nTUNIS 1996-08-30\n${lead}`), [
      'title Team joins talks.',
      'date 1996-08-30',
      'byline Mina Harlow',
      'dateline TUNIS 1996-08-30 = TUNIS | 1996-08-30 | -'
    ])
  })

  for (const line of [
    'By Tuesday the talks had failed.',
    'By then Vega had left the room and the building.',
    'By the river stood a house.'
  ]) {
    it(`not: ${line}`, () => {
      assert.equal(
        headOf(`Team to Join Talks\n${line}\n${lead}`).find((found) => found.startsWith('byline')),
        undefined
      )
    })
  }
})

describe('title and headings', () => {
  it('a first line without a full stop', () => {
    assert.deepEqual(
      outlineOf(`Team to join talks in the capital\n${lead}\nThe talks begin on Friday.`)[0],
      'title: Team to join talks in the capital'
    )
  })

  it('a headline in title case may end with a full stop', () => {
    assert.equal(
      outlineOf(`Government Sends Team to Capital for New Talks.\n\n${lead}\n\nThe talks begin on Friday.`)[0],
      'title: Government Sends Team to Capital for New Talks.'
    )
  })

  it('a headline that the lead says again may end with a full stop', () => {
    assert.equal(
      outlineOf(`Government sends team to capital.\n\n${lead}\n\nThe talks begin on Friday.`)[0],
      'title: Government sends team to capital.'
    )
  })

  it('stands below the note of a press release', () => {
    assert.deepEqual(
      outlineOf(
        `FOR IMMEDIATE RELEASE\n\nTeam to join talks in the capital\n\n${lead}\n\nThe talks begin on Friday.`
      ).slice(0, 2),
      ['credit: FOR IMMEDIATE RELEASE', 'title: Team to join talks in the capital']
    )
  })

  it('a first sentence of the news is none', () => {
    assert.equal(outlineOf(`${lead}\nThe talks begin on Friday.`)[0]?.slice(0, 5), 'body:')
  })

  it('a short line above a paragraph is a heading', () => {
    assert.deepEqual(outlineOf(`Team to join talks\n${lead}\nWho will be there\n${lead}\n`), [
      'title: Team to join talks',
      'body: The government will send a team to the talks in\u2026',
      'heading: Who will be there',
      'body: The government will send a team to the talks in\u2026'
    ])
  })

  it('one line alone is body', () => {
    assert.deepEqual(outlineOf('Team to join talks'), ['body: Team to join talks'])
  })
})

describe('credits', () => {
  const notes = [
    '(Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)',
    '(Reporting by Mina Harlow in Tunis; Editing by Tom Vega)',
    'Additional reporting by Lin Okoro; editing by Tom Vega',
    'The Associated Press contributed to this report.',
    'Harlow reported from Tunis. AP writer Tom Vega in Oslo contributed to this report.',
    '\u00a9 2024 Agence France-Presse',
    'Copyright 2024 The Associated Press. All rights reserved.',
    'This article was originally published by The Daily Note.',
    'This is a developing story and will be updated.',
    'With inputs from PTI',
    'FOR IMMEDIATE RELEASE',
    '[Edited by Mina Harlow]',
    'Source: Xinhua'
  ]
  for (const note of notes) {
    it(note, () => {
      assert.equal(outlineOf(`${lead}\n${note}`)[1]?.split(':')[0], 'credit')
    })
  }

  for (const line of [
    '(The ministry had no comment.)',
    'Sources in the ministry said the talks would go on.',
    'Reporting on the dam began in May, the mayor said.',
    'This story began in a village below the dam, when the river rose.'
  ]) {
    it(`not: ${line}`, () => {
      assert.equal(outlineOf(`${lead}\n${line}`)[1]?.split(':')[0], 'body')
    })
  }

  const agencies: readonly (readonly [string, string])[] = [
    [`People wait at a bus stop in Tunis on Feb. 2. (Mina Harlow/Handout via Xinhua)`, 'Xinhua'],
    [`People wait at a bus stop in Tunis on Feb. 2. (AP Photo/Mina Harlow)`, 'AP'],
    [`People wait at a bus stop in Tunis on Feb. 2. (Xinhua/Mina Harlow)`, 'Xinhua'],
    ['\u00a9 2024 Agence France-Presse', 'Agence France-Presse'],
    ['Copyright 2024 The Associated Press. All rights reserved.', 'The Associated Press'],
    ['With inputs from PTI', 'PTI'],
    ['The Associated Press contributed to this report.', 'The Associated Press'],
    ['Source: Xinhua', 'Xinhua']
  ]
  for (const [line, agency] of agencies) {
    it(`credits ${agency}: ${line}`, () => {
      assert.ok(headOf(`${lead}\n${line}`).includes(`agency ${agency}`))
    })
  }

  it('an agency as a source in the news is not credited', () => {
    assert.deepEqual(
      headOf(`${lead}\nThe official told Reuters that the team was small, according to an AFP tally.`),
      []
    )
  })
})
