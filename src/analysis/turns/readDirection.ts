import type { Span } from '../../article'
import { isCaptionTime } from './timedLabel'

/**
 * What a transcript tells of itself in a paragraph of its own, in brackets or as a clock time: `cut` where others may speak behind it
 * ("(BEGIN VIDEO CLIP)"), `aside` where whoever speaks goes on ("(Laughter.)", "[00:00:05]"); null for somebody's words.
 */
export function readDirection(text: string, { start, end }: Span): 'cut' | 'aside' | null {
  if (end - start > longest) return null
  const words = text.slice(start, end).trim()
  if (/^-? ?Hansard(?: -)+ Excerpts$/.test(words)) return 'aside'
  // A captions file's numbers and times.
  if (/^\d{1,5}$/.test(words) || isCaptionTime(words)) return 'aside'
  // An agency's list of shots: "3. VARIOUS of lawmakers".
  if (/^\d+\.\s+(?!SOUNDBITE)\p{Lu}{3,}\b/u.test(words)) return 'cut'
  if (/^Several (?:hon\.|right hon\.|noble) \w+ rose\W*$/.test(words)) return 'aside'
  if (!/^\([^()]+\)$|^\[[^[\]]+\]$/.test(words)) return null
  return /\b(?:begin|end|clip|videotape|tape|recording|break|commercial)\b/i.test(words) ? 'cut' : 'aside'
}

/** In UTF-16 units. */
const longest = 90
