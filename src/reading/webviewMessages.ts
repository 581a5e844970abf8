import { safeParse } from 'valibot'
import { webviewMessage, type WebviewMessage } from '../protocol/reading/webviewMessages'

/** Checks a message of the page; undefined for anything else. Fields that are not in the schema are removed. */
export function readWebviewMessage(value: unknown): WebviewMessage | undefined {
  const { success, output } = safeParse(webviewMessage, value, { abortEarly: true })
  return success ? output : undefined
}
