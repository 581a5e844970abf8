import type { Page } from 'playwright-core'
import { boxClosed, chooseRow } from './quickInput.js'
import { waitFor } from './waiting.js'
import type { themes } from '../session.js'

type ThemeName = keyof typeof themes

/** What the theme picker calls them, and the class that each gives to the workbench. */
const pickerRows: Readonly<Record<ThemeName, string>> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Dark High Contrast',
  highContrastLight: 'Light High Contrast'
}
const workbenchClasses: Readonly<Record<ThemeName, string>> = {
  light: 'vs',
  dark: 'vs-dark',
  highContrast: 'hc-black',
  highContrastLight: 'hc-light'
}

/** Settings without which the browser's own contrast decides. */
export const themeSettings = { 'window.autoDetectHighContrast': false }

/** Chooses a theme as a user does, and waits until the workbench wears it. */
export async function wearTheme(page: Page, name: ThemeName): Promise<void> {
  const workbench = page.locator(`.monaco-workbench.${workbenchClasses[name]}`)
  if (await workbench.isVisible()) return
  const rows = page.locator('.quick-input-widget:visible .monaco-list-row')
  await waitFor(
    'the themes',
    async () => {
      // Keys that are pressed while another box closes may be lost.
      await page.keyboard.press('Control+K')
      await page.keyboard.press('Control+T')
      return await rows
        .first()
        .waitFor({ timeout: 10_000 })
        .then(() => true)
        .catch(() => false)
    },
    (areThere) => areThere
  )
  await chooseRow(page, pickerRows[name])
  // The theme is tried on before it is chosen.
  await boxClosed(page)
  await workbench.waitFor()
}
