import assert from 'node:assert/strict'
import { anchorAt, placeAnchors, placeDecisions } from '../../../../src/annotations'
import { codeOn } from './decisions'
import { line, marked, placing } from './placing'
import { processorTime } from '../../../processorTime.js'

const smith = '\u201CWe will cut taxes,\u201D said Smith, the minister of finance, on Monday.'
const jones = '\u201CWe will not cut taxes,\u201D said Jones, the leader of the opposition.'

describe('placing anchors again', () => {
  it('words where they were are placed, whatever came after them', () => {
    assert.deepEqual(placing('[We] met [Smith].', 'We met Smith.'), ['placed 0 We', 'placed 7 Smith'])
    const before = 'The ministers met in Geneva on Monday to talk about [the budget], and went on.'
    assert.deepEqual(placing(before, before.replace(/[[\]]/g, '').replace('and went on', 'but could not agree')), [
      'placed 52 the budget'
    ])
  })

  it('words that came elsewhere with all that is around them have moved', () => {
    const before = `${smith}\n\n${jones}\n\nThe talks in [Geneva] will go on next week, officials told reporters.`
    const { text } = marked(before)
    assert.deepEqual(placing(before, `A new paragraph.\n\n${text}`), [`moved ${18 + text.indexOf('Geneva')} Geneva`])
  })

  it('one statement never becomes its contrary', () => {
    const before = `${smith.replace('We will cut taxes', '[We will cut taxes]')}\n\n${jones}`
    assert.deepEqual(placing(before, jones), ['orphan'])
    assert.deepEqual(
      placing(`${smith}\n\n${jones.replace('We will not cut taxes', '[We will not cut taxes]')}`, smith),
      ['orphan']
    )
    const part = `${smith.replace('cut taxes', '[cut taxes]')}\n\n${jones}`
    assert.deepEqual(placing(part, jones), [`ambiguous (13 cut taxes)`])
  })

  it('a "not" that comes beside the words is not overlooked', () => {
    const before =
      'The minister of finance said on Monday that they will [cut taxes] in the coming year, and not later.'
    const after = marked(before).text.replace('will cut', 'will not cut')
    assert.deepEqual(placing(before, after), ['ambiguous (58 cut taxes)'])
  })

  it('of the same words again, the ones with their surroundings are taken, and none where nothing tells them apart', () => {
    const before = '[He] left Geneva for talks in the north of the country. He slept. He ate.'
    assert.deepEqual(placing(before, `He waited. ${marked(before).text}`), ['moved 11 He'])
    assert.deepEqual(placing('One. [He left.] He left. Then it rained.', 'One. He left. Then it rained.'), [
      'ambiguous (5 He left.)'
    ])
    assert.deepEqual(placing('The [minister] spoke.', 'A minister and a minister.'), [
      'ambiguous (2 minister, 17 minister)'
    ])
  })

  it('line ends, quotation marks and blanks do not matter', () => {
    const before = 'One.\n\nTwo.\n\n\u201CWe [will\ncut] taxes,\u201D he said.'
    assert.deepEqual(placing(before, marked(before).text.replaceAll('\n', '\r\n')), ['placed 20 will\r\ncut'])
    assert.deepEqual(placing(before, 'One. Two. "We will  cut\u00A0taxes," he said.'), ['moved 14 will  cut'])
    const crlf = 'One.\r\nTwo.\r\nThe caf\u00E9 [is open].'
    assert.deepEqual(placing(crlf, 'One.\nTwo.\nThe cafe\u0301 is open.'), ['moved 20 is open'])
  })

  it('neighbours that moved tell where words are that nothing else tells', () => {
    const table = Array.from({ length: 40 }, () => 'yes').join('\n')
    const before = `The committee for [finance] voted as follows on Monday evening:\n${table}\n[yes]\n${table}\nThat was [the end] of a long day, as members told reporters afterwards.`
    const { text } = marked(before)
    const yes = 5 + text.indexOf('yes') + table.length + 1
    assert.deepEqual(placing(before, `New. ${text}`), [
      `moved ${5 + text.indexOf('finance')} finance`,
      `moved ${yes} yes`,
      `moved ${5 + text.indexOf('the end')} the end`
    ])
  })

  it('almost the same words are offered when they say the same', () => {
    const before = 'Before. [The ministers agreed to meet again in the autumn of next year] and left.'
    const now = 'The minsters agreed to meet again in the autumn of next year'
    assert.deepEqual(placing(before, `Later. ${now} and so on.`), [`changed (7 ${now})`])
    for (const other of ['not to meet', 'to meet 3 times']) {
      assert.deepEqual(placing(before, `Later. ${now.replace('to meet', other)} and so on.`), ['orphan'])
    }
    assert.deepEqual(placing('[Nobody came.]', 'Nobody cane.'), ['orphan'])
  })

  it('an edited anchor waits for a review where it is, until its words are back', () => {
    const { text, anchors } = marked('The state will [lower the tax] in spring.')
    const edited = [{ ...anchors[0]!, was: 'raise the tax' }]
    assert.deepEqual(
      placeAnchors(text, edited).map((one) => line(text, one)),
      ['changed 15 lower the tax']
    )
    const back = text.replace('lower', 'raise')
    const [placed] = placeDecisions(back, [codeOn('c', edited)])
    assert.equal(placed!.state, 'placed')
    assert.deepEqual(placed!.decision.target, [anchorAt(back, { start: 15, end: 28 })])
  })

  it('deleted words are not found in what stands at their place', () => {
    const text = 'One. He left. Then it rained.'
    const [anchor] = marked('One. [He left.] And he came back. He left. Then it rained.').anchors
    assert.deepEqual(
      placeAnchors(text, [{ ...anchor!, end: anchor!.start }]).map((one) => line(text, one)),
      ['orphan']
    )
  })

  it('a decision of which nothing moved is the same object; another has the new words around it', () => {
    const before = 'The ministers met in Geneva on Monday to talk about the budget, and went on.'
    const [one, two] = [21, 52].map((start, index) =>
      codeOn(`c${index}`, [anchorAt(before, { start, end: start + 6 })])
    )
    const after = before.replace('the budget, and', 'the budget but')
    const placed = placeDecisions(before, [one!, two!])
    assert.deepEqual(
      [placed[0]!.decision, placed[1]!.decision].map((now, at) => now === [one, two][at]),
      [true, true]
    )
    assert.deepEqual(placeDecisions(after, [two!])[0]!.decision.target, [anchorAt(after, { start: 52, end: 58 })])
    const memo = codeOn('all', [])
    assert.deepEqual(placeDecisions('', [memo]), [{ decision: memo, state: 'placed', placements: [], isInText: true }])
  })

  it('hostile texts end soon', () => {
    const began = processorTime()
    const many = 'a'.repeat(500_000)
    const anchors = Array.from({ length: 200 }, (_, at) => anchorAt(many, { start: at * 100, end: at * 100 + 30 }))
    const broken = [
      { exact: '', prefix: '', suffix: '', start: -5, end: Number.NaN },
      { exact: '\uD83D', prefix: '__proto__', suffix: '\uDE00', start: 1e12, end: 7 },
      { exact: `${'a'.repeat(60)}b`, prefix: '', suffix: '', start: 0, end: 61 }
    ]
    const placements = placeAnchors(`b${many}`, [...anchors, ...broken])
    assert.equal(placements.length, 203)
    // At their offsets are the same words among the same words.
    assert.ok(placements.slice(3, 200).every(({ state }) => state === 'placed'))
    assert.deepEqual(
      placements.slice(200).map(({ state, span }) => [state, span]),
      [
        ['orphan', null],
        ['orphan', null],
        ['orphan', null]
      ]
    )
    const moved = placeAnchors(
      many.slice(150_000),
      anchors.map((anchor) => ({ ...anchor, start: 400_000, end: 400_030 }))
    )
    assert.ok(moved.every(({ state }) => state === 'ambiguous'))
    placeAnchors(`${'ab '.repeat(100_000)}`, anchors)
    assert.ok(processorTime() - began < 10_000)
  }).timeout(60_000)
})
