import assert from 'node:assert/strict'
import { attributionsIn } from './attributions'

describe('the content before its source', () => {
  it('a direct quote, its marks and inner comma included', () => {
    assert.deepEqual(attributionsIn('"The bridge is closed for good," the mayor said.'), [
      'direct said | the mayor | "The bridge is closed for good,"'
    ])
  })
  it('inverted, with curly marks', () => {
    assert.deepEqual(attributionsIn('\u201cWe leave at dawn,\u201d said the captain.'), [
      'direct said | the captain | \u201cWe leave at dawn,\u201d'
    ])
  })
  it('an interrupted quote is one attribution', () => {
    assert.deepEqual(attributionsIn('"This," he said, "is the last boat."'), [
      'direct said | he | "This," \u2026 "is the last boat."'
    ])
  })
  it('goes on in the next sentence', () => {
    assert.deepEqual(attributionsIn('"We are tired," the nurse said. "We need rest."'), [
      'direct said | the nurse | "We are tired," \u2026 "We need rest."'
    ])
  })
  it('goes on over paragraphs that open with a mark, until one closes', () => {
    assert.deepEqual(
      attributionsIn('"We are tired," the nurse said. "We need rest.', '"And we need beds."', 'The ward was quiet.'),
      ['direct said | the nurse | "We are tired," \u2026 "We need rest. \u2026 "And we need beds."']
    )
  })
  it('an indirect one at the end of a sentence', () => {
    assert.deepEqual(attributionsIn('The harbour will open again in June, a port official told reporters.'), [
      'indirect told | a port official | The harbour will open again in June'
    ])
  })
  it('the full stop may stand outside of the marks', () => {
    assert.deepEqual(attributionsIn('\u201cNobody was hurt\u201d, the fire brigade said in a statement.'), [
      'direct said in a statement | the fire brigade | \u201cNobody was hurt\u201d'
    ])
  })
  it('two apostrophes are a double mark', () => {
    assert.deepEqual(attributionsIn("''Nobody was hurt,'' she said."), ["direct said | she | ''Nobody was hurt,''"])
  })
  it('nested marks stay inside', () => {
    assert.deepEqual(attributionsIn('"We slept in the \'old mill\' last night," the aide said.'), [
      'direct said | the aide | "We slept in the \'old mill\' last night,"'
    ])
  })
})
