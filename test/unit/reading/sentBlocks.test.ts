import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article/index.js'
import { blocksOf } from '../../../src/reading/layout/blocks.js'
import { layOutPlain } from '../../../src/reading/layout/layout.js'
import { sentBlocks } from '../../../src/reading/sentBlocks.js'
import { finish } from '../../../src/util/steps.js'

describe('the blocks that a page is sent', () => {
  it('are those that it does not have, wherever the others stand now', () => {
    const sent = sentBlocks()
    const post = (text: string, anew = false) => {
      const article = readArticle(text, 'plain')
      const { blocks, added } = finish(sent.of(finish(layOutPlain(article, finish(blocksOf(article)))).blocks, anew))
      return `${blocks.map(({ id, start }) => `${id}@${start}`).join(' ')}; new: ${added
        .map(({ id, runs }) => `${id} ${runs.map((run) => run.text).join('')}`)
        .join(', ')}`
    }
    const line = (name: string) => `${name} and the others met in the town hall again today.`
    assert.deepEqual(
      [
        post(`${line('Ann')}\n\n${line('Bo')}`),
        post(`${line('Cy')}\n\n${line('Ann')}\n\n${line('Bo')}`),
        post(`${line('Bo')}\n\n${line('Bo')}`),
        post(line('Bo'), true)
      ],
      [
        `b1@0 b2@54; new: b1 ${line('Ann')}, b2 ${line('Bo')}`,
        `b3@0 b1@53 b2@107; new: b3 ${line('Cy')}`,
        `b2@0 b4@53; new: b4 ${line('Bo')}`,
        `b5@0; new: b5 ${line('Bo')}`
      ]
    )
  })
})
