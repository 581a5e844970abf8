import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { givenNameGender } from '../../src/analysis/identity/lexicon/givenNames'
import { root } from '../engine'
import { articleTexts } from './texts'

/** Where the texts come from, in words for the table, and the texts. */
export interface FolderSource {
  readonly description: string
  readonly texts: readonly string[]
}

const polnear = join(root, '../shared/gold/quotes/polnear-train.jsonl')

/** The articles of PolNeAR's training set, each text once; without the gold data our samples. */
export function folderSource(): FolderSource {
  if (!existsSync(polnear))
    return {
      description: 'the samples, because there is no gold data beside the project',
      texts: articleTexts().map(({ text }) => text)
    }
  const lines = readFileSync(polnear, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly text: string })
  return { description: 'polnear-train', texts: [...new Set(lines.map(({ text }) => text))] }
}

/**
 * The article at a place in a folder of any size, the same every time. The source's texts come in turn. The first round is
 * as printed; in each later round everybody with a given and a last name bears another last name, the same in the whole
 * round, one paragraph in eight is dropped, and the paragraphs after the first trade places with their neighbours.
 */
export function folderArticle({ texts }: FolderSource, place: number): string {
  const text = texts[place % texts.length] ?? ''
  const round = Math.floor(place / texts.length)
  return round === 0 ? text : reordered(renamed(text, round), place)
}

export const variation =
  'in each round after the first everybody with a given and a last name bears another last name (the same in the whole round), one paragraph in eight is dropped, the others trade places with their neighbours'

/** Words of last names of people: those after a given name. */
function renamed(text: string, round: number): string {
  const lastNames = new Set<string>()
  for (const [, given = '', last = ''] of text.matchAll(/(?<!\p{L})(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}{2,})(?!\p{L})/gu))
    if (givenNameGender(given)) lastNames.add(last)
  return text.replace(/(?<!\p{L})\p{Lu}\p{Ll}{2,}(?!\p{L})/gu, (word) =>
    lastNames.has(word) ? anotherName(word, round) : word
  )
}

const beginnings =
  'Bar Bel Cal Cor Dan Dor Fal Fen Gar Hal Har Kel Lan Lor Mal Mer Nor Pel Ral Sel Tal Tor Val Wel'.split(' ')
const middles = 'a be da en ga i la mi ne or ra ti u ve'.split(' ')
const endings = 'berg dale den field ford gate ham land ley man mont ner ridge rose ster stone ton vik well wood'.split(
  ' '
)

function anotherName(name: string, round: number): string {
  const number = hash(`${round} ${name}`)
  const part = (parts: readonly string[], divisor: number) => parts[Math.floor(number / divisor) % parts.length] ?? ''
  return part(beginnings, 1) + part(middles, beginnings.length) + part(endings, beginnings.length * middles.length)
}

function reordered(text: string, place: number): string {
  const paragraphs = text.split(/\n+/).filter((paragraph, index) => index === 0 || hash(`${place} ${index}`) % 8 > 0)
  for (let at = 1; at + 1 < paragraphs.length; at += 2)
    [paragraphs[at], paragraphs[at + 1]] = [paragraphs[at + 1] ?? '', paragraphs[at] ?? '']
  return paragraphs.join('\n\n')
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
