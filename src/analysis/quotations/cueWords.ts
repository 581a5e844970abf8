import counts from './cueWords.json'

/** Verbs that carry an attribution more seldom are left to the models, which see more context. */
const smallestShare = 0.4
const smallestParticipleShare = 0.2
const fewestAlone = 3

const cueWords = new Map(Object.entries(counts))

/** Words of the learned list that are no verbs of their own, or that stand in cues for their neighbours' sake. */
const notVerbs = new Set(
  'has have had about known criticism released supporting view titled reportedly favor voted questions sign signed pass passed made confident suggestion seemingly counts complaints named'.split(
    ' '
  )
)

/** True of a verb form that most often reports what somebody says or thinks ("said", "warns", "believe"). */
export function isReportVerb(word: string): boolean {
  return reportVerbs.has(word)
}

/** True of a report verb in -ing: "saying", "warning". */
export function isReportParticiple(word: string): boolean {
  return reportParticiples.has(word)
}

function carries(word: string, share: number): boolean {
  const [cue = 0, seen = 0, that = 0, after = 0, before = 0] = cueWords.get(word) ?? []
  return cue >= 5 && cue >= share * seen && that + after + before >= fewestAlone && !notVerbs.has(word)
}

// Every word of an article is looked up here.
const reportVerbs = new Set([...cueWords.keys()].filter((word) => carries(word, smallestShare)))
const reportParticiples = new Set(
  [...cueWords.keys()].filter((word) => word.endsWith('ing') && carries(word, smallestParticipleShare))
)
