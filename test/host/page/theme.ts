import type { Page } from 'playwright-core'
import { chooseRow } from './quickInput.js'
import type { themes } from '../session.js'

type ThemeName = keyof typeof themes

/** What the theme picker calls the high contrast themes, and the class that each kind of theme gives to the workbench. */
const highContrastRows: Partial<Record<ThemeName, string>> = {
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

/**
 * Waits until the workbench wears the theme. While an extension is developed VS Code starts with no high contrast theme,
 * whatever the setting says: those are chosen here as a user does.
 */
export async function wearTheme(page: Page, name: ThemeName): Promise<void> {
  const row = highContrastRows[name]
  if (row !== undefined) {
    await page.keyboard.press('Control+K')
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor()
    await page.keyboard.type(row)
    await chooseRow(page, row)
  }
  await page.locator(`.monaco-workbench.${workbenchClasses[name]}`).waitFor()
}
