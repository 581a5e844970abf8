import {
  fieldsOf,
  firstRound,
  keyedRecord,
  partialRound,
  readTextField,
  secondRound,
  sections,
  type KeyedLine
} from '../../../../src/corpus'
import type { LinksResult } from '../../../../src/cli/links'

export interface Reduced {
  readonly result: LinksResult
  readonly failures: readonly string[]
}

/** What a reduce makes of records in any order, all in memory: what the command line does with files. */
export function reduced(lines: readonly KeyedLine[]): Reduced {
  const second: KeyedLine[] = []
  const third: KeyedLine[] = []
  const quotes: KeyedLine[] = []
  const failures: string[] = []
  const first = firstRound({
    second: (line) => second.push(line),
    third: (line) => third.push(line),
    quotes: { put: (line) => quotes.push(line), all: () => quotes },
    leftOut: (message, place) => failures.push(`${place}: ${message}`),
    missing: (message) => failures.push(message)
  })
  for (const line of sorted(lines)) first.accept(line)
  first.end()
  const next = secondRound((line) => third.push(line))
  for (const line of sorted(second)) next.accept(keyedRecord(line))
  next.end()
  return { result: resultOf(sorted(third)), failures }
}

/** What partial reduces make of the parts, each bucket and run in one of them. */
export function partlyReduced(lines: readonly KeyedLine[], parts: number): readonly KeyedLine[] {
  const made: KeyedLine[] = []
  for (let part = 0; part < parts; part++) {
    const round = partialRound((line) => made.push(line))
    for (const line of sorted(lines.filter((line) => partOf(line, parts) === part))) round.accept(line)
    round.end()
  }
  return made
}

function partOf(line: KeyedLine, parts: number): number {
  const field = fieldsOf(keyedRecord(line).key)[0] ?? ''
  return [...field].reduce((sum, character) => sum + character.charCodeAt(0), 0) % parts
}

/** As `LC_ALL=C sort` does: by bytes. */
export function sorted(lines: readonly KeyedLine[]): readonly KeyedLine[] {
  return [...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

function resultOf(lines: readonly KeyedLine[]): LinksResult {
  const speakers: { id: string; name: string; type: string; named: boolean; quotes: object[] }[] = []
  const reuse = new Map<string, object[]>()
  for (const { key, value } of lines.map(keyedRecord)) {
    const [one, other, article = '', number] = fieldsOf(key)
    const facts = JSON.parse(value) as never
    if (key.startsWith(sections.group)) {
      const group = reuse.get(`${one} ${other}`) ?? []
      reuse.set(`${one} ${other}`, group)
      group.push({ article: readTextField(article), quote: Number(number) })
    } else if (number === undefined) {
      const [id, name, type, named] = facts as [string, string, string, boolean]
      speakers.push({ id, name, type, named, quotes: [] })
    } else
      for (const quote of facts as number[]) speakers.at(-1)!.quotes.push({ article: readTextField(article), quote })
  }
  return { speakers, reuse: [...reuse.values()] } as unknown as LinksResult
}
