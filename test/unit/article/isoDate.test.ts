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

  const news = 'The council said on Monday that the plan for the new dam was sound and would go on as before.'
  const lines: readonly (readonly [line: string, day: string | null])[] = [
    ['March 8, 2026', '2026-03-08'],
    ['Friday 6 March 2026', '2026-03-06'],
    ['Published March 8, 2026', '2026-03-08'],
    ['Published: Sun., Mar. 8, 2026 at 9:05 a.m. EST', '2026-03-08'],
    ['Published March 8, 2026 9:00 AM | Updated March 9, 2026 10:15 AM', '2026-03-08'],
    ['2026-03-08T10:00:00Z', '2026-03-08'],
    ['Date: 31/08/2026', '2026-08-31'],
    ['March 8, 2026 \u00B7 4 min read', '2026-03-08'],
    ['Last updated on 8th March 2026, 14.30 GMT', '2026-03-08'],
    ['March 2026', '2026-03'],
    ['March 8', null],
    ['March 8, 2026, was a cold day', null],
    ['The May 2026 plan', null],
    ['May 1, 2026 rally plan', null]
  ]
  for (const [line, day] of lines) {
    it(`of the line "${line}" below the headline is ${day ?? 'not known'}`, () =>
      assert.equal(dayOf(`Dam plan divides valley\n\nBy Ana Silk\n\n${line}\n\n${news}\n`), day))

    it(`of the line "${line}" above the headline is ${day ?? 'not known'}`, () => {
      const text = `${line}\n\nDam plan divides valley\n\nBy Ana Silk\n\n${news}\n`
      assert.equal(dayOf(text), day)
      if (day !== null) assert.equal(titleOf(text), 'Dam plan divides valley')
    })
  }

  it('of the byline', () =>
    assert.equal(
      dayOf(`Dam plan divides valley\n\nBy Ana Silk, Staff Writer | March 4, 2026\n\n${news}\n`),
      '2026-03-04'
    ))

  it('of the foot, where it says what day that is', () => {
    assert.equal(
      dayOf(`Dam plan divides valley\n\n${news}\n\n${news}\n\nFirst published March 4, 2026\n`),
      '2026-03-04'
    )
    assert.equal(dayOf(`Dam plan divides valley\n\n${news}\n\n${news}\n\nMarch 4, 2026\n`), null)
  })

  it('is the one of the dateline before that of a line', () =>
    assert.equal(dayOf(`Dam plan divides valley\n\nUpdated March 5, 2026\n\n${dated('March 3')}`), '2026-03-03'))

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

function titleOf(text: string): string | null {
  const { title } = readArticle(text, 'plain')
  return title && text.slice(title.start, title.end)
}
