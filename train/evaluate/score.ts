import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Measurement } from './goldSets'

/** One figure of the scorer's output. `value` is written as the scorer writes it. */
export interface Figure {
  readonly name: string
  readonly value: string
}

/** Runs the scorer in a process of its own. Rejects with its message when it fails. */
export async function score(
  scorer: string,
  measurement: Measurement,
  gold: string,
  predictions: string
): Promise<readonly Figure[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [scorer, measurement.task, gold, predictions, ...measurement.options],
    { maxBuffer: 1 << 26 }
  )
  return readFigures(stdout)
}

/**
 * "found  P 1.00  R 2.00  F1 1.33   gold 10 predicted 20" gives one figure. Any other line is taken as it is, without the
 * scorer's last line, which repeats a figure for programs.
 */
export function readFigures(output: string): readonly Figure[] {
  return output.split('\n').flatMap(readLine)
}

function readLine(line: string): Figure[] {
  const table = /^(.+?)\s+P\s+([\d.]+)\s+R\s+([\d.]+)\s+F1\s+([\d.]+)\s*(.*)$/.exec(line)
  if (table) return [{ name: table[1] ?? '', value: `P ${table[2]}, R ${table[3]}, F1 ${table[4]} (${table[5]})` }]
  if (line.trim() === '' || /^(?:entities|attributed|links B-cubed) F1 /.test(line)) return []
  const [name = '', ...rest] = line.split(
    /(?<=^(?:acting accuracy|acting right|quotes|named right|recognised|documents|source right among found)):? /
  )
  return [{ name, value: rest.join(' ') }]
}
