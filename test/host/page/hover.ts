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
    // It may go between two questions.
    if (await box.isVisible()) return await box.innerText({ timeout: 2000 }).catch(() => '')
    await page.mouse.move(2, 2)
    return ''
  }
  await waitFor(`the hover at "${text}"`, ask, (shown) => shown.trim() !== '' && !/^Loading/.test(shown.trim()))
  return box
}

/**
 * The same, once the hover says all of this, however often it has to be asked: what is known of words may come late, or in parts.
 * @param wanted what its text must match
 */
export async function hoverSaying(
  page: Page,
  text: string,
  wanted: RegExp,
  ...others: readonly RegExp[]
): Promise<Locator> {
  const patterns = [wanted, ...others]
  let box: Locator | undefined
  await waitFor(
    `the hover at "${text}"`,
    async () => {
      if (box) await leaveHover(page)
      box = await hoverAt(page, text)
      return await box.innerText({ timeout: 2000 }).catch(() => '')
    },
    (said) => patterns.every((pattern) => pattern.test(said))
  )
  if (!box) throw new Error(`no hover at "${text}"`)
  return box
}

/** Moves the mouse away and waits until no hover is left. */
export async function leaveHover(page: Page): Promise<void> {
  await page.mouse.move(2, 2)
  await page.keyboard.press('Escape')
  await page.locator('.monaco-hover:not(.hidden) .hover-contents').first().waitFor({ state: 'hidden' })
}
