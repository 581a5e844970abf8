import type { Page } from 'playwright-core'

/**
 * Makes a page as many times slower as the variable SLOWED says (`SLOWED=6 npm test -- ui-page`), to find tests that are
 * green only where the browser is quick. Nothing without it.
 */
export async function slowed(page: Page): Promise<void> {
  const rate = Number(process.env['SLOWED'] ?? 1)
  if (!(rate > 1)) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}
