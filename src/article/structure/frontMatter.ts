import { endOfBlanks } from './cursor'

/** Where the front matter that begins at `start` ends, behind its closing "---" (YAML) or "+++" (TOML); -1 when there is none. */
export function endOfFrontMatter(text: string, start: number): number {
  const fence = text.slice(start, start + 3)
  if (fence !== '---' && fence !== '+++') return -1
  const opening = endOfBlanks(text, start + 3, text.length)
  if (opening >= text.length || !isLineEnd(text, opening)) return -1
  for (let at = text.indexOf(fence, opening); at >= 0; at = text.indexOf(fence, at + 1)) {
    const end = endOfBlanks(text, at + 3, text.length)
    if (isLineEnd(text, at - 1) && isLineEnd(text, end)) return end
  }
  return -1
}

/** Whether a line ends at an offset, or the text. */
function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d
}
