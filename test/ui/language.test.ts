import assert from 'node:assert/strict'
import { bundleOf, manifestOf, readTexts, type Language } from '../../build/l10n/bundles.js'
import { openFile, quickPickRows, runCommand } from '../host/page/quickInput.js'
import { waitForEqual } from '../host/page/waiting.js'
import { webview } from '../host/page/webview.js'
import { openWorkbench, type Workbench } from '../host/session.js'
import { root } from '../host/places.mjs'

const files = { 'story.txt': 'Old bridge stays open\n\nLISBON - Maria Lopez said the bridge was safe.\n' }

/** The embedded VS Code has no language packs, so its own texts stay in English. */
describe('in another language', () => {
  for (const [language, webHost] of [
    ['de', false],
    ['fr', true]
  ] satisfies [Language, boolean][])
    describe(`${language}, in ${webHost ? 'the browser' : 'Node'}`, () => {
      let workbench: Workbench

      before(async () => {
        workbench = await openWorkbench({ workspace: files, language, webHost })
      })
      afterEach(async function () {
        if (this.currentTest?.state === 'failed') await workbench.screenshot(`language-${language}-failed`)
      })
      after(async () => workbench?.close())

      it('has commands and their questions in it', async () => {
        const manifest = readTexts(root, manifestOf(language))
        const bundle = readTexts(root, bundleOf(language))
        await openFile(workbench.page, 'story.txt')
        await runCommand(workbench.page, `Article Annotator: ${manifest['commands.exportArticle']}`)
        await waitForEqual(async () => (await quickPickRows(workbench.page))[0], bundle['HTML report'])
        await workbench.page.keyboard.press('Escape')
      })

      it('has its lists in it', async () => {
        const bundle = readTexts(root, bundleOf(language))
        await runCommand(
          workbench.page,
          `Article Annotator: ${readTexts(root, manifestOf(language))['commands.showSidebar']}`
        )
        const sidebar = webview(workbench.page)
        await sidebar.getByText('Maria Lopez').first().waitFor()
        await sidebar.getByText(bundle['Sources']!).first().waitFor()
        assert.equal(await sidebar.locator('html').getAttribute('lang'), language)
        await workbench.screenshot(`language-${language}`)
      })
    })
})
