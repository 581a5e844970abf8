import { labelsOf, logProbabilityOf, roles, type CueReading } from '../../../encoder'
import type { Range } from '../sources'
import type { Hypothesis } from './hypotheses'
import { wordsOf, type ReadTokens } from './readTokens'
import { firstRole, logOfWords } from './roleShares'

/** How many features `readFeatures` puts. */
export const readFeatureCount = 26

/** Less likely than this is as good as impossible: natural logarithm. */
const leastLog = -30

/** What the encoder makes of a hypothesis, for the forests. */
export function readFeatures(read: ReadTokens, hypothesis: Hypothesis, put: (value: number | boolean) => void): void {
  const { cue, source, content } = hypothesis
  const { reading } = read
  const cueWords = wordsOf(read, cue)
  const first = content[0] as Range
  const last = content[content.length - 1] as Range
  let begins = 0
  let inCue = 0
  for (let word = cueWords.start; word < cueWords.end; word++) {
    const [, begin = 0, inside = 0] = labelsOf(reading, 'cue', word)
    begins = Math.max(begins, begin)
    inCue += begin + inside
  }
  put(begins)
  put(inCue / Math.max(1, cueWords.end - cueWords.start))
  let strongest = 0
  let sum = 0
  for (const piece of content) {
    const words = wordsOf(read, piece)
    for (let word = words.start; word < words.end; word++) {
      const begin = labelsOf(reading, 'cue', word)[1] ?? 0
      strongest = Math.max(strongest, begin)
      sum += begin
    }
  }
  put(strongest)
  put(sum)
  const start = wordsOf(read, first).start
  const end = wordsOf(read, last).end
  const edge = (word: number, label: number) =>
    word >= 0 && word < reading.starts.length ? (labelsOf(reading, 'edges', word)[label] ?? 0) : 0
  put(edge(start, 1))
  put(edge(end - 1, 2))
  put(edge(start - 1, firstRole.source))
  put(edge(end, 2))
  put(cue.read !== undefined)
  if (!cue.read) {
    for (let left = readFeatureCount - 9; left > 0; left--) put(-1)
    return
  }
  const { reading: cueReading, source: readSource, contents, sourceShares, contentShares } = cue.read
  const readContent = contents[0] ?? []
  const sourceWords = source ? [wordsOf(read, source)] : []
  const contentWords = content.map((piece) => wordsOf(read, piece))
  const whole = Math.max(leastLog, logProbabilityOf(cueReading, sourceWords, contentWords))
  const bestLog = Math.log(Math.max(1e-13, cueReading.pathProbability))
  put(cueReading.probability)
  put(bestLog)
  put(whole)
  put(bestLog - whole)
  put(Math.max(leastLog, logOfWords(sourceShares, cueReading, sourceWords)))
  put(Math.max(3 * leastLog, logOfWords(contentShares, cueReading, contentWords)))
  put(sourceShares.most)
  put(contentShares.most)
  put(overUnion(source ? [source] : [], readSource ? [readSource] : []))
  put(overUnion(content, readContent))
  put(roleAt(cueReading, sourceWords[0]?.start ?? -1, firstRole.source))
  put(lastRoleAt(cueReading, (sourceWords[0]?.end ?? 0) - 1, firstRole.source))
  put(roleAt(cueReading, contentWords[0]!.start, firstRole.content))
  put(lastRoleAt(cueReading, contentWords.at(-1)!.end - 1, firstRole.content))
  put(readSource !== null)
  put(readContent.length)
  put(cueReading.contents.length > 0 && end > cueReading.seen.end)
}

/** How likely a source or content begins with a word: the logarithm. */
function roleAt({ logRoles, wordOfPiece }: CueReading, word: number, role: number): number {
  const piece = word < 0 ? -1 : wordOfPiece.indexOf(word)
  return piece < 0 ? leastLog : Math.max(leastLog, logRoles[piece * roles.length + role]!)
}

/** How likely one ends with a word: with its end, or with a begin that is all of it. */
function lastRoleAt({ logRoles, wordOfPiece }: CueReading, word: number, first: number): number {
  const piece = word < 0 ? -1 : wordOfPiece.lastIndexOf(word)
  if (piece < 0) return leastLog
  const at = piece * roles.length + first
  return Math.max(leastLog, Math.log(Math.exp(logRoles[at]!) + Math.exp(logRoles[at + 2]!)))
}

function overUnion(some: readonly Range[], others: readonly Range[]): number {
  let both = 0
  for (const a of some) for (const b of others) both += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  const length = (ranges: readonly Range[]) => ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  const either = length(some) + length(others) - both
  return either === 0 ? 1 : both / either
}
