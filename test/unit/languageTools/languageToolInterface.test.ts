import assert from 'node:assert/strict'
import { languageToolInterface } from '../../../src/languageTools/languageToolInterface'

class Part {}

describe('the interface for language model tools', () => {
  const whole = { lm: { registerTool: () => undefined }, LanguageModelToolResult: Part, LanguageModelTextPart: Part }

  it('is taken where it is whole', () => {
    assert.equal(languageToolInterface(whole)?.lm, whole.lm)
  })

  it('is none where a part of it is absent: nothing is registered then', () => {
    for (const api of [{}, { lm: undefined }, { ...whole, lm: {} }, { lm: whole.lm }])
      assert.equal(languageToolInterface(api), undefined)
  })
})
