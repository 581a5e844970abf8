import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { anchorAt, layerPath, writeLayer, type Decision } from '../../src/annotations/index.js'
import { chooseRow, openFile, runCommand } from '../host/page/quickInput.js'
import { waitFor } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { openSidebar, type SidebarDriver } from './fixtures/sidebarDriver.js'

const text = `Old bridge stays open

LISBON, March 3 (Northwire) -- Mayor Maria Lopez said on Monday that the old bridge was safe.

Peter Novak, an engineer in Berlin, said the river was too low.
`

const file = layerPath('bridge.txt', 'assistant-claude')
const notes = ['Which bridge?', 'How low?', 'Ask him']

describe('what an assistant proposes, in the sidebar', () => {
  let workbench: Workbench
  let page: Page
  let sidebar: SidebarDriver

  before(async () => {
    const decisions = [
      proposed(1, 'old bridge', notes[0]!, '2026-11-27T08:00:00.000Z'),
      proposed(2, 'too low', notes[1]!, '2026-11-28T08:00:00.000Z'),
      proposed(3, 'Peter Novak', notes[2]!, '2026-11-28T08:05:00.000Z')
    ]
    const layer = writeLayer({ annotator: 'assistant-claude', decisions }, 'bridge.txt', { text })
    workbench = await openWorkbench({ workspace: { 'bridge.txt': text, [file]: layer }, theme: themes.dark })
    page = workbench.page
    sidebar = await openSidebar(page)
    await openFile(page, 'bridge.txt')
    await sidebar.frame.locator('#head-marks').click()
    await sidebar.rowsWhen('the proposals', lists(...notes))
  })
  after(async () => workbench?.close())

  /** Whether the rows have these notes and no other. */
  function lists(...wanted: readonly string[]) {
    return (rows: readonly string[]) =>
      notes.every((note) => rows.some((row) => row.includes(note)) === wanted.includes(note))
  }

  const layer = () =>
    existsSync(join(workbench.folder, file)) ? readFileSync(join(workbench.folder, file), 'utf8') : ''
  const rejectedOnDisk = (count: number) =>
    waitFor(
      'the layer',
      () => Promise.resolve(layer().split('"rejected":').length - 1),
      (found) => found === count
    )

  it('is rejected by session as one step, and comes back', async () => {
    await runCommand(page, 'Article Annotator: Reject Proposals of an Assistant\u2026')
    const offered = await waitFor(
      'what can be rejected',
      () => page.locator('.quick-input-widget:visible .monaco-list-row').allInnerTexts(),
      (rows) => rows.length === 3
    )
    const lines = offered.map((row) => row.replace(/\s+/g, ' '))
    assert.match(lines[0]!, /^assistant-claude ?everything that it proposes ?3 proposals$/)
    assert.match(lines[1]!, /Nov 28, 2026.* 2 proposals$/)
    assert.match(lines[2]!, /Nov 27, 2026.* 1 proposal$/)
    await workbench.screenshot('proposals-reject')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await sidebar.rowsWhen('the first session alone', lists(notes[0]!))
    await rejectedOnDisk(2)
    await runCommand(page, 'Article Annotator: Undo Decision')
    await sidebar.rowsWhen('all proposals', lists(...notes))
    await rejectedOnDisk(0)
  })

  it('is rejected as a whole', async () => {
    await runCommand(page, 'Article Annotator: Reject Proposals of an Assistant\u2026')
    await chooseRow(page, 'assistant-claude')
    await sidebar.rowsWhen('no proposals', lists())
    await rejectedOnDisk(3)
    await runCommand(page, 'Article Annotator: Reject Proposals of an Assistant\u2026')
    await page.locator('.statusbar-item', { hasText: 'No assistant proposes anything.' }).waitFor()
  })
})

function proposed(id: number, words: string, note: string, created: string): Decision {
  const start = text.indexOf(words)
  return {
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${id}`,
    creator: 'assistant-claude',
    created,
    target: [anchorAt(text, { start, end: start + words.length })],
    kind: 'memo',
    text: note
  }
}
