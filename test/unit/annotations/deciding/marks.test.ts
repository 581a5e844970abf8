import assert from 'node:assert/strict'
import {
  changeQuote,
  changeMention,
  decideArticle,
  markMentions,
  markQuote,
  ownDecisionsAt,
  quotesNear,
  setMentionSpan,
  setSpeaker,
  takeBack
} from '../../../../src/annotations'
import { desk } from './desk'

const article = '{a:Ana Ruiz} said \u201CNo.\u201D Then {b:Quito} voted.\n\nThe mayor called it a good day, he said.'
const people = { a: { name: 'Ana Ruiz', type: 'person' }, b: { name: 'Quito', type: 'place' } } as const
const quotes = [
  { content: '\u201CNo.\u201D', source: 'Ana Ruiz', speaker: 'a' },
  { content: 'it a good day', source: 'he said', speaker: 'a' }
]

describe('marking words', () => {
  it('makes a mention of words that were none', () => {
    const { deciding, does, at } = desk(article, people)
    assert.deepEqual(does(markMentions(deciding(), [at('The mayor')], { type: 'person', acting: false })), [
      '"The mayor" is a person'
    ])
  })

  it('says another kind of a mention with the very words', () => {
    const { deciding, does, at } = desk(article, people)
    assert.deepEqual(does(markMentions(deciding(), [at('Quito')], { type: 'place', acting: true })), [
      '"Quito" is a place, acting for "Quito"'
    ])
  })

  it('takes the place of a shorter name of its kind, and leaves one of another kind in it', () => {
    const { deciding, at } = desk(article, people)
    const longer = desk(article, people)
    assert.deepEqual(longer.does(markMentions(deciding(), [at('Then Quito')], { type: 'place', acting: false })), [
      '"Then Quito" is a place for "Quito"'
    ])
    const other = desk(article, people)
    assert.deepEqual(other.does(markMentions(deciding(), [at('Then Quito')], { type: 'group', acting: false })), [
      '"Then Quito" is a group'
    ])
  })

  it('never lets anything act but a place', () => {
    const { deciding, does } = desk(article, people)
    assert.deepEqual(does(changeMention(deciding(), 1, { type: 'organization', acting: true })), [
      '"Quito" is a organization for "Quito"'
    ])
  })

  it('changes the span again as the same decision', () => {
    const { deciding, does, decided, at, mention } = desk(article, people)
    does(setMentionSpan(deciding(), 1, at('Then Quito')))
    does(setMentionSpan(deciding(), mention('Then Quito').index, at('Quito voted')))
    assert.deepEqual(decided(), ['"Quito voted" is a place for "Quito"'])
    assert.equal(deciding().own[0]!.id, 'd1')
  })

  it('makes a quote of words that were none, and of one piece or several', () => {
    const { deciding, does, at } = desk(article, people)
    assert.deepEqual(does(markQuote(deciding(), [at('called'), at('a good day')])), [
      'quote "called" "a good day" cue - source -'
    ])
  })

  it('gives a quote other words, without its source where that has become part of it; who says it stays', () => {
    const { deciding, does, decided, at } = desk(article, people, { quotes })
    does(setSpeaker(deciding(), [1], null))
    does(markQuote(deciding(), [at('it a good day, he said')]))
    assert.deepEqual(decided(), [
      '"it a good day, he said" by nobody',
      'quote "it a good day, he said" cue - source - for "it a good day"'
    ])
  })

  it('makes said what was only believed, where that is not shown: a marked quote is seen', () => {
    const { deciding, does, at } = desk(article, people, { quotes })
    does(changeQuote(deciding(), 1, { act: 'attitude' }))
    const actOf = (attitudes: boolean) =>
      markQuote(deciding(), [at('a good day')], { attitudes }).map((edit) =>
        edit.kind === 'decision' && edit.after?.kind === 'quote' ? edit.after.act : edit.kind
      )
    assert.deepEqual([actOf(true), actOf(false)], [['attitude'], ['speech']])
  })

  it('sets source and cue one after the other', () => {
    const { deciding, does, decided, at } = desk(article, people, { quotes })
    does(changeQuote(deciding(), 1, { source: [at('The mayor')] }))
    assert.deepEqual(decided(), ['quote "it a good day" cue - source "The mayor" for "it a good day"'])
  })

  it('finds the quotes that words may be the source of: those of the paragraph, the nearest first', () => {
    const { deciding, at } = desk(article, people, { quotes })
    assert.deepEqual(quotesNear(deciding(), at('voted')), [0])
    assert.deepEqual(quotesNear(deciding(), at('The mayor')), [1])
  })
})

describe('taking back', () => {
  it('finds what was decided at the cursor, the innermost first, and deletes what is chosen', () => {
    const { deciding, does, decided, at } = desk(article, people, { quotes })
    does(markMentions(deciding(), [at('Ana Ruiz said \u201CNo.\u201D')], { type: 'group', acting: false }))
    does(setSpeaker(deciding(), [0], null))
    const { start } = at('No.')
    const found = ownDecisionsAt(deciding(), { start, end: start })
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['speaker', 'mention']
    )
    does(takeBack(deciding(), found.slice(0, 1)))
    assert.deepEqual(decided(), ['"Ana Ruiz said \u201CNo.\u201D" is a group'])
  })

  it('leaves what others decided', () => {
    const { deciding } = desk(article, people, {
      others: ({ tools }) => [
        {
          ...tools.draft({ kind: 'reject' }, { target: [tools.anchorAt('Ana', { start: 0, end: 3 })] }),
          creator: 'Bob'
        }
      ]
    })
    assert.deepEqual(ownDecisionsAt(deciding(), { start: 1, end: 1 }), [])
  })
})

describe('a file', () => {
  it('is no article, and then one again, as if nobody had said so', () => {
    const { deciding, does, decided } = desk(article, people)
    assert.deepEqual(does(decideArticle(deciding(), false)), ['no article'])
    assert.deepEqual(does(decideArticle(deciding(), false)), [])
    assert.deepEqual(does(decideArticle(deciding(), true)), ['no longer no article'])
    assert.deepEqual(decided(), [])
  })

  it('is an article against what another annotator says', () => {
    const { deciding, does } = desk(article, people, {
      others: ({ tools }) => [
        { ...tools.draft({ kind: 'article', isArticle: false }, { target: [] }), id: 'theirs', creator: 'Bob' }
      ]
    })
    assert.deepEqual(does(decideArticle(deciding(), true)), ['an article'])
  })
})
