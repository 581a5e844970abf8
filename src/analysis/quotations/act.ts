import type { QuoteAct } from '../analysis'
import { adverbial } from './words'

/** Verbs of saying, in their base form, and nouns of it. */
const speech =
  formsOf(`add admit affirm allege announce answer argue assert assure boast caution charge chide claim comment complain concede conclude confess confirm
  contend counter cry declare deliver describe disclose dub emphasize emphasise estimate exclaim explain highlight hint indicate inform insist instruct interject joke lament maintain mention
  muse note notify observe offer pledge point post predict proclaim promise propose quip read recall recommend recount reiterate relate remark remind repeat reply report respond
  retort reveal say scream shout speak specify state stress suggest summarize swear talk testify text tweet underline underscore urge vow warn whisper yell
  accuse acknowledge advise apologize appeal ask assess blame brand call cite compare criticize decry defend denounce detail dismiss elaborate email emphasise express label liken name
  portray praise quote recite refer rule sum tell title tout unveil write broadcast publish interview release issue stipulate convey communicate allude
  clear announcement statement remark comment report claim warning assertion allegation testimony suggestion acknowledgment declaration message answer response explanation account tally`)
const irregular = new Set('said told wrote written spoke spoken swore sworn according per quoting'.split(' '))

/** Verbs and nouns of thinking, wanting, fearing, favouring and refusing: what they introduce was not said. */
const attitude =
  formsOf(`accept agree aim anticipate appear approve assume await back believe choose concern consider decide decline demand deny desire determine dislike disagree distrust doubt endorse enjoy
  envision expect favor favour fear feel find guess hate hope ignore imagine intend judge know learn like love mind mull need oppose perceive plan prefer press pressure protest pursue
  push question realize recognize refuse regard reject remember resent resist see seek seem sense speculate support suppose suspect think threaten try understand view want
  wish wonder worry expectation belief confidence decision desire opposition support interest intention conviction consensus speculation skepticism`)
const irregularAttitude = new Set(
  'knew known thought felt saw seen sought understood found confident optimistic convinced skeptical worried concerned hopeful afraid sure certain aware poised willing eager reluctant unwilling'.split(
    ' '
  )
)

/** True of a word that tells of something said, by itself: "said", "warning"; not of "nodded" or "hopes". */
export function isSpeech(word: string): boolean {
  return speech.has(word) || irregular.has(word)
}

const calls = formsOf('call')

/**
 * Whether a cue reports what was said or what is thought, wanted or refused. The first word that tells decides;
 * when none does, words in quotation marks were said.
 */
export function actOf(cueWords: readonly string[], quoted: boolean): QuoteAct {
  for (const [index, word] of cueWords.entries()) {
    if (attitude.has(word) || irregularAttitude.has(word)) return 'attitude'
    // Who calls for something demands it; who is in talks negotiates, but who also talks speaks.
    if (
      (calls.has(word) && cueWords.includes('for', index)) ||
      (word === 'talks' && !cueWords.slice(0, index).every(adverbial))
    )
      return 'attitude'
    if (speech.has(word) || irregular.has(word)) return 'speech'
  }
  return quoted || cueWords.every((word) => /^\W*$/.test(word)) ? 'speech' : 'attitude'
}

/** The regular forms of each word: "warn, warns, warned, warning"; "decry, decries, decried, decrying". */
function formsOf(words: string): ReadonlySet<string> {
  const forms = new Set<string>()
  for (const word of words.split(/\s+/)) {
    const stem = word.replace(/e$/, '')
    const soft = /[^aeiou]y$/.test(word) ? word.slice(0, -1) + 'i' : null
    const doubled = /[^aeiou][aeiou][bdgmnpt]$/.test(word) ? word + word.slice(-1) : null
    for (const form of [
      word,
      word + 's',
      word + 'es',
      stem + 'ed',
      stem + 'ing',
      soft && soft + 'es',
      soft && soft + 'ed',
      doubled && doubled + 'ed',
      doubled && doubled + 'ing'
    ]) {
      if (form) forms.add(form)
    }
  }
  return forms
}
