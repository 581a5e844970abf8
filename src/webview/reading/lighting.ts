import type { ReadingCode } from '../../protocol/reading'

/**
 * The rules of style that depend on what is shown: which source is lit, the colours of codes. A sheet of its own, so that nothing is
 * drawn anew when a source is lit. Nothing comes into it but numbers and colours.
 */
export function lightingSheet(): {
  light(source: number): void
  color(codes: readonly ReadingCode[]): void
} {
  const lit = new CSSStyleSheet()
  const colors = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, lit, colors]
  return {
    light(source) {
      const own = `[data-quoted~="${source}"]`
      const others = `.run:not(${own}):not([data-names="${source}"])`
      lit.replaceSync(
        source < 0
          ? ''
          : `.reading ${others} { color: var(--faint); background: none; border-color: transparent; text-decoration-color: transparent; font-weight: inherit; }
             .reading .text > * { color: var(--faint); }
             :where(.run${own}, .run[data-names="${source}"]) { color: var(--ink); }
             .reading .rail:not([data-source="${source}"]), .reading .mark:not([data-source="${source}"]) { opacity: 0.25; }
             .reading .starts:not([data-source="${source}"]) { color: var(--faint); }
             .reading .mark[data-source="${source}"] { opacity: 1; }`
      )
    },
    color(codes) {
      colors.replaceSync(
        codes
          .map(({ light, dark }, index) =>
            [light, dark].every((color) => /^#[0-9a-f]{6}$/i.test(color))
              ? `.code-${index} { --code: ${dark}; } .vscode-light .code-${index}, .vscode-high-contrast-light .code-${index} { --code: ${light}; }`
              : ''
          )
          .join('\n')
      )
    }
  }
}
