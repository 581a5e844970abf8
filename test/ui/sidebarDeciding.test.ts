import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { boxClosed, openFile } from '../host/page/quickInput.js'
import { waitFor, waitForEqual } from '../host/page/waiting.js'
import { openWorkbench, themes, type Workbench } from '../host/session.js'
import { openSidebar, type SidebarDriver } from './fixtures/sidebarDriver.js'

const bridge = `Old bridge stays open

LISBON, March 3 (Northwire) -- Mayor Maria Lopez said on Monday that the old bridge was safe.

"We will build it again if anybody is afraid of it," Lopez told reporters in Berlin.

Peter Novak, an engineer in Berlin, said the river was too low.

"Nobody asked the engineers before the work began," Novak said.
`

describe('deciding in the sidebar', () => {
  let workbench: Workbench
  let page: Page
  let sidebar: SidebarDriver

  before(async () => {
    workbench = await openWorkbench({ workspace: { 'bridge.txt': bridge }, theme: themes.dark })
    page = workbench.page
    sidebar = await openSidebar(page)
    await openFile(page, 'bridge.txt')
    await sidebar.rowsWhen('the lists', (all) => all.some((row) => row.includes('Maria Lopez')))
  })
  after(async () => workbench?.close())

  const name = (text: string) => sidebar.frame.locator('.row.entity').filter({ hasText: text })

  it('accepts with a key once somebody has said who decides, and shows it in list and text', async () => {
    await name('Peter Novak').focus()
    await page.keyboard.press('Shift+Enter')
    const annotator = page.locator('.quick-input-widget:visible input[type="text"]')
    await annotator.waitFor()
    await annotator.fill('Ann')
    await page.keyboard.press('Enter')
    await sidebar.rowsWhen('the decision', (all) => all.some((row) => /Peter Novak.*decided by Ann/.test(row)))
    await waitFor(
      'bold words in the text',
      async () =>
        page
          .locator('.view-lines span[class*="ced-"]')
          .evaluateAll((spans) =>
            spans.flatMap((span) =>
              Number(getComputedStyle(span).fontWeight) >= 600 ? (span.textContent ?? '').replace(/\s/g, ' ') : []
            )
          ),
      (words) => words.some((word) => word.includes('Novak'))
    )
    await sidebar.frame.locator('#head-marks').click()
    await waitFor(
      'how far it is',
      () => sidebar.frame.locator('.reached').innerText(),
      (text) => /^\d+ of \d+ decided$/.test(text)
    )
    await workbench.screenshot('sidebar-decided')
  })

  it('rejects with a key, and takes that back', async () => {
    const berlin = () => sidebar.rows().then((rows) => rows.filter((row) => /Berlin Germany, place/.test(row)).length)
    await sidebar.row('Berlin').focus()
    await page.keyboard.press('Delete')
    await waitFor('Berlin to go', berlin, (count) => count === 0)
    await sidebar.frame.locator('[role=treeitem]:focus').waitFor()
    await page.keyboard.press('Control+z')
    await waitFor('Berlin to come back', berlin, (count) => count === 1)
    assert.equal(await page.locator('.tab.active.dirty').count(), 0, "the text's own undo is another")
  })

  it("opens VS Code's menu on a row, by mouse and by key", async () => {
    await sidebar.frame.locator('.row.source').filter({ hasText: 'Peter Novak' }).click()
    await sidebar.row('"Nobody asked').click({ button: 'right' })
    const items = page.locator('.monaco-menu .action-label')
    const wanted = ['Accept', 'Reject', 'Set Speaker\u2026', 'Code\u2026', 'Memo\u2026', 'Annotate\u2026']
    const labels = await waitFor(
      'the menu',
      () => items.allInnerTexts(),
      (all) => wanted.every((label) => all.includes(label))
    )
    await workbench.screenshot('sidebar-menu')
    assert.ok(!labels.includes('Rename Entity\u2026'))
    await page.keyboard.press('Escape')
    await waitForEqual(() => items.count(), 0)
    await sidebar.row('"Nobody asked').focus()
    await page.keyboard.press('F2')
    const rows = page.locator('.quick-input-widget:visible .monaco-list-row')
    await rows.first().waitFor()
    await page.keyboard.press('Escape')
    await boxClosed(page)
  })
})
