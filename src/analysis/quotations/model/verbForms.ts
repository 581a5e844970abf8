import { partsOfSpeech } from './partsOfSpeech'

/** Forms of verbs, as far as the word and what stands before it tell. */
export const verbForm = {
  none: 0,
  infinitive: 1,
  gerund: 2,
  past: 3,
  third: 4,
  base: 5,
  modal: 6,
  participle: 7
} as const

/** What the forms and what is made of them are read from. */
export interface TaggedWords {
  /** In lower case. */
  readonly words: readonly string[]
  readonly pos: Uint8Array
}

const verb = partsOfSpeech.indexOf('VERB')
const auxiliary = partsOfSpeech.indexOf('AUX')
const adverb = partsOfSpeech.indexOf('ADV')
const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))
const modals = list("will would can could may might must shall should 'll \u2019ll 'd \u2019d ca wo")
const helpers = list(
  "is are was were be been being am has have had having get got 's \u2019s 're \u2019re 've \u2019ve 'm \u2019m"
)
const thirdPerson = list("is has does 's \u2019s")
const present = list("are am have do 're \u2019re 've \u2019ve 'm \u2019m")
const pasts =
  list(`was were had did said told made took went came saw gave got found thought felt left kept held brought began wrote stood
  heard met ran paid spoke led grew lost fell sent built understood drew broke spent rose drove bought wore chose knew became sought
  fought taught caught swore shot won threw struck withdrew undertook meant dealt laid sat sold slept hung ate flew forgot hid rode
  sang shook showed stole tore woke`)

/** For each token the form of the verb that it is, `none` where it is no verb. */
export function verbForms({ words, pos }: TaggedWords): Uint8Array {
  const found = new Uint8Array(pos.length)
  for (let at = 0; at < pos.length; at++) {
    const tag = pos[at]
    if (tag !== verb && tag !== auxiliary) continue
    let before = at - 1
    while (before >= 0 && pos[before] === adverb) before--
    found[at] = formOf(words[at] as string, tag === verb, words[before] ?? '')
  }
  return found
}

function formOf(word: string, isVerb: boolean, before: string): number {
  if (modals.has(word)) return verbForm.modal
  if (before === 'to' || modals.has(before)) return verbForm.infinitive
  if (word.length > 4 && word.endsWith('ing')) return verbForm.gerund
  if (isVerb && helpers.has(before)) return verbForm.participle
  if (thirdPerson.has(word)) return verbForm.third
  if (present.has(word)) return verbForm.base
  if (word.endsWith('ed') || pasts.has(word)) return verbForm.past
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? verbForm.third : verbForm.base
}

/** True of the form of a verb that has a subject of its own. */
export function isFinite(form: number): boolean {
  return form >= verbForm.past && form <= verbForm.modal
}

/** The forms of the verbs in a range, a bit each. */
export function formsIn(form: Uint8Array, from: number, to: number): number {
  let all = 0
  for (let at = from; at < to; at++) if (form[at] !== verbForm.none) all |= 1 << (form[at] as number)
  return all
}

/** Between "and" and the verb that it joins on. */
const mostAdverbs = 2

/** The form of the verb that is joined on at `at` without a subject of its own ("and denied", ", but also wants", "and to go"), else `none`. */
export function joinedForm({ words, pos }: TaggedWords, form: Uint8Array, at: number, stop: number): number {
  let here = words[at] === ',' ? at + 1 : at
  const word = words[here]
  if (word === 'and' || word === 'but' || word === 'or') here++
  else if (here === at) return verbForm.none
  for (let left = mostAdverbs; left > 0 && here < stop && pos[here] === adverb; left--) here++
  if (words[here] === 'to') here++
  return here < stop ? (form[here] as number) : verbForm.none
}

/**
 * What a joined verb goes with by its form: 0 no such verb, 1 neither, 2 the cue ("said it was late | and denied"), 3 a verb of
 * the content ("wants to go | and see"), 4 both. The forms of both are bits, see `formsIn`.
 */
export function joinsTo(joined: number, ofCue: number, ofContent: number): number {
  return joined === verbForm.none ? 0 : 1 + Number(goesWith(joined, ofCue)) + 2 * Number(goesWith(joined, ofContent))
}

/** "To build and sell", "has asked and told": what is joined on goes without its "to" or helper. */
function goesWith(joined: number, all: number): boolean {
  return (
    (all &
      ((1 << joined) |
        (joined === verbForm.base
          ? 1 << verbForm.infinitive
          : joined === verbForm.past
            ? 1 << verbForm.participle
            : 0))) !==
    0
  )
}
