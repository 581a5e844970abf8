/** Images of codes, 16 by 16. Colours are "#rrggbb", checked before. */

export function dotSvg(color: string): string {
  return svg(`<circle cx="8" cy="8" r="5" fill="${color}"/>`)
}

/** Up to four bars beside each other, with a corner folded over where there is a memo. */
export function barsSvg(colors: readonly string[], memoColor: string | undefined): string {
  const { width, gap } = barsFor(Math.min(colors.length, 4), memoColor !== undefined)
  const bars = colors.slice(0, 4).map((color, index) => {
    return `<rect x="${index * (width + gap)}" y="0" width="${width}" height="16" rx="1" fill="${color}"/>`
  })
  const memo = memoColor
    ? `<path d="M9 9h6v4l-2 2H9z" fill="${memoColor}"/><path d="M13 15v-2h2z" fill="#ffffff" fill-opacity="0.5"/>`
    : ''
  return svg(bars.join('') + memo)
}

/** A memo stands beside the bars, never on one. */
function barsFor(count: number, hasMemo: boolean): { readonly width: number; readonly gap: number } {
  if (!hasMemo || count < 2) return { width: count > 2 ? 3 : 4, gap: 1 }
  return count === 2 ? { width: 3, gap: 1 } : count === 3 ? { width: 2, gap: 1 } : { width: 1.5, gap: 0.5 }
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${content}</svg>`
}
