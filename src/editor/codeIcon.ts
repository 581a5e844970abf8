import { Uri } from 'vscode'
import { shownColor } from '../annotations'
import { dotSvg } from './codeSvg'

/** A dot in the colour of a code, for lists. */
export function codeIcon(color: string): { readonly light: Uri; readonly dark: Uri } {
  return { light: svgUri(dotSvg(shownColor(color, 'light'))), dark: svgUri(dotSvg(shownColor(color, 'dark'))) }
}

export function svgUri(svg: string): Uri {
  return Uri.parse(svgAddress(svg), true)
}

/** A `data:` address of an image. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
