import assert from 'node:assert/strict'
import { timeSpans } from '../../../src/overview/pictures/timeSpans.js'

function told(first: string, last: string, ...dates: readonly string[]): string {
  const { unit, spans, spanOf } = timeSpans(first, last)
  const ends = [spans[0], spans.at(-1)].map((span) => `${span?.from}..${span?.to}`)
  return [`${spans.length} ${unit}`, ...ends, ...dates.map((date) => `${date}: ${spanOf(date)}`)].join(', ')
}

describe('spans of time', () => {
  for (const [first, last, dates, expected] of [
    [
      '2024-02-28',
      '2024-03-01',
      ['2024-02-29', '2024-03'],
      '3 day, 2024-02-28..2024-02-28, 2024-03-01..2024-03-01, 2024-02-29: 1, 2024-03: undefined'
    ],
    [
      '2024-03-05',
      '2024-06-30',
      ['2024-03-10', '2024-03-11'],
      '17 week, 2024-03-04..2024-03-10, 2024-06-24..2024-06-30, 2024-03-10: 0, 2024-03-11: 1'
    ],
    [
      '2021',
      '2024-06-30',
      ['2021-02', '2022-01-31', '2022'],
      '42 month, 2021-01..2021-01, 2024-06..2024-06, 2021-02: 1, 2022-01-31: 12, 2022: undefined'
    ],
    ['1999-05', '2024-06-30', ['2024', '1999-12-31'], '26 year, 1999..1999, 2024..2024, 2024: 25, 1999-12-31: 0'],
    [
      '0100-01-01',
      '9999-12-31',
      ['0100', '9999-12-31', '2024-02-02'],
      '60 year, 0100..0264, 9835..9999, 0100: 0, 9999-12-31: 59, 2024-02-02: 11'
    ],
    [
      '1969-12-28',
      '1970-03-30',
      ['1969-12-28', '1970-01-05'],
      '15 week, 1969-12-22..1969-12-28, 1970-03-30..1970-04-05, 1969-12-28: 0, 1970-01-05: 2'
    ]
  ] as const)
    it(`${first} to ${last}`, () => assert.equal(told(first, last, ...dates), expected))
})
