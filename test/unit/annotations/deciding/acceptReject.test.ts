import assert from 'node:assert/strict'
import {
  acceptFacts,
  identityOf,
  markMentions,
  rejectFacts,
  setMentionSpan,
  setSpeaker,
  type Fact
} from '../../../../src/annotations'
import { changes } from '../../../../src/annotations/deciding/changes'
import { desk } from './desk'

const article = '{a:Ana Ruiz} said \u201CNo.\u201D {a~She} left {b:Quito}.'
const people = { a: { name: 'Ana Ruiz', type: 'person' }, b: { name: 'Quito', type: 'place' } } as const
const quotes = [{ content: '\u201CNo.\u201D', source: 'Ana Ruiz', speaker: 'a' }]
const mention = (index: number): Fact => ({ about: 'mention', index })
const quote = (index: number): Fact => ({ about: 'quote', index })

describe('accepting and rejecting', () => {
  it('says of each fact that it is right, with the suggestion that was answered', () => {
    const { deciding, does } = desk(article, people, { quotes })
    assert.deepEqual(does(acceptFacts(deciding(), [mention(0), mention(2), quote(0)])), [
      'accept mention "Ana Ruiz"',
      'accept mention "Quito"',
      'accept quote "\u201CNo.\u201D"'
    ])
    assert.deepEqual(
      deciding().own.map(({ from }) => from?.rule),
      ['test', 'test', 'test']
    )
  })

  it('decides nothing a second time', () => {
    const { deciding, does } = desk(article, people, { quotes })
    does(acceptFacts(deciding(), [mention(0)]))
    assert.deepEqual(does(acceptFacts(deciding(), [mention(0)])), [])
  })

  it('makes an acceptance a rejection, as the same decision', () => {
    const { deciding, does, decided } = desk(article, people)
    does(acceptFacts(deciding(), [mention(2)]))
    assert.deepEqual(does(rejectFacts(deciding(), [mention(2)])), [
      'reject mention "Quito" (was accept mention "Quito")'
    ])
    assert.deepEqual(decided(), ['reject mention "Quito"'])
    assert.deepEqual(
      deciding().own.map(({ id, modified }) => [id, modified !== undefined]),
      [['d1', true]]
    )
  })

  it('takes back what the annotator added, when it is rejected', () => {
    const { deciding, does, decided, at, mention: shown } = desk(article, people)
    does(markMentions(deciding(), [at('left')], { type: 'group', acting: false }))
    assert.deepEqual(does(rejectFacts(deciding(), [shown('left')])), ['no longer "left" is a group'])
    assert.deepEqual(decided(), [])
  })

  it('rejects the suggestion too, when what took its place is rejected', () => {
    const { deciding, does, decided, at, mention: shown } = desk(article, people)
    does(setMentionSpan(deciding(), 2, at('left Quito')))
    assert.deepEqual(does(rejectFacts(deciding(), [shown('left Quito')])), [
      'reject mention "Quito" (was "left Quito" is a place for "Quito")'
    ])
    assert.deepEqual(decided(), ['reject mention "Quito"'])
  })

  it('leaves who the other mentions are to another one, when the mention that said it is rejected', () => {
    const { deciding, does, decided } = desk(article, people)
    const made = changes()
    identityOf(made, deciding(), deciding().article.analysis.entities[0]!)
    does(made.edits())
    assert.deepEqual(decided(), ['"Ana Ruiz" is Ana Ruiz <urn:uuid:1> person'])
    does(rejectFacts(deciding(), [mention(0)]))
    assert.deepEqual(decided(), ['reject mention "Ana Ruiz"', '"She" is Ana Ruiz <urn:uuid:1> person'])
  })

  it('agrees with what another annotator changed, as it is now', () => {
    const { deciding, does } = desk(article, people, {
      others: ({ tools }) => [
        {
          ...tools.draft(
            { kind: 'mention', type: 'place', acting: true },
            { target: [tools.anchorAt('Quito', { start: 0, end: 5 })] }
          ),
          id: 'theirs',
          creator: 'Bob',
          target: [{ exact: 'Quito', prefix: '', suffix: '', start: 29, end: 34 }]
        }
      ]
    })
    assert.deepEqual(does(acceptFacts(deciding(), [mention(2)])), ['"Quito" is a place, acting'])
  })

  it('accepts a quote whose speaker somebody else decided', () => {
    const { deciding, does } = desk(article, people, { quotes })
    does(setSpeaker(deciding(), [0], null))
    assert.deepEqual(does(acceptFacts({ ...deciding(), own: [] }, [quote(0)])), ['accept quote "\u201CNo.\u201D"'])
  })
})
