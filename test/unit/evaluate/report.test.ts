import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { findGoldSets } from '../../../train/evaluate/goldSets'
import { cautions } from '../../../train/evaluate/learned'
import { report } from '../../../train/evaluate/report'
import { readFigures } from '../../../train/evaluate/score'
import { withFolder } from '../cli/folder'

describe('the evaluation', () => {
  it('reads what the scorer prints', () => {
    const output = [
      'found          P  75.19  R  47.05  F1  57.88   gold 2319 predicted 1451',
      'source right among found 95.05 %; documents 94, without a prediction 0',
      'attributed F1 55.01',
      'acting accuracy 79.89',
      'quotes: required found 41 of 41; predicted 59',
      ''
    ].join('\n')
    assert.deepEqual(readFigures(output), [
      { name: 'found', value: 'P 75.19, R 47.05, F1 57.88 (gold 2319 predicted 1451)' },
      { name: 'source right among found', value: '95.05 %; documents 94, without a prediction 0' },
      { name: 'acting accuracy', value: '79.89' },
      { name: 'quotes', value: 'required found 41 of 41; predicted 59' }
    ])
  })

  it('leaves a training set out where a set for development lies beside it, and says which data are absent', async () => {
    await withFolder(
      {
        'entities/a-train.jsonl': '',
        'entities/a-dev.jsonl': '',
        'entities/b-train.jsonl': '',
        'entities/notes.txt': ''
      },
      async (data) => {
        await mkdir(`${data}/acting`)
        await writeFile(`${data}/acting/c-test.jsonl`, '')
        const found = await findGoldSets(data, ['entities', 'acting', 'links'], false)
        assert.deepEqual(
          found.sets.map(({ section, name }) => `${section}/${name}`),
          ['entities/a-dev', 'entities/b-train', 'acting/c-test']
        )
        assert.deepEqual(found.absent, [`${data}/links`])
        assert.equal((await findGoldSets(data, ['entities'], true)).sets.length, 3)
        assert.match(report([], found.absent), /\*\*Nothing was scored for want of data in:\*\*\n\n- .*links/)
      }
    )
  })

  it('says of a set that a model has learned from it', async () => {
    const files = {
      'models/names.bin': '',
      'gold/entities/conll2003-train.jsonl': '{"id":"a"}\n{"id":"b"}\n',
      'gold/entities/other.jsonl': '{"id":"b"}\n{"id":"c"}\n',
      'gold/entities/unseen.jsonl': '{"id":"c"}\n'
    }
    await withFolder(files, async (folder) => {
      const { sets } = await findGoldSets(`${folder}/gold`, ['entities'], true)
      const said = await Promise.all(sets.map((set) => cautions(set, `${folder}/gold`, `${folder}/models`)))
      assert.deepEqual(
        sets.map(({ name }, index) => [
          name,
          said[index]?.map((sentence) => sentence.split('.bin ')[1]?.split('.')[0])
        ]),
        [
          ['conll2003-train', ['has learned from 2 of these 2 documents']],
          ['other', ['has learned from 1 of these 2 documents']],
          ['unseen', []]
        ]
      )
    })
  })

  it('puts the published figures under ours', async () => {
    await withFolder({ 'entities/conll2003-dev.jsonl': '' }, async (data) => {
      const { sets } = await findGoldSets(data, ['entities'], false)
      const set = sets[0] ?? assert.fail('no set was found')
      const measurement = set.measurements[0] ?? assert.fail('nothing is measured')
      const lines = report(
        [{ who: 'ours', set, measurement, figures: [{ name: 'all', value: 'F1 12.00' }], cautions: [] }],
        []
      ).split('\n')
      assert.deepEqual(lines.slice(2, 7), [
        '## entities: conll2003-dev',
        '',
        '| who | measured on | what | figure |',
        '| --- | --- | --- | --- |',
        '| ours | exact spans | all | F1 12.00 |'
      ])
      assert.ok(lines.some((line) => line.startsWith('| BERT-base | published |')))
    })
  })
})
