import { safeParse } from 'valibot'
import { webviewMessage, type WebviewMessage } from '../protocol/sidebar/webviewMessages'

/** A message of the webview, or undefined for anything that is none. Fields that the schema does not know are left out. */
export function readWebviewMessage(value: unknown): WebviewMessage | undefined {
  const { success, output } = safeParse(webviewMessage, value, { abortEarly: true })
  return success ? output : undefined
}
