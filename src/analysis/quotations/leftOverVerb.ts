import { isReportVerb } from './cueWords'
import { tagOf } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { isFinite, verbForm } from './model/verbForms'
import { isCapital, isTimeWord } from './sources'
import { endOfVerbs } from './verbGroups'
import { adverbial, auxiliaries } from './words'

/**
 * The verb that finds no subject in the clause that begins at `from`, with its adverbs: each subject waits for one verb, and the
 * object of a verb may be one where nothing else is ("knew the road was closed"). Of several the last that can be no participle; -1 for
 * none, or where a quotation stands.
 */
export function leftOverVerb(input: QuotationModelInput, from: number, end: number): number {
  const clause = new Clause()
  let at = from
  while (at < end && !/^[;:\u2013-\u2015()]$|^--?$/.test(input.words[at]!)) {
    if (input.prose.quotationOf[at] !== -1) return -1
    at = clause.read(input, at, end)
  }
  let found = clause.leftOver()
  // "Later withdrew", but "would end soon | has faded".
  if (found >= 0 && !auxiliaries.has(input.words[found]!))
    while (found > from && adverbial(input.words[found - 1]!)) found--
  return found
}

/** What a noun phrase is: it waits for a verb, or may do so, or has its place already. */
type Place = 'subject' | 'object' | 'settled'

/** A clause that is read word by word. */
class Clause {
  private subjects = 0
  private object: 'none' | 'plain' | 'clause' = 'none'
  /** Whether the last verb may have a clause behind it. */
  private takesClause = false
  private isInPhrase = false
  private place: Place = 'subject'
  private nextPlace: Place = 'subject'
  private sure = -1
  private unsure = -1
  /** Verbs whose subject may be the object of the verb before. */
  private behindPlain = -1
  private behindClause = -1

  /** Reads the word at `at` with what goes together with it; gives where to go on. */
  read(input: QuotationModelInput, at: number, end: number): number {
    const { pos, words } = input
    const tag = pos[at]!
    if (isVerb(input, at)) return this.readVerb(input, at, end)
    if (/^(?:who|which)$/.test(words[at]!) || (words[at] === 'that' && tag !== determiner)) {
      if (isFinite(input.form[afterAdverbs(input, at + 1)] ?? verbForm.none)) this.subjects++
      this.next('subject')
    } else if (phraseTags.has(tag) && !isTimeWord(words[at]!)) this.readNominal(tag, pos[at - 1]!)
    else if (tag === conjunction) this.next(this.joinedPlace())
    else if (words[at] === ',') this.next('object')
    else if (tag === preposition || words[at] === 'to') this.next('settled')
    else if (tag === subordinator) this.next('subject')
    else if (tag !== adverb) this.isInPhrase = false
    return at + 1
  }

  /** Where all is read. */
  leftOver(): number {
    return [this.sure, this.unsure, this.behindPlain, this.behindClause].find((at) => at >= 0) ?? -1
  }

  /** "The men and the women": with a subject it waits for the same verb, else it may be one ("in the hall and the men left"). */
  private joinedPlace(): Place {
    if (!this.isInPhrase) return 'subject'
    return this.place === 'subject' ? 'settled' : 'object'
  }

  private next(place: Place): void {
    this.isInPhrase = false
    this.nextPlace = place
  }

  private readNominal(tag: number, before: number): void {
    const isAnother = (tag === determiner || tag === pronoun) && before !== determiner
    if (!this.isInPhrase || isAnother) {
      // "the bridge they built": what stands right behind another one waits for a verb of its own.
      this.place = this.isInPhrase ? 'subject' : this.nextPlace
      if (this.place === 'subject') this.subjects++
      else if (this.place === 'object') this.object = this.takesClause ? 'clause' : 'plain'
    }
    this.isInPhrase = true
  }

  private readVerb(input: QuotationModelInput, at: number, end: number): number {
    const last = endOfVerbs(input, at, end)
    // "That raising taxes is wrong": what is done is a subject, too.
    if (input.form[at] === verbForm.gerund && !this.isInPhrase && this.nextPlace === 'subject') this.subjects++
    if (isFinite(formAt(input, at)) && !isJoined(input, at) && !isBehindOpener(input, at)) this.take(input, at)
    this.object = 'none'
    this.takesClause = isReportVerb(input.words[last]!) || knowing.has(input.words[last]!)
    this.next(beForms.test(input.words[last]!) ? 'settled' : 'object')
    return last + 1
  }

  private take(input: QuotationModelInput, at: number): void {
    if (this.subjects > 0) this.subjects--
    else if (this.object === 'plain') {
      if (this.behindPlain < 0) this.behindPlain = at
    } else if (this.object === 'clause') this.behindClause = at
    else if (!mayBeParticiple(input, at)) this.sure = at
    else if (this.unsure < 0 && opensObject(input, at)) this.unsure = at
  }
}

/** By its tag, or by its form: the tagger takes "was old angered the board" for an adjective, and a name that it does not know for a verb. */
function isVerb({ prose, pos, form, words }: QuotationModelInput, at: number): boolean {
  if (form[at] !== verbForm.none) return !(isCapital(prose, at) && pos[at] === verb)
  if (pasts.has(words[at]!)) return !isCapital(prose, at)
  if (pos[at] !== adjective || !words[at]!.endsWith('ed') || pos[at - 1] === determiner) return false
  return opensObject({ prose, pos, form }, at)
}

/** What follows is its object: "had paid angered Silk", but "deport undocumented Norlanders". */
function opensObject({ prose, pos, form }: Pick<QuotationModelInput, 'prose' | 'pos' | 'form'>, at: number): boolean {
  if (pos[at + 1] === determiner || pos[at + 1] === pronoun) return true
  return isCapital(prose, at + 1) && (pos[at - 1] !== verb || form[at - 1] === verbForm.participle)
}

/** What the tagger takes for an adjective is no other form, and behind "in May" no infinitive stands. */
function formAt({ form, pos, words }: QuotationModelInput, at: number): number {
  const isMisread = form[at] === verbForm.infinitive && words[at - 1] === 'may' && pos[at - 1] !== auxiliary
  return form[at] === verbForm.none || isMisread ? verbForm.past : form[at]!
}

function afterAdverbs({ pos }: QuotationModelInput, from: number): number {
  let at = from
  while (pos[at] === adverb) at++
  return at
}

/** "And left": joined to another verb. */
function isJoined({ pos }: QuotationModelInput, at: number): boolean {
  let before = at - 1
  while (before >= 0 && pos[before] === adverb) before--
  return pos[before] === conjunction
}

/** "When asked". */
function isBehindOpener({ pos, words }: QuotationModelInput, at: number): boolean {
  return pos[at - 1] === subordinator && words[at - 1] !== 'that'
}

/** "A report published in May", "to deport undocumented people": behind a noun, or a verb that waits for its object. */
function mayBeParticiple({ pos, words, form }: QuotationModelInput, at: number): boolean {
  if (pos[at] !== verb || !words[at]!.endsWith('ed')) return false
  return phraseTags.has(pos[at - 1]!) || form[at - 1] === verbForm.infinitive
}

/** Forms that are nothing but verbs with a subject. */
const pasts = new Set('went came took gave knew became began grew drew spoke wrote threw chose flew'.split(' '))
const beForms = /^(?:is|are|was|were|be|been|['\u2019]s|['\u2019]re)$/
/** Verbs that may have a clause behind them and are no reports. */
const knowing = new Set(
  'know knew knows think thinks thought hear heard see saw feel felt find found show shows showed mean means meant'.split(
    ' '
  )
)

const noun = tagOf('NOUN')
const verb = tagOf('VERB')
const auxiliary = tagOf('AUX')
const adverb = tagOf('ADV')
const adjective = tagOf('ADJ')
const pronoun = tagOf('PRON')
const determiner = tagOf('DET')
const conjunction = tagOf('CCONJ')
const preposition = tagOf('ADP')
const subordinator = tagOf('SCONJ')
const phraseTags: ReadonlySet<number> = new Set([noun, tagOf('PROPN'), pronoun, determiner, tagOf('NUM'), adjective])
