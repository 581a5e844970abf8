/** A cell's entry: the value, null where there is none, and the numbers in brackets behind it. */
export interface TsvEntry {
  readonly value: string | null
  readonly ids: readonly number[]
}

export interface TsvRow {
  /** "1-2", or "1-2.1" of a part of a word. */
  readonly address: string
  readonly start: number
  readonly end: number
  /** For each column of each layer, from the first layer on, what is stacked there. */
  readonly cells: readonly (readonly TsvEntry[])[]
}

export interface TsvSentence {
  readonly text: string
  readonly rows: readonly TsvRow[]
}

export interface TsvLayer {
  readonly kind: 'span' | 'chain' | 'relation'
  readonly name: string
  /** The last one of a relation is "BT_" and the layer that it is between. */
  readonly features: readonly string[]
  /** The index of its first column among all layers' columns. */
  readonly column: number
}

export interface Tsv {
  readonly layers: readonly TsvLayer[]
  readonly sentences: readonly TsvSentence[]
  /** Lines that are none of the format. */
  readonly damaged: number
}

/** By WebAnno's description of its format (version 3.x); undefined of other files. */
export function parseTsv(file: string): Tsv | undefined {
  if (!/^\uFEFF?#FORMAT=WebAnno TSV 3/.test(file)) return undefined
  const layers: TsvLayer[] = []
  const sentences: { text: string; rows: TsvRow[] }[] = []
  let columns = 0
  let damaged = 0
  let texts: string[] = []
  const startSentence = () => {
    if (texts.length === 0) return
    sentences.push({ text: texts.join('\n'), rows: [] })
    texts = []
  }
  for (const raw of file.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const layer = /^#T_(SP|CH|RL)=([^|]*)\|?(.*)$/.exec(line)
    if (layer && sentences.length === 0) {
      const features = layer[3] === '' ? [] : layer[3]!.split('|')
      layers.push({ kind: kinds[layer[1]!]!, name: layer[2]!, features, column: columns })
      columns += Math.max(1, features.length)
    } else if (line.startsWith('#Text=')) texts.push(textOf(line.slice(6)))
    else if (/^\d+-\d+(\.\d+)*\t/.test(line)) {
      startSentence()
      const row = rowOf(line)
      if (row && sentences.length > 0) sentences.at(-1)!.rows.push(row)
      else damaged++
    } else if (line.trim() !== '' && !line.startsWith('#') && !line.startsWith('\uFEFF#')) damaged++
  }
  return { layers, sentences, damaged }
}

const kinds: Readonly<Record<string, TsvLayer['kind']>> = { SP: 'span', CH: 'chain', RL: 'relation' }

function rowOf(line: string): TsvRow | undefined {
  const [address = '', offsets = '', , ...cells] = line.split('\t')
  const [start, end] = offsets.split('-').map(Number)
  if (!Number.isInteger(start) || !Number.isInteger(end) || start! < 0 || end! < start!) return undefined
  return { address, start: start!, end: end!, cells: cells.map(entriesOf) }
}

function entriesOf(cell: string): readonly TsvEntry[] {
  if (cell === '_' || cell === '') return []
  return (cell.match(/(?:\\.|[^\\|])+/gs) ?? []).map((entry) => {
    const [, value = '', ids = ''] = /^((?:\\.|[^\\])*?)(?:\[([\d_]*)\])?$/s.exec(entry) ?? []
    return { value: value === '*' ? null : valueOf(value), ids: ids === '' ? [] : ids.split('_').map(Number) }
  })
}

function valueOf(escaped: string): string {
  return escaped.replace(/\\(->|.)/gs, (_, what: string) => (what === 't' ? '\t' : what === 'n' ? '\n' : what))
}

function textOf(escaped: string): string {
  return escaped.replace(/\\(.)/g, (whole, letter: string) => controls[letter] ?? whole)
}

const controls: Readonly<Record<string, string>> = { '\\': '\\', t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' }
