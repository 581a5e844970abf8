import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acrossFigures } from '../../../train/evaluate/across'
import { scoreCoreference } from '../../../train/evaluate/coreference'

describe('the measure of who is who', () => {
  it('tells links of names, descriptions and pronouns apart', async () => {
    // "Oda Brennvik ... the mayor ... she ... Brennvik ... Lund ... he"
    const gold = [
      { start: 0, end: 12, form: 'name', entity: 'oda' },
      { start: 20, end: 29, form: 'nominal', entity: 'oda', head: [24, 29] },
      { start: 40, end: 43, form: 'pronoun', entity: 'oda' },
      { start: 50, end: 58, form: 'name', entity: 'oda' },
      { start: 60, end: 64, form: 'name', entity: 'lund' },
      { start: 70, end: 72, form: 'pronoun', entity: 'lund' }
    ]
    const ours = [
      { start: 0, end: 12, form: 'name', entity: 'e1' },
      { start: 40, end: 43, form: 'pronoun', entity: 'e1' },
      { start: 50, end: 58, form: 'name', entity: 'e1' },
      { start: 60, end: 64, form: 'name', entity: 'e2' },
      { start: 70, end: 72, form: 'pronoun', entity: 'e1' }
    ]
    const folder = await mkdtemp(join(tmpdir(), 'article-annotator-coreference-'))
    try {
      const write = async (name: string, mentions: readonly unknown[]) => {
        await writeFile(
          join(folder, name),
          `${JSON.stringify({ id: 'GUM_news_a', mentions })}\n${JSON.stringify({ id: 'GUM_fiction_a', mentions: [] })}\n`
        )
        return join(folder, name)
      }
      const figures = await scoreCoreference(await write('gold.jsonl', gold), await write('ours.jsonl', ours), (id) =>
        id.includes('_news_')
      )
      assert.deepEqual(
        figures.map(({ name, value }) => `${name} ${value.replace(/, F1.*\(/, ' (')}`),
        [
          'name links P 100.00, R 100.00 (gold 1 predicted 1; mentions paired 3 of 3)',
          'nominal links P -, R 0.00 (gold 1 predicted 0; mentions paired 0 of 1)',
          'pronoun links P 50.00, R 50.00 (gold 2 predicted 2; mentions paired 2 of 2)',
          'documents 1'
        ]
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('tells who is several and who is one with others, over all articles', () => {
    const items = [
      ['a', 'oda', 'p1'],
      ['b', 'oda', 'p1'],
      ['b', 'oda', 'p2'],
      ['b', 'lund', 'p2']
    ].map(([article = '', gold = '', predicted = '']) => ({ article, gold, predicted }))
    assert.deepEqual(
      acrossFigures(items).map(({ name, value }) => `${name}: ${value}`),
      [
        'B-cubed across articles: P 75.00, R 66.67, F1 70.59 (quotes 4)',
        'pairs across articles: P 50.00, R 33.33, F1 40.00 (gold 3 predicted 2)',
        'is several: oda: p1 | p2',
        'is one of several: p2: lund | oda'
      ]
    )
  })
})
