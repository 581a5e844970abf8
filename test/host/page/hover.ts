import type { Locator, Page } from 'playwright-core'
import { pointOf } from './editorText.js'
import { waitFor } from './waiting.js'

/**
 * Rests the mouse on the nth painted occurrence of a text and gives the hover's box once it shows something else than "Loading...".
 * Use `innerText()` for its text, `getByRole('link')` for its links.
 */
export async function hoverAt(page: Page, text: string, nth = 0): Promise<Locator> {
  const box = page
    .locator('.monaco-hover:not(.hidden)')
    .filter({ has: page.locator('.hover-contents') })
    .first()
  const ask = async (): Promise<string> => {
    // The text may move meanwhile.
    const { x, y } = await pointOf(page, text, nth)
    // A mouse that rested here before the provider was registered has to come again.
    await page.mouse.move(x, y - 2)
    await page.mouse.move(x, y, { steps: 3 })
    await box.waitFor({ timeout: 2000 }).catch(() => undefined)
    if (await box.isVisible()) return await box.innerText()
    await page.mouse.move(2, 2)
    return ''
  }
  await waitFor(`the hover at "${text}"`, ask, (shown) => shown.trim() !== '' && !/^Loading/.test(shown.trim()))
  return box
}

/** Moves the mouse away and waits until no hover is left. */
export async function leaveHover(page: Page): Promise<void> {
  await page.mouse.move(2, 2)
  await page.keyboard.press('Escape')
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor({ state: 'hidden' })
}
