import assert from 'node:assert/strict'
import { unzipSync } from 'fflate'
import type { ProjectMemo, RegisteredEntity } from '../../../../src/annotations'
import { exchangeFormats } from '../../../../src/exchange'
import { isZip } from '../../../../src/exchange/reading/zip'
import { plainDocument } from '../documents'
import { inputOf, written } from '../inputs'

const made = { creator: 'Ada', created: '2026-01-01T00:00:00.000Z' }
const nobody: RegisteredEntity = { iri: 'urn:entity:nobody', name: 'Nobody Quoted', type: 'person', ...made }
const memos = ['', 'urn:code:fear', nobody.iri].map((about, index): ProjectMemo => ({
  id: `urn:memo:${index}`,
  about,
  text: `Remember${index}`,
  ...made
}))

describe('memos about project, codes and entities', () => {
  const ofArticles = exchangeFormats.filter(({ id }) => id !== 'qdc' && id !== 'codebook-csv')
  for (const format of ofArticles)
    it(`${format.label}: are in it, or counted where it is said that they are not held`, async () => {
      const input = inputOf([plainDocument()], { memos, registry: [nobody] })
      const files = (await written(format, input)).flatMap((file) =>
        isZip(file) ? Object.values(unzipSync(file.bytes)) : [file.bytes]
      )
      const text = files.map((file) => new TextDecoder().decode(file)).join('\n')
      const held = memos.filter((memo) => text.includes(memo.text)).length
      assert.deepEqual(
        [held, input.losses()['project-memo'] ?? 0],
        format.cannotHold.includes('project-memo') ? [0, memos.length] : [memos.length, 0]
      )
    })
})
