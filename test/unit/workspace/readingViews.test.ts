import assert from 'node:assert/strict'
import type { TextDocument } from 'vscode'
import {
  activeReadingView,
  addReadingView,
  onDidChangeReadingViews,
  readingViewOf,
  visibleReadingViews
} from '../../../src/workspace/readingViews.js'

const document = { uri: { toString: () => 'file:///story.txt' } } as TextDocument

describe('reading views', () => {
  /** A view whose panel refuses every question as soon as it is gone, as those of VS Code do. */
  function openView() {
    let isGone = false
    const ofPanel = () => {
      if (isGone) throw new Error('Webview is disposed')
      return true
    }
    const known = addReadingView({
      document,
      isActive: ofPanel,
      isVisible: ofPanel,
      selection: () => ({ start: 0, end: 0 }),
      reveal: () => undefined
    })
    return {
      close() {
        isGone = true
        known.dispose()
      }
    }
  }

  it('are neither active nor seen once they are gone, and are not asked of their panel then', () => {
    const view = openView()
    assert.equal(activeReadingView()?.document, document)
    assert.equal(readingViewOf(document.uri)?.document, document)
    const told: unknown[] = []
    const listening = onDidChangeReadingViews(({ view: changed, what }) => {
      told.push(what, changed.document === document, changed.isActive(), changed.isVisible())
    })
    view.close()
    listening.dispose()
    assert.deepEqual(told, ['shown', true, false, false])
    assert.deepEqual(
      [activeReadingView(), readingViewOf(document.uri), visibleReadingViews()],
      [undefined, undefined, []]
    )
  })
})
