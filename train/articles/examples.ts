import { createHash } from 'node:crypto'
import { textFeatures } from '../../src/article/kind/textFeatures'
import type { TextMeasures } from '../../src/article/kind/textMeasures'

/** A text as the model sees it. */
export interface Text {
  readonly name: string
  readonly group: string
  /** What the tables count it under. */
  readonly set: string
  readonly isArticle: boolean
  readonly weight: number
  readonly measured: TextMeasures
}

export interface Example {
  readonly features: readonly string[]
  readonly isArticle: boolean
  readonly weight: number
}

/** Added to the score of every text, so that what is doubtful is an article. Chosen by cross-validation. */
export const articleBias = 3.75
export const folds = 4

/** Whether a text is of the half for development. Of others whole packages are, of articles one text with its variants. */
export function developed(text: Text): boolean {
  return (digest(groupOf(text)) & 1) === 0
}

export function fold(text: Text): number {
  return (digest(`fold ${groupOf(text)}`) >>> 1) % folds
}

export function examplesOf(texts: readonly Text[], words: ReadonlySet<string>): readonly Example[] {
  return texts.map(({ measured, isArticle, weight }) => ({
    features: textFeatures(measured, words),
    isArticle,
    weight
  }))
}

function groupOf({ isArticle, name, group }: Text): string {
  return isArticle ? name.replace(/.*:/, '') : group
}

function digest(name: string): number {
  return createHash('md5').update(name).digest().readUInt32LE()
}
