import type { Page } from 'playwright-core'
import { waitFor } from './waiting.js'
import { runCommand } from './quickInput.js'

/**
 * Waits for a notification with this text and gives its whole text.
 * Toasts are off under the smoke-test driver, so that the notification centre is opened.
 */
export async function notification(page: Page, text: string): Promise<string> {
  const shown = await waitFor(
    `the notification "${text}"`,
    async () => await notifications(page),
    (all) => all.some((one) => one.includes(text))
  )
  return shown.find((one) => one.includes(text)) ?? ''
}

/** The texts of all notifications. */
export async function notifications(page: Page): Promise<string[]> {
  if (!(await page.locator('.notifications-center.visible').isVisible()))
    await runCommand(page, 'Notifications: Show Notifications')
  return await page.locator('.notifications-center .notification-list-item').allInnerTexts()
}

/** Presses a button of the notification with this text ("Open"). */
export async function pressInNotification(page: Page, text: string, button: string): Promise<void> {
  await notification(page, text)
  const item = page.locator('.notifications-center .notification-list-item').filter({ hasText: text }).first()
  await item.hover()
  await item.getByRole('button', { name: button }).click()
}
