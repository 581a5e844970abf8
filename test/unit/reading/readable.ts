import type { LaidBlock, Layout } from '../../../src/reading/layout/layout.js'

/** A layout as lines: each block with its rails, its words in brackets with what is seen of them, what is coded in it. */
export function readableLayout({ blocks, sources, codes }: Layout): readonly string[] {
  return [
    ...sources.map(({ name, quotes }, index) => `source ${index + 1}: ${name}, ${quotes}`),
    ...blocks.map((block) =>
      readableBlock(
        block,
        codes.map(({ name }) => name)
      )
    )
  ]
}

function readableBlock({ role, runs, rails, codes, memos }: LaidBlock, names: readonly string[]): string {
  const words = runs.map(({ text, looks = [], quoted = [], names: named }) => {
    const seen = [
      ...looks,
      ...quoted.map((source) => `says ${source + 1}`),
      ...(named === undefined ? [] : [`is ${named + 1}`])
    ]
    return seen.length === 0 ? text : `[${text}|${seen.join(' ')}]`
  })
  const beside = rails.map((source) => (source < 0 ? '-' : String(source + 1))).join('')
  const notes = [...codes.map((code) => `#${names[code] ?? ''}`), ...memos.map((memo) => `"${memo}"`)]
  return [`${role}${beside === '' ? '' : ` ${beside}`}:`, words.join(''), ...notes].join(' ')
}
