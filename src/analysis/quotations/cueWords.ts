import counts from './cueWords.json'

/** Verbs that carry an attribution more seldom are left to the models, which see more context. */
const smallestShare = 0.4
const smallestParticipleShare = 0.2
const fewestAlone = 3

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
  return reportVerbs.has(word)
}

/** True of a report verb in -ing: "saying", "warning". */
export function isReportParticiple(word: string): boolean {
  return reportParticiples.has(word)
}

/** True when the word introduces what somebody thinks, wants or fears, and not what somebody says. */
export function isAttitude(word: string): boolean {
  return attitudes.has(word)
}

function carries(word: string, share: number): boolean {
  const [cue = 0, seen = 0, that = 0, after = 0, before = 0] = cueWords.get(word) ?? []
  return cue >= 5 && cue >= share * seen && that + after + before >= fewestAlone && !notVerbs.has(word)
}

// Every word of an article is looked up here.
const reportVerbs = new Set([...cueWords.keys()].filter((word) => carries(word, smallestShare)))
const reportParticiples = new Set([...cueWords.keys()].filter((word) => word.endsWith('ing') && carries(word, smallestParticipleShare)))
