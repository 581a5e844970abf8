import { reasonsAgainst, resemblance } from './reasons'
import { textFeatures } from './textFeatures'
import { measureText, type TextMeasures } from './textMeasures'
import { hasStampsInside, isStamped, lineStarts } from './stampedLines'
import { anArticle, type ArticleVerdict } from './verdict'
import weightsOfFeatures from './weights.json'

/**
 * Decides from a text whether it is an article: a linear model over how its lines look and which words are in it, learned by
 * `train/articles`. What is doubtful is one. The first 12,000 characters decide, except of a log that has hardly a line in them. Pure,
 * never throws; about a millisecond.
 */
export function judgeText(text: string): ArticleVerdict {
  const measured = measureText(text)
  if (measured.lineCount === 0) return anArticle
  let score = (weights.get('bias') ?? 0) + forFewLines(measured)
  for (const feature of textFeatures(measured, words)) score += weights.get(feature) ?? 0
  if (score > 0 && !isLog(text, measured)) return anArticle
  return { isArticle: false, resembles: resemblance(measured), reasons: reasonsAgainst(measured) }
}

/** Most lines begin with a date and a time of day, whatever their words are: programs write prose, too, and long lines of it. */
function isLog(text: string, { lineCount, lines }: TextMeasures): boolean {
  const stamped = lines['time-stamp']
  if (lineCount > 2 || stamped === 0) return areMostStamped(stamped, lineCount)
  const starts = lineStarts(text)
  return (
    areMostStamped(starts.filter(isStamped).length, starts.length) || (starts.length === 1 && hasStampsInside(text))
  )
}

function areMostStamped(stamped: number, all: number): boolean {
  return stamped >= Math.max(2, 0.6 * all)
}

/** A line or two show too little to refuse them, unless all speaks against them; of a word or two nothing can be said. */
export function forFewLines({ lineCount, words }: Pick<TextMeasures, 'lineCount' | 'words'>): number {
  if (lineCount > 2) return 0
  return lineCount === 1 && words.length <= 2 ? 5 : 3
}

const weights: ReadonlyMap<string, number> = new Map(Object.entries(weightsOfFeatures))
const words: ReadonlySet<string> = new Set(
  [...weights.keys()].flatMap((feature) => /^(?:word|often) (.+)$/.exec(feature)?.[1] ?? [])
)
