import { fileParts, writtenParts, type FileParts, type WrittenParts } from './fileParts'
import { leafUnit, type Forest } from './forest'

/** What decides among hypotheses. */
export interface Judges {
  /** Which of the sources and contents that a cue may have it reports. */
  readonly choice: Forest
  /** Whether what was chosen is an attribution at all. */
  readonly acceptance: Forest
  /** For each tenth of what the acceptance forest says, the share of attributions that were right. */
  readonly calibration: Float32Array
}

const magic = 0x3144554a // "JUD1"

/** `models/judges.bin`: the judges that hear the encoder. Throws when it is damaged or of another version. */
export function readJudgesFile(file: Uint8Array): Judges {
  const parts = fileParts(file, 'judges.bin')
  parts.check(parts.integer() === magic)
  const judges = readJudges(parts)
  parts.end()
  return judges
}

/** The bytes of `models/judges.bin`. */
export function writeJudgesFile(judges: Judges): Uint8Array {
  const written = writtenParts()
  written.integer(magic)
  writeJudges(written, judges)
  return written.file()
}

export function readJudges(parts: FileParts): Judges {
  return { choice: readForest(parts), acceptance: readForest(parts), calibration: parts.floats(parts.integer()) }
}

export function writeJudges(written: WrittenParts, { choice, acceptance, calibration }: Judges): void {
  for (const { depth, trees, start, features, bounds, leaves } of [choice, acceptance]) {
    written.integer(depth)
    written.integer(trees)
    written.floats([start])
    written.raw(features)
    written.shortFloats(bounds)
    written.bytes(leaves.map((leaf) => leaf / leafUnit))
  }
  written.integer(calibration.length)
  written.floats(calibration)
}

function readForest({ integer, floats, shortFloats, bytes }: FileParts): Forest {
  const depth = integer()
  const trees = integer()
  const nodes = trees * ((1 << depth) - 1)
  const [start = 0] = floats(1)
  return {
    depth,
    trees,
    start,
    features: Uint8Array.from(bytes(nodes)),
    bounds: shortFloats(nodes),
    leaves: Float32Array.from(bytes(trees << depth), (leaf) => leaf * leafUnit)
  }
}
