import assert from 'node:assert/strict'
import type { Mark } from '../../../src/annotations/index.js'
import { marginLines } from '../../../src/editor/codeMargin.js'
import { stripedSpans, stripesCss } from '../../../src/editor/codeStripes.js'
import { barsSvg } from '../../../src/editor/codeSvg.js'
import { escapeLines } from '../../../src/editor/escapeLines.js'
import { codebook, coding } from '../annotations/codebook/example'

const text = 'We will cut taxes.\nRents will rise.\nNobody will pay.'
const { codes } = codebook('A #2a80e2', 'B #d16e0d', 'C #123456').project

describe('codes in the editor', () => {
  it('are stripes in their colours, with lines that differ without colour', () => {
    const marks = [coding(text, 'A: will cut'), coding(text, 'B: cut taxes'), coding(text, 'gone: Rents (memo)')]
    const shown = stripedSpans(marks, codes).map(
      ({ start, end, stripes, hasMemo }) =>
        `${text.slice(start, end)} | ${stripes.map((stripe) => (stripe ? `${stripe.color} ${stripe.line}` : '-')).join(', ')}${hasMemo ? ' memo' : ''}`
    )
    assert.deepEqual(shown, [
      'will  | #2a80e2 solid',
      'cut | #2a80e2 solid, #d16e0d dashed',
      ' taxes | -, #d16e0d dashed',
      'Rents | #808080 solid memo'
    ])
  })

  it('are drawn above each other by CSS that has nothing from a file but checked colours', () => {
    const hostile = codebook('A').project.codes.map((code) => ({ ...code, color: 'red;} body { display: none' }))
    const [span] = stripedSpans([coding(text, 'A: We')], hostile)
    assert.equal(
      stripesCss(span!, 'dark'),
      'text; background-image: linear-gradient(#808080, #808080); background-position: 0 calc(100% - 0px); ' +
        'background-size: 100% 2px; background-repeat: no-repeat'
    )
    const two = stripedSpans([coding(text, 'A: We'), coding(text, 'B: We')], codes)[0]!
    assert.match(stripesCss(two, 'light'), /0 calc\(100% - 3px\), 0 calc\(100% - 0px\).*padding-bottom: 3px$/)
  })

  it('give memos without a code a line of their own', () => {
    const memo: Mark = { ...coding(text, 'A: We'), kind: 'memo', text: '!' }
    const [span] = stripedSpans([memo], codes)
    assert.match(stripesCss(span!, 'light'), /repeating-linear-gradient\(90deg, #616161 0 2px/)
  })

  it('are in the margin of each of their lines', () => {
    const marks = [coding(text, 'A: cut taxes.\nRents'), coding(text, 'B: taxes'), coding(text, 'C: pay (memo)')]
    const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
    const lines = marginLines(stripedSpans(marks, codes), ({ start, end }) => [lineAt(start), lineAt(end)])
    assert.deepEqual(
      lines.map(({ line, key }) => `${line}: ${key}`),
      ['1: #2a80e2 #d16e0d', '2: #2a80e2', '3: #123456 memo']
    )
    assert.equal(barsSvg(['#2a80e2', '#d16e0d'], undefined).match(/<rect/g)?.length, 2)
  })

  it('have memos in the hover as they were written', () => {
    assert.equal(escapeLines('*a*\r\n[b](command:x) <i>'), '\\*a\\*  \n\\[b\\]\\(command\\:x\\) \\<i\\>')
    assert.ok(escapeLines('x'.repeat(1e6)).length < 5000)
  })
})
