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
  await page.locator('.editor-instance .view-line').first().waitFor()
}

/** Chooses the row with this text in the open quick pick. */
export async function chooseRow(page: Page, text: string): Promise<void> {
  await rowWith(page, text).click()
}

/** The texts of the rows in the open quick pick. */
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
  await waitFor('the file dialog to close', value, (left) => left === undefined)
}

async function pick(page: Page, keys: string, title: string, text: string): Promise<void> {
  const input = page.locator(`${openBox} input[type="text"]`)
  // The row may stand further down in the list from before the text; Enter takes the first.
  const row = page.locator(`${openBox} .monaco-list-row[data-index="0"]`).filter({ hasText: title })
  // The box lists what there was when it opened: right after the start an extension's commands come only with the next one.
  // A key that is pressed while another box closes may be lost.
  for (const end = Date.now() + patience; ;) {
    await page.keyboard.press(keys)
    try {
      await input.waitFor({ timeout: 6000 })
      await input.fill(text, { timeout: 6000 })
      await row.waitFor({ timeout: 6000 })
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

function rowWith(page: Page, text: string): Locator {
  return page.locator(`${openBox} .monaco-list-row`).filter({ hasText: text }).first()
}
