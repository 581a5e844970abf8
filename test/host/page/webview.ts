import type { FrameLocator, Page } from 'playwright-core'

/** The inside of the nth webview that is ready: an iframe within an iframe. */
export function webview(page: Page, nth = 0): FrameLocator {
  return page.frameLocator('iframe.webview.ready').nth(nth).frameLocator('iframe#active-frame')
}
