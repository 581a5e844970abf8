import assert from 'node:assert/strict'
import { timelineOf } from '../../../../src/exchange/report/timeline'

describe('the timeline of a report', () => {
  it('counts by day where the days are few, with the days in between', () => {
    assert.deepEqual(rowsOf(['2024-02-27', '2024-03-01', '2024-02-27', null]), [
      'by day, 1 undated',
      '2024-02-27: 2 articles, 4 quotes',
      '2024-02-28: 0 articles, 0 quotes',
      '2024-02-29: 0 articles, 0 quotes',
      '2024-03-01: 1 articles, 2 quotes'
    ])
  })

  it('counts by month where the days are many, and by year where the months are', () => {
    assert.deepEqual(rowsOf(['2023-12-30', '2024-02-27']), [
      'by month, 0 undated',
      '2023-12: 1 articles, 2 quotes',
      '2024-01: 0 articles, 0 quotes',
      '2024-02: 1 articles, 2 quotes'
    ])
    assert.deepEqual(rowsOf(['1998-12-30', '2001-02']).slice(0, 3), [
      'by month, 0 undated',
      '1998-12: 1 articles, 2 quotes',
      '1999-01: 0 articles, 0 quotes'
    ])
    assert.deepEqual(rowsOf(['1996-12-30', '2001-05-06']), [
      'by year, 0 undated',
      ...['1996: 1 articles, 2 quotes', '1997: 0 articles, 0 quotes', '1998: 0 articles, 0 quotes'],
      ...['1999: 0 articles, 0 quotes', '2000: 0 articles, 0 quotes', '2001: 1 articles, 2 quotes']
    ])
  })

  it('keeps what is known of a date that has no day', () => {
    assert.deepEqual(rowsOf(['2024-02-02', '2024-02', '2024']), [
      'by day, 0 undated',
      '2024: 1 articles, 2 quotes',
      '2024-02: 1 articles, 2 quotes',
      '2024-02-02: 1 articles, 2 quotes'
    ])
  })

  it('takes what is no date for none, and ends', () => {
    assert.deepEqual(rowsOf(['yesterday', '2024-13-01', '2024-02-2', '<b>']), ['by day, 4 undated'])
    assert.deepEqual(rowsOf(['0001-01-01', '9999-12-31']), [
      'by year, 0 undated',
      '0001: 1 articles, 2 quotes',
      '9999: 1 articles, 2 quotes'
    ])
    assert.deepEqual(rowsOf(['9999-12-30', '9999-12-31']), [
      'by day, 0 undated',
      '9999-12-30: 1 articles, 2 quotes',
      '9999-12-31: 1 articles, 2 quotes'
    ])
  })
})

/** Each article with two quotes. */
function rowsOf(dates: readonly (string | null)[]): readonly string[] {
  const { rows, unit, undated } = timelineOf(
    dates.map((isoDate) => ({ isoDate, kinds: { direct: 1, mixed: 0, indirect: 1 } }))
  )
  return [
    `by ${unit}, ${undated} undated`,
    ...rows.map(({ date, articles, kinds }) => `${date}: ${articles} articles, ${kinds.direct + kinds.indirect} quotes`)
  ]
}
