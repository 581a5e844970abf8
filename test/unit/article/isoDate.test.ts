import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { isoDate } from '../../../src/article/isoDate'

/** The dateline's date, and the day that is known of it. */
const datelines: readonly (readonly [date: string, day: string | null])[] = [
  ['March 3, 2026', '2026-03-03'],
  ['Mar. 3, 2026', '2026-03-03'],
  ['March 3 2026', '2026-03-03'],
  ['3 March 2026', '2026-03-03'],
  ['Sept. 30, 1999', '1999-09-30'],
  ['Wed Feb 21, 2024', '2024-02-21'],
  ['2026-03-03', '2026-03-03'],
  ['31/08/2026', '2026-08-31'],
  ['08/31/2026', '2026-08-31'],
  ['04/03/2026', null],
  ['04/04/2026', '2026-04-04'],
  ['May 2026', '2026-05'],
  ['Feb. 29, 2024', '2024-02-29'],
  ['Feb. 29, 2023', null],
  ['Feb. 21', null],
  ['Monday', null]
]

describe('the ISO date of an article', () => {
  for (const [date, day] of datelines)
    it(`of ${date} is ${day ?? 'not known'}`, () => assert.equal(dayOf(dated(date)), day))

  it('is null without a date', () => assert.equal(dayOf('Rain fell.\n\nIt went on in March 2026.\n'), null))

  const around: readonly (readonly [name: string, text: string, day: string | null])[] = [
    [
      'a line above the news',
      `Dam plan divides valley\n\nUpdated March 4, 2026 10:14\n\n${dated('March 3')}`,
      '2026-03-03'
    ],
    ['a line of the year after', `Talks fail\n\nPublished Jan. 2, 2026\n\n${dated('Dec. 31')}`, '2025-12-31'],
    ['a copyright note', `${dated('Feb. 21')}\n\n\u00a9 2024 Aven News. All rights reserved.\n`, '2024-02-21'],
    ['a copyright of several years', `${dated('Feb. 21')}\n\n\u00a9 2019-2024 Aven News\n`, null],
    ['a date far from it', `Talks fail\n\nUpdated Aug. 4, 2026\n\n${dated('March 3')}`, null],
    ['what the news tells of', `${dated('March 3')}\n\nThe old dam broke on March 3, 1961.\n`, null],
    ['a year that has no such day', `Talks fail\n\nUpdated March 1, 2023\n\n${dated('Feb. 29')}`, null]
  ]
  for (const [name, text, day] of around)
    it(`takes the year from ${name}: ${day ?? 'no'}`, () => assert.equal(dayOf(text), day))

  it('of front matter', () =>
    assert.equal(dayOf('---\ntitle: Dam\ndate: 2026-03-15T10:00:00Z\n---\n\nRain fell.\n', 'markdown'), '2026-03-15'))

  it('of front matter in words', () =>
    assert.equal(dayOf('---\ndate: Sun, 15 Mar 2026 10:00:00 GMT\n---\n\nRain fell.\n', 'markdown'), '2026-03-15'))

  it('takes the year of the dateline from front matter', () =>
    assert.equal(dayOf(`---\npublished: 2026-03-15\n---\n\n${dated('March 14')}`, 'markdown'), '2026-03-14'))
})

function dated(date: string): string {
  return `LIRA, ${date} (Xinhua) -- The council of the valley said on Monday that the plan for the new dam was sound and would go on.\n`
}

function dayOf(text: string, format: 'plain' | 'markdown' = 'plain'): string | null {
  const article = readArticle(text, format)
  return isoDate(article)
}
