import assert from 'node:assert/strict'
import { URI } from 'vscode-uri'
import { shownWords } from '../../../src/codebook/shownWords'
import { shownName } from '../../../src/workspace/fileName'

describe('words of others in labels and notifications', () => {
  it('are neither icons nor links, which may run commands', () => {
    const hostile = '$(trash) [click](command:workbench.action.quit)'
    for (const shown of [shownWords(hostile), shownName(URI.file(`/folder/${hostile}`))]) {
      assert.doesNotMatch(shown, /\$\(|\]\(/)
      assert.equal(shown.replaceAll('\u2060', ''), hostile)
    }
  })
})
