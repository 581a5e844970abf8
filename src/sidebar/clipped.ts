/** Longer names, descriptions and headlines are cut, to keep messages short; hardly any is as long. UTF-16 units. */
const longestLabel = 200

export function clipped(text: string): string {
  return text.length <= longestLabel
    ? text
    : `${text
        .slice(0, longestLabel)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}\u2026`
}
