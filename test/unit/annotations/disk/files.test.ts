import assert from 'node:assert/strict'
import { isUnreadable, readLayer, readProject, writeLayer, writeProject, type Read } from '../../../../src/annotations'
import { inTextOrder } from '../../../../src/annotations'
import { anna, everyKind, project, text } from './decisions'

export function contentOf<Content>(read: Read<Content>): Content {
  if (isUnreadable(read)) throw new Error(read.detail)
  assert.deepEqual(read.remarks, [])
  return read.content
}

const layer = { annotator: anna.creator, decisions: everyKind }

describe('the files of annotations', () => {
  it('reads every decision as it was written', () => {
    const read = contentOf(readLayer(writeLayer(layer, 'news/a.txt', { text })))
    assert.equal(read.annotator, anna.creator)
    assert.deepEqual(read.decisions, [...everyKind].sort(inTextOrder))
  })
  it('writes what it has read to the byte', () => {
    const written = writeLayer(layer, 'news/a.txt', { text })
    const file = contentOf(readLayer(written))
    assert.equal(writeLayer(file, 'news/a.txt', { file }), written)
    assert.equal(writeLayer(file, 'news/a.txt', { file, text }), written)
    assert.equal(writeLayer(file, 'news/a.txt', { text }), written)
  })
  it('reads a project as it was written, and writes it to the byte', () => {
    const written = writeProject(project)
    const file = contentOf(readProject(written))
    assert.deepEqual({ codes: file.codes, entities: file.entities, memos: file.memos }, project)
    assert.equal(writeProject(file, file), written)
    assert.equal(writeProject(file), written)
  })
})
