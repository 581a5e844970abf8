import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../engine'

export interface BenchText {
  readonly name: string
  readonly text: string
}

/** Our samples and, where they lie beside the project, the seed articles. */
export function articleTexts(): readonly BenchText[] {
  const folders = [join(root, 'samples'), join(root, '../shared/seeds')].filter((folder) => existsSync(folder))
  return folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })))
}

/**
 * An article of a given length in characters: the paragraphs of all texts in ever another order, so that no two stretches
 * are alike. The same every time.
 */
export function longArticle(texts: readonly BenchText[], length: number): string {
  const paragraphs = texts.flatMap(({ text }) => text.split(/\n+/)).filter((paragraph) => paragraph.length > 40)
  let article = ''
  for (let state = 1; article.length < length; state = next(state)) article += `${paragraphs[state % paragraphs.length] ?? ''}\n\n`
  return article.slice(0, length)
}

/** A small generator of numbers that look random (Lehmer's). */
function next(state: number): number {
  return state * 48271 % 2147483647
}
