import assert from 'node:assert/strict'
import { followDecisions, mergedDecisions, placeDecisions, type Decision } from '../../../../src/annotations'
import { codeOn } from './decisions'
import { marked } from './placing'

/** Follows one text's [anchors]; `edit` replaces the first occurrence of some words. */
function following(written: string) {
  const { text, anchors } = marked(written)
  const decisions = anchors.map((anchor, index) => codeOn(`c${index}`, [anchor]))
  const followed = followDecisions(decisions, text)
  let now = text
  return {
    decisions,
    followed,
    edit: (words: string, by: string) => {
      const start = now.indexOf(words)
      followed.edit([{ start, end: start + words.length, text: by }])
      now = now.slice(0, start) + by + now.slice(start + words.length)
    },
    now: () => followed.decisions(now),
    lines: () => followed.decisions(now).map((decision) => line(now, decision)),
    states: () => placeDecisions(now, followed.decisions(now)).map(({ state }) => state)
  }
}

function line(text: string, { target }: Decision): string {
  const { exact, was, start, end } = target[0]!
  const at = start === end ? `lost at ${start}` : `${start} ${text.slice(start, end)}`
  return `${at}${start === end ? `: ${exact}` : ''}${was === undefined ? '' : ` (was ${was})`}`
}

describe('following edits', () => {
  it('what is put in at an end of the words stays outside, and before them they move', () => {
    const { edit, lines, states } = following('He met [Smith] there.')
    edit(' there', 'y there')
    edit('He', 'Yesterday he')
    assert.deepEqual(lines(), ['17 Smith'])
    assert.deepEqual(states(), ['placed'])
  })

  it('edited words are shown with those that were decided about, until these are back', () => {
    const { edit, lines, states } = following('\u201C[We will cut taxes],\u201D said Smith.')
    edit('cut', 'not cut')
    assert.deepEqual(lines(), ['1 We will not cut taxes (was We will cut taxes)'])
    assert.deepEqual(states(), ['changed'])
    edit('not ', '')
    assert.deepEqual(lines(), ['1 We will cut taxes'])
    assert.deepEqual(states(), ['placed'])
  })

  it('deleted words are kept, and there again after an undo', () => {
    const { edit, lines, states } = following('They met. He met [Smith] in Geneva. They left.')
    edit('He met Smith in Geneva. ', '')
    assert.deepEqual(lines(), ['lost at 10: Smith'])
    assert.deepEqual(states(), ['orphan'])
    edit('They left', 'He met Smith in Geneva. They left')
    assert.deepEqual(lines(), ['17 Smith'])
    assert.deepEqual(states(), ['placed'])
  })

  it('words that were edited and then deleted come back as they were last', () => {
    const { edit, lines } = following('They met. He said: [we will cut taxes]. They left.')
    edit('cut', 'lower')
    edit('we will lower taxes', '')
    assert.deepEqual(lines(), ['lost at 19: we will lower taxes (was we will cut taxes)'])
    edit(': ', ': we will lower taxes')
    assert.deepEqual(lines(), ['19 we will lower taxes (was we will cut taxes)'])
  })

  const sentence = 'The minister, who had been in office for 12 years, did not want to comment on the talks in Geneva.'

  it('a sentence that was deleted is not on its twin because all of the text is put in anew', () => {
    const { edit, now, lines } = following(
      `[The minister, who had]${sentence.slice(21)} ${sentence} So it is.\n\nIt is.`
    )
    const whole = marked(`${sentence} ${sentence} So it is.\n\nIt is.`).text
    edit(sentence.slice(0, 43), '')
    const text = whole.slice(43)
    edit(text, text.replaceAll('\n', '\r\n'))
    assert.equal(now()[0]!.target[0]!.exact, 'The minister, who had')
    assert.deepEqual(lines(), ['lost at 0: The minister, who had'])
    edit(text.replaceAll('\n', '\r\n'), whole)
    assert.deepEqual(lines(), ['0 The minister, who had'])
  })

  for (const isSeen of [false, true]) {
    it(`words that were edited${isSeen ? ', seen so,' : ''} and then deleted are not those of a twin when all comes back`, () => {
      const twin = `${sentence} [The minister, who had]${sentence.slice(21)} So it is.`
      const { edit, now, lines } = following(twin)
      edit(`${sentence} The`, '')
      if (isSeen) now()
      edit(' minister, who had', 'x')
      if (isSeen) now()
      const left = `x${sentence.slice(21)} So it is.`
      edit(left, marked(twin).text)
      assert.deepEqual(lines(), ['99 The minister, who had'])
    })
  }

  it('a paragraph that is cut and put elsewhere takes its decisions along', () => {
    const first = 'The talks will go on for a week, as [Smith] told reporters in Geneva on Monday.\n\n'
    const { edit, lines, states } = following(`${first}Nothing was decided.\n\nThe end.`)
    edit(marked(first).text, '')
    edit('The end.', `${marked(first).text}The end.`)
    assert.deepEqual(lines(), ['58 Smith'])
    assert.deepEqual(states(), ['placed'])
  })

  it('the same words elsewhere are never taken for deleted ones', () => {
    const { edit, lines, states } = following('One. [He left.] And he came back. He left. Then it rained.')
    edit('He left. And he came back. ', '')
    assert.deepEqual(lines(), ['lost at 5: He left.'])
    assert.deepEqual(states(), ['orphan'])
  })

  it('a switch of the line ends comes as one edit of everything, and so does a reload', () => {
    const { edit, lines, followed } = following('One.\n\nWe [will\ncut] taxes.\n\nTwo [men].')
    const text = 'One.\n\nWe will\ncut taxes.\n\nTwo men.'
    edit(text, text.replaceAll('\n', '\r\n'))
    assert.deepEqual(lines(), ['11 will\r\ncut', '35 men'])
    const crlf = text.replaceAll('\n', '\r\n')
    const unheard = `Zero. ${crlf}`
    assert.deepEqual(
      followed.decisions(unheard).map((decision) => line(unheard, decision)),
      ['17 will\r\ncut', '41 men']
    )
  })

  it('many edits of one event are those of the text before it, from the last to the first, and may be several times', () => {
    const { followed } = following('[a] b [a] b [a]')
    followed.edit([
      { start: 8, end: 9, text: 'xxx' },
      { start: 2, end: 3, text: '' },
      { start: 0, end: 0, text: '__' }
    ])
    assert.deepEqual(
      followed.decisions('__a  a b xxx').map((decision) => line('__a  a b xxx', decision)),
      ['2 a', '5 a', 'lost at 9: a']
    )
  })

  it('a decision before the edit is the same object, and nothing new is nothing at all', () => {
    const far = 'It was long before anybody said anything about it. '.repeat(12)
    const { edit, now, decisions } = following(`[One]. ${far}[Two].`)
    assert.equal(now(), decisions)
    edit('Two', 'So Two')
    const [one, two] = now()
    assert.equal(one, decisions[0])
    assert.notEqual(two, decisions[1])
    assert.equal(now(), now())
  })

  it('two that lost their words at one place are two', () => {
    const { text, anchors } = marked('They met. [Smith] and [Jones] left. They ate.')
    const decisions = anchors.map((anchor, index) => ({ ...codeOn('c', [anchor]), id: `urn:uuid:${index}` }))
    const followed = followDecisions(decisions, text)
    followed.edit([{ start: 10, end: 32, text: '' }])
    const lost = followed.decisions('They met. They ate.')
    assert.deepEqual(mergedDecisions([{ annotator: 'Ann', decisions: lost }]), lost)
  })

  it('one that is nowhere stays as it is until its words are put in', () => {
    const { text, anchors } = marked('He met [Smith] there, in the old town of Geneva.')
    const decision = codeOn('c', anchors)
    const other = text.replace('Smith', 'Jones')
    const followed = followDecisions([decision], other)
    followed.edit([{ start: 0, end: 0, text: 'Then ' }])
    assert.equal(followed.decisions(`Then ${other}`)[0], decision)
    followed.edit([{ start: 12, end: 17, text: 'Smith' }])
    assert.deepEqual(
      followed.decisions(`Then ${text}`).map((found) => line(`Then ${text}`, found)),
      ['12 Smith']
    )
  })

  it('ends for some and begins for others without a change of the rest, also of what has lost its words', () => {
    const { followed, edit, now, lines } = following('[He] met [Smith] and [Jones] there.')
    edit('Smith', '')
    const [he, , jones] = now()
    followed.change('He met  and Jones there.', (index) => index === 0, [he!])
    assert.deepEqual(lines(), ['lost at 7: Smith', '12 Jones', '0 He'])
    assert.equal(now()[1], jones)
    edit(' met  and', ' and')
    edit(' and', ' met Smith and')
    assert.deepEqual(lines(), ['7 Smith', '17 Jones', '0 He'])
  })
})
