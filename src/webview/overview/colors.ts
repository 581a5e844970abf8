import type { EntityKind } from '../../protocol/overview'
import type { Color } from './scene'

/** Each colour as CSS: those of the palette, which a theme may change, and those of VS Code. */
export const css: Readonly<Record<Color, string>> = {
  person: 'var(--vscode-articleAnnotator-person)',
  organization: 'var(--vscode-articleAnnotator-organization)',
  group: 'var(--vscode-articleAnnotator-group)',
  place: 'var(--vscode-articleAnnotator-place)',
  actingPlace: 'var(--vscode-articleAnnotator-actingPlace)',
  text: 'var(--vscode-editor-foreground)',
  dim: 'var(--vscode-descriptionForeground)',
  rule: 'var(--rule)',
  quote: 'var(--vscode-articleAnnotator-directQuote)',
  land: 'var(--land)',
  border: 'var(--border)',
  ground: 'var(--vscode-editor-background)'
}

export function colorOfKind(kind: EntityKind): Color {
  return kind === 'acting-place' ? 'actingPlace' : kind
}

/** What a colour is at present in this page, for a file that has no theme. */
export function resolvedColors(): (color: Color) => string {
  const probe = document.createElement('span')
  document.body.append(probe)
  const known = new Map<Color, string>()
  for (const [color, value] of Object.entries(css) as [Color, string][]) {
    probe.style.color = value
    known.set(color, getComputedStyle(probe).color)
  }
  probe.remove()
  return (color) => known.get(color) ?? '#000000'
}
