import { OverviewRulerLane, ThemeColor, type DecorationRenderOptions } from 'vscode'
import { leftOutTone, palette, quoteEdge, quoteShade, type PaletteLine } from '../protocol/common'
import type { NamePart } from './namedTokens'
import type { QuoteLine } from './quoteDecorations'

/**
 * Names are coloured, quotes are shaded, sources and cues are lined: so that an article stays readable, each has a channel of its
 * own. Within one, a line tells what colours tell; what somebody has decided is bold or has a thick line.
 */
export function nameStyle(part: NamePart, isDecided: boolean): DecorationRenderOptions {
  const { color, line } = palette[part]
  return {
    color: new ThemeColor(color),
    ...(line !== 'none' && { textDecoration: underline(line) }),
    ...(isDecided && { fontWeight: 'bold' })
  }
}

/** The line below the words, right above the next line of the text. A suggested direct quote has one in high contrast alone. */
export function quoteLineStyle(part: QuoteLine, isDecided: boolean): DecorationRenderOptions {
  const { color, line } = palette[part]
  const isEdge = line === 'none' && !isDecided
  const below = isEdge ? quoteEdge : { color, line: line === 'none' ? 'solid' : line, width: isDecided ? 2 : 1 }
  return {
    borderColor: new ThemeColor(below.color),
    borderStyle: below.line,
    borderWidth: `0 0 ${below.width}px 0`,
    ...(part !== 'source' &&
      part !== 'cue' && {
        overviewRulerColor: new ThemeColor(color),
        overviewRulerLane: OverviewRulerLane.Center
      })
  }
}

export function quoteShadeStyle(): DecorationRenderOptions {
  return { backgroundColor: new ThemeColor(quoteShade.color) }
}

/** Words about the text or of its page, not of the news. */
export function leftOutStyle(): DecorationRenderOptions {
  return { color: new ThemeColor(leftOutTone.color), fontStyle: 'italic' }
}

export function reviewStyle(): DecorationRenderOptions {
  return {
    // A decoration has no colour of its own for its line: the theme's colour is a variable of the workbench.
    textDecoration: `underline wavy var(${palette.review.css}, currentColor)`,
    overviewRulerColor: new ThemeColor(palette.review.color),
    overviewRulerLane: OverviewRulerLane.Right
  }
}

/** Thin, in a softer tone of the name's colour. What follows the semicolon VS Code takes over as it is. */
function underline(line: PaletteLine): string {
  return `underline ${line} 1px; text-decoration-color: color-mix(in srgb, currentColor 65%, transparent); text-underline-offset: 3px`
}
