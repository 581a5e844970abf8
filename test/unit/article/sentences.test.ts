import assert from 'node:assert/strict'
import { sentencesOf } from './readable'

/** Each text is written as its sentences: joined by a blank they are split again. */
const texts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'abbreviations do not end a sentence': [
    ['Mr. Vega met Gov. Ruiz on Feb. 21 in St. Paul.', 'They agreed.'],
    ['The U.S. Senate met the U.N. envoy.', 'No deal came of it.'],
    ['It opened on Sunday, Dec. 3, at No. 10.', 'Dr. Lin was there.'],
    ['Lt. Col. Rana spoke to Prof. Okoro et al. about it.', 'She left.'],
    ['Salem, Mass. Mayor Kim Driscoll came.', 'He did not.']
  ],
  'brackets behind an abbreviation go on': [
    ['Hale Paper Inc. (HPX: HALE) makes paper in Leeds.'],
    ['It was sold by Hale Inc.', '(The firm made paper.)', 'It closed.']
  ],
  'abbreviations may end one': [
    ['He moved to the U.S.', 'The talks went on without him.'],
    ['The bill passed in the U.S.', 'Officials said it was late.'],
    ['They met at 5 p.m.', 'But nothing was signed.'],
    ['The firm is Hale Inc.', 'It makes paper.'],
    ['They sold eggs, milk, etc.', 'Prices rose.']
  ],
  'initials do not end a sentence': [
    ['George W. Hale and J. K. Omondi came.', 'They left.'],
    ['R. Blake won.', 'A. Moss lost.'],
    ['This is plan B.', 'The rest is noise.']
  ],
  'ellipses do not end a sentence': [
    ['I thought... We were wrong.', 'It is over.'],
    ['We waited \u2026 Nobody came.'],
    ['\u201cWe waited\u2026\u201d', 'Then the line went dead.']
  ],
  'a closing mark belongs to the sentence that it closes': [
    ['They let it "die".', 'Otherwise nothing happened.'],
    ['"There is no guarantee."', 'He left.'],
    ['\u201cIt is over.\u201d', '\u201cIs it?\u201d', 'Nobody knew.'],
    ['(The office did not reply.)', 'A call went unanswered.'],
    ['\u00abC\u2019est fini.\u00bb', 'Il est parti.']
  ],
  'a quote may hold several sentences': [
    ['\u201cWe tried.', 'We failed,\u201d the envoy said.', 'She wept.'],
    ['The mayor said: "We were not asked.', 'There was no vote."']
  ],
  'a question inside a sentence goes on': [
    ['\u201cIs it over?\u201d she asked.', 'Nobody knew.'],
    ['\u201cIs it over?\u201d Mina Harlow asked.', 'Nobody knew.'],
    ['"Get out!" he shouted.', 'They did.'],
    ['\u201cReally?\u201d', 'The envoy left the room.'],
    ['Yahoo! said it would appeal.', 'It did.']
  ],
  'marks, figures and lists': [
    ['1. Vote early.', 'Then go home.'],
    ['It rose 3.5 percent to 10.2 million.', 'Analysts had hoped for more.'],
    ['The vote (held on Feb. 2) was close.', 'It was 51-49.'],
    ['They won?!', 'Nobody believed it.'],
    ['A truce followed. \u25a0']
  ],
  'a forgotten blank': [
    ['They reached a deal.', 'The envoy left.'],
    ['She moved to Leeds.', 'He stayed.'],
    ['The pier closed in 2014.', 'The yard did not.'],
    ['They reached a deal!', 'The envoy left.'],
    ['"We did what we could."', 'The envoy left.'],
    ['"It was late.', 'We did what we could."', 'The envoy left.'],
    ["'We did what we could.'", 'The envoy left.'],
    ['The envoy was tired.', '"We did what we could," she said.', '"We go home."', 'The mayor left.'],
    ['It was the best we had."', 'The envoy left.']
  ],
  'what looks like a forgotten blank': [
    ['Omar Hale of Yahoo!Europe left.', 'She stayed.'],
    ['“Is it over?”Mina Harlow asked.', 'Nobody knew.']
  ],
  'other scripts': [
    ['\u0647\u0644 \u0627\u0646\u062a\u0647\u0649\u061f', '\u0644\u0627 \u0623\u062d\u062f \u064a\u0639\u0631\u0641.']
  ]
}

describe('sentences', () => {
  for (const [rule, examples] of Object.entries(texts)) {
    it(rule, () => {
      for (const sentences of examples)
        assert.deepEqual(sentencesOf(sentences.join(rule === 'a forgotten blank' ? '' : ' ')), sentences)
    })
  }

  it('a dateline is a sentence of its own', () => {
    assert.deepEqual(
      sentencesOf(
        'AMMAN, Feb. 21 (Xinhua) -- Jordan will host the talks, an official told Xinhua on Wednesday. They begin on Friday.'
      ),
      [
        'AMMAN, Feb. 21 (Xinhua) --',
        'Jordan will host the talks, an official told Xinhua on Wednesday.',
        'They begin on Friday.'
      ]
    )
  })

  it('a headline is one sentence', () => {
    assert.deepEqual(
      sentencesOf('U.S. Officials Ask: Who Won? Nobody Knows\n\nThe vote ended without a result on Monday.'),
      ['U.S. Officials Ask: Who Won? Nobody Knows', 'The vote ended without a result on Monday.']
    )
  })
})
