import assert from 'node:assert/strict'
import type { AgreementResult } from '../../../src/cli/agreement'
import type { Code, DecisionContent } from '../../../src/annotations'
import { decisionOn } from '../workspace/memoryDecisions'
import { withAnnotated, type Annotated } from './annotated'
import { cli } from './ports'

const a = 'ANNA sees rain. BORIS sees sun.\n'
const b = 'CARLA sees snow.\n'
const place: DecisionContent = { kind: 'mention', type: 'place', acting: false }
const person: DecisionContent = { kind: 'mention', type: 'person', acting: false }
const weather: Code = {
  id: 'urn:uuid:00000000-0000-4000-8000-0000000000c0',
  name: 'weather',
  color: '#336699',
  order: 0,
  creator: 'Rosa',
  created: '2026-11-27T08:00:00.000Z'
}
const code: DecisionContent = { kind: 'code', code: weather.id }
const decided: Annotated = {
  project: { codes: [weather] },
  articles: { 'a.txt': a, 'deep/b.txt': b },
  layers: {
    'a.txt': {
      Rosa: [
        decisionOn(a, 'ANNA', person, 'Rosa'),
        decisionOn(a, 'BORIS', person, 'Rosa'),
        decisionOn(a, 'rain', code, 'Rosa')
      ],
      Tom: [decisionOn(a, 'ANNA', person, 'Tom'), decisionOn(a, 'BORIS', place, 'Tom')]
    },
    'deep/b.txt': { Tom: [decisionOn(b, 'CARLA', person, 'Tom')] }
  }
}

describe('agreement on the command line', () => {
  it('shows the figures, then what is decided differently', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code, output, errors } = await cli(['agreement', folder])
      assert.deepEqual([code, errors], [0, ''])
      // How wide the column of articles is depends on the folder of the test.
      const lines = output
        .replaceAll(`${folder}/`, '')
        .split('\n')
        .map((line) => line.replace(/ {2,}/g, '  '))
      assert.deepEqual(lines, [
        'Rosa, Tom: 1 article',
        '',
        'QUESTION  UNITS  AGREED  KAPPA  ALPHA',
        'type of mention  2  50.0 %  0.000  0.000',
        'code weather, in sentences  2  50.0 %  0.000  0.000',
        'code weather, in characters  30  86.7 %  0.000  -0.054',
        '',
        'SPANS  MARKED  F1 EXACT  F1 OVERLAPPING',
        'words of mentions  2  1.000  1.000',
        'code weather, words  1  0.000  0.000',
        '',
        'ARTICLE  KIND  WORDS  ONE SAYS  THE OTHER SAYS',
        'a.txt  code  rain  Rosa: weather: rain  Tom: nothing',
        'a.txt  mention  BORIS  Rosa: person: BORIS  Tom: place: BORIS',
        ''
      ])
    })
  })

  it('gives the same to programs', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code, output } = await cli([
        'agreement',
        '--format',
        'json',
        '--annotator',
        'Tom',
        '--annotator',
        'Rosa',
        folder
      ])
      assert.equal(code, 0)
      const { annotators, articles, figures, disagreements } = JSON.parse(output) as AgreementResult
      assert.deepEqual([annotators, articles], [['Tom', 'Rosa'], 1])
      assert.deepEqual(figures[0], {
        name: 'type of mention',
        measure: 'question',
        about: 'type',
        units: 2,
        percent: 0.5,
        kappa: 0,
        alpha: 0,
        exact: null,
        overlapping: null,
        overlappingOfFirst: null,
        overlappingOfSecond: null
      })
      assert.deepEqual(
        disagreements.map(({ article, kind, words, span, sides }) => [
          article.slice(folder.length),
          kind,
          words,
          span,
          sides
        ]),
        [
          [
            '/a.txt',
            'code',
            'rain',
            [10, 14],
            [
              { annotator: 'Tom', decided: 'nothing' },
              { annotator: 'Rosa', decided: 'weather: rain' }
            ]
          ],
          [
            '/a.txt',
            'mention',
            'BORIS',
            [16, 21],
            [
              { annotator: 'Tom', decided: 'place: BORIS' },
              { annotator: 'Rosa', decided: 'person: BORIS' }
            ]
          ]
        ]
      )
    })
  })

  it('says that there is nothing to compare', async () => {
    await withAnnotated({ articles: { 'a.txt': a }, layers: {} }, async (folder) => {
      const { code, output } = await cli(['agreement', folder])
      assert.deepEqual([code, output], [0, 'nothing to compare: only one annotator, or none, has decided anything\n'])
    })
  })

  it('wants two different annotators', async () => {
    const { code, errors } = await cli(['agreement', '--annotator', 'Tom', '--annotator', 'Tom', '.'])
    assert.deepEqual([code, errors], [2, 'error: --annotator has to be given at least twice\n'])
  })
})
