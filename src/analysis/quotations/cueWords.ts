import counts from './cueWords.json'

/** Words that carry an attribution in less than this share of their uses are left to rules that see more context. */
const smallestShare = 0.4

const cueWords = new Map(Object.entries(counts))

/** Words of the learned list that are no verbs of their own, or that stand in cues for their neighbours' sake. */
const notVerbs = new Set('has have had about known criticism released supporting view titled reportedly favor voted questions sign signed pass passed made confident suggestion seemingly counts complaints named'.split(' '))

/** Verbs of thinking, wishing and fearing: what they introduce is an attitude, not something said. */
const attitudes = new Set(`think thinks thought thinking believe believes believed believing want wants wanted wanting hope hopes hoped hoping
  fear fears feared fearing expect expects expected expecting feel feels felt feeling know knows knew known see sees saw seen seeing seem seems seemed
  appear appears appeared wish wishes wished plan plans planned planning intend intends intended consider considers considered
  considering prefer prefers preferred doubt doubts doubted worry worries worried assume assumes assumed decide decides decided determine
  determined support supports supported supporting oppose opposes opposed opposing favor favors favored seek seeks sought seeking like liked
  likes love loved loves hate hated understand understood remember remembered realize realized recognize recognized learn learned find finds
  found view viewed views regard regarded envision expectation belief hope fear`.split(/\s+/))

/** True of a verb form that most often reports what somebody says or thinks ("said", "warns", "believe"). */
export function isReportVerb(word: string): boolean {
  const count = cueWords.get(word)
  return count !== undefined && !notVerbs.has(word) && (count[0] ?? 0) >= smallestShare * (count[1] ?? 0)
}

/** True of a report verb in -ing: "saying", "warning". */
export function isReportParticiple(word: string): boolean {
  return word.endsWith('ing') && cueWords.has(word) && !notVerbs.has(word)
}

/** True when the word introduces what somebody thinks, wants or fears, and not what somebody says. */
export function isAttitude(word: string): boolean {
  return attitudes.has(word)
}
