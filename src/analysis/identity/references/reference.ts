import type { Span } from '../../../article'
import type { MentionForm } from '../../analysis'
import type { PronounSense } from '../lexicon/pronouns'
import type { NounPhrase } from './nounPhrase'

/** A place in the text that refers to somebody, before anybody knows to whom. */
export interface Reference extends Span {
  readonly form: MentionForm
  readonly sentence: number
  /** The first and the head token. */
  readonly first: number
  readonly head: number
  /** The name, or -1. */
  readonly name: number
  /** Of a name only when the source describes its bearer first: "an attorney for Roe, Jane Doe,". */
  readonly phrase: NounPhrase | null
  readonly pronoun: PronounSense | null
  /** The attributions whose source this is. */
  readonly sources: readonly number[]
  /** Joined names: the phrase refers to all of them. */
  readonly members: readonly number[]
  /** Of a description the name that it stands in apposition to: "the judge, Jane Roe,"; -1 for none. */
  readonly apposition: number
}
