/**
 * The paths of files inside of an export, for the names of its articles: without what leaves a folder or cannot be a name on one
 * of the systems (`..`, drives, control characters, `<>:"|?*`, names that Windows keeps for itself, dots and blanks at an end), and all different,
 * also where capitals do not count. `stem` is without the extension of an article.
 */
export function filePaths(): { readonly stem: (name: string) => string } {
  const taken = new Set<string>()
  return {
    stem(name) {
      const safe = safeStem(name)
      for (let count = 1; ; count++) {
        const path = count === 1 ? safe : `${safe}-${count}`
        const key = path.normalize('NFC').toLowerCase()
        if (taken.has(key)) continue
        taken.add(key)
        return path
      }
    }
  }
}

/** The path of a name, with slashes. Never empty. */
export function safeStem(name: string): string {
  const parts = name
    .replace(/\.(txt|md)$/i, '')
    .split(/[/\\]/)
    .map(safePart)
    .filter((part) => part !== '')
  return parts.length === 0 ? 'article' : parts.join('/')
}

function safePart(part: string): string {
  const clean = part
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029<>:"|?*]/gu, '_')
    .slice(0, 100)
    .replace(/^[. ]+|[. ]+$/g, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean) ? `_${clean}` : clean
}
