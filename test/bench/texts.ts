import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')

export interface BenchText {
  readonly name: string
  readonly text: string
}

/** Our samples and, where they lie beside the project, the seed articles. */
export function articleTexts(): readonly BenchText[] {
  const folders = [join(root, 'samples'), join(root, '../shared/seeds')].filter((folder) => existsSync(folder))
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  )
}

/** These and, where it lies beside the project, every third article of a set of annotated news: the more texts, the less is met twice. */
export function variedTexts(): readonly BenchText[] {
  const gold = join(root, '../shared/gold/quotes/polnear-dev.jsonl')
  return [...articleTexts(), ...(existsSync(gold) ? textsOf(gold).filter((_, index) => index % 3 === 0) : [])]
}

function textsOf(file: string): readonly BenchText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string }
      return { name: id, text }
    })
}

/**
 * An article of a given length in characters: the paragraphs of all texts in ever another order, so that no two stretches
 * are alike. The same every time.
 */
export function longArticle(texts: readonly BenchText[], length: number): string {
  const paragraphs = texts.flatMap(({ text }) => text.split(/\n+/)).filter((paragraph) => paragraph.length > 40)
  let article = ''
  for (let state = 1; article.length < length; state = next(state))
    article += `${paragraphs[state % paragraphs.length] ?? ''}\n\n`
  return article.slice(0, length)
}

/** A small generator of numbers that look random (Lehmer's). */
function next(state: number): number {
  return (state * 48271) % 2147483647
}
