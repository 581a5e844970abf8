import type { Page } from 'playwright-core'
import { waitFor } from './waiting.js'

/** A run of text with one style, as the editor paints it. */
export interface PaintedText {
  readonly text: string
  /** As computed: `rgb(r, g, b)`. */
  readonly color: string
  readonly bold: boolean
  readonly italic: boolean
  /** The classes of the span, and below it of the decorations: `mtk5`, `ced-1-TextEditorDecorationType3-1`. */
  readonly classes: readonly string[]
}

/** The painted lines of the active editor, top down: what is on the screen, not what is in the file. */
export async function paintedLines(page: Page): Promise<PaintedText[][]> {
  return await page
    .locator('.editor-group-container.active .editor-instance .view-lines')
    .first()
    .evaluate((lines) =>
      [...lines.querySelectorAll<HTMLElement>('.view-line')]
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map((line) =>
          [...line.querySelectorAll<HTMLElement>(':scope > span > span')].map((span) => {
            const style = getComputedStyle(span)
            return {
              text: (span.textContent ?? '').replaceAll('\u00A0', ' '),
              color: style.color,
              bold: Number(style.fontWeight) >= 600,
              italic: style.fontStyle === 'italic',
              classes: [...span.classList]
            }
          })
        )
    )
}

/** The texts of the painted lines. */
export async function editorLines(page: Page): Promise<string[]> {
  const lines = await paintedLines(page)
  return lines.map((line) => line.map((span) => span.text).join(''))
}

/**
 * How a word or phrase is painted, once it has a span of its own: neighbours of one style share a span.
 * @throws when that does not come in time
 */
export async function paintedWord(page: Page, word: string): Promise<PaintedText> {
  const spans = await waitFor(
    `"${word}" with a style of its own`,
    async () => (await paintedLines(page)).flat(),
    (all) => all.some((span) => span.text.trim() === word)
  )
  const found = spans.find((span) => span.text.trim() === word)
  if (found === undefined) throw new Error(`no "${word}"`)
  return found
}

/** Puts the cursor before the nth painted occurrence of a text (0 is the first). */
export async function clickAt(page: Page, text: string, nth = 0): Promise<void> {
  // A box that fades out may lie over the text.
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' })
  const { x, y } = await pointOf(page, text, nth)
  await page.mouse.click(x, y)
  // From a webview the focus comes a moment later; keys before that would go there.
  await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor()
}

/**
 * The middle of the nth painted occurrence of a text that lies in one line, in pixels of the page.
 * @throws when the text is not painted
 */
export async function pointOf(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const ask = async (): Promise<{ x: number; y: number } | undefined> =>
    await page
      .locator('.editor-group-container.active .editor-instance .view-lines')
      .first()
      .evaluate(findPoint, { text, nth })
  const point = await waitFor(`"${text}" in the editor`, ask, (answer) => answer !== undefined)
  if (point === undefined) throw new Error(`no "${text}" in the editor`)
  return point
}

/** Runs in the page, so it stands alone. */
function findPoint(lines: Element, wanted: { text: string; nth: number }): { x: number; y: number } | undefined {
  let left = wanted.nth
  const sorted = [...lines.querySelectorAll<HTMLElement>('.view-line')].sort(
    (a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top)
  )
  for (const line of sorted) {
    const content = (line.textContent ?? '').replaceAll('\u00A0', ' ')
    for (let start = content.indexOf(wanted.text); start >= 0; start = content.indexOf(wanted.text, start + 1)) {
      if (left-- > 0) continue
      const middle = start + Math.floor((wanted.text.length - 1) / 2)
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      let passed = 0
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (middle < passed + length) {
          const range = document.createRange()
          range.setStart(node, middle - passed)
          range.setEnd(node, middle - passed + 1)
          const box = range.getBoundingClientRect()
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        }
        passed += length
      }
    }
  }
  return undefined
}
