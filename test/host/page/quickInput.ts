import type { Locator, Page } from 'playwright-core'
import { patience, waitFor } from './waiting.js'

/** The box that is open; one that fades out does not count. */
const openBox = '.quick-input-widget:visible:not(.quick-input-widget-closing)'

/** Runs a command by the title that the palette shows ("Article Annotator: Analyze Folder"). */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', title, `>${title}`)
}

/** Opens a file of the workspace by name and waits until its text is there. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, 'Control+P', name, name)
  const base = name.split('/').at(-1) ?? name
  await page.locator(`.tab.active[data-resource-name="${base}"]`).waitFor()
  // Its tab comes before its text, which takes the place of another one; keys go to it once it has the focus.
  const editor = page.locator(
    `.editor-group-container.active .editor-instance .monaco-editor.focused[data-uri$="/${encodeURIComponent(base)}"]`
  )
  await editor.locator('.view-line').first().waitFor()
}

/** Chooses the row with this text in the open quick pick: by keys, because a hover may lie over the rows. */
export async function chooseRow(page: Page, text: string): Promise<void> {
  await page.locator(`${openBox} input[type="text"]`).fill(text)
  await firstRow(page, text).waitFor()
  await page.keyboard.press('Enter')
}

/** Waits until no quick pick is open, nor fades out: keys and clicks go to what is below again. */
export async function boxClosed(page: Page): Promise<void> {
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' })
}

/** The texts of the rows in the open quick pick, which may be of before, or not all yet. */
export async function quickPickRows(page: Page): Promise<string[]> {
  const rows = page.locator(`${openBox} .monaco-list-row`)
  await rows.first().waitFor()
  return await rows.locator('.label-name').allInnerTexts()
}

/**
 * Answers a file dialog, which is a box with a path here: types the path and confirms.
 * @param path absolute, on the server's machine
 */
export async function answerFileDialog(page: Page, path: string): Promise<void> {
  const input = page.locator(`${openBox} input[type="text"]`)
  const value = async (): Promise<string | undefined> =>
    (await input.isVisible()) ? await input.inputValue({ timeout: 1000 }).catch(() => undefined) : undefined
  // The dialog writes its own proposal first, with a path, and lists the folder; typing earlier would be lost.
  await waitFor('the file dialog', value, (proposed) => proposed?.includes('/') === true)
  await page.locator(`${openBox} .monaco-list-row`).first().waitFor()
  await input.fill(path)
  await page.keyboard.press('Enter')
  // The next question may have a box of its own.
  await waitFor('the file dialog to close', value, (left) => left?.includes('/') !== true)
}

async function pick(page: Page, keys: string, title: string, text: string): Promise<void> {
  const input = page.locator(`${openBox} input[type="text"]`)
  // The row may stand further down in the list from before the text; Enter takes the first.
  const row = firstRow(page, title)
  // The box lists what there was when it opened: right after the start an extension's commands come only with the next one.
  // A key that is pressed while another box closes may be lost.
  // A machine that is too slow for the first waiting is given more and more time.
  for (let [end, timeout] = [Date.now() + patience, 6000]; ; timeout *= 1.5) {
    await page.keyboard.press(keys)
    try {
      await input.waitFor({ timeout })
      await input.fill(text, { timeout })
      await row.waitFor({ timeout })
      break
    } catch (error) {
      if (Date.now() > end) throw error
      await page.keyboard.press('Escape')
      await input.waitFor({ state: 'hidden' })
    }
  }
  await page.keyboard.press('Enter')
  // What was chosen may open a box of its own.
  const value = async (): Promise<string | undefined> =>
    (await input.isVisible()) ? await input.inputValue({ timeout: 1000 }).catch(() => undefined) : undefined
  await waitFor(`"${title}" to be taken`, value, (now) => now !== text)
}

/** The first row of the open box, when it has this text. */
function firstRow(page: Page, text: string): Locator {
  return page.locator(`${openBox} .monaco-list-row[data-index="0"]`).filter({ hasText: text })
}
