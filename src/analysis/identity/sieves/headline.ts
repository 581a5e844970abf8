import { final, type Actor, type Discourse, type Sieve } from '../discourse'

/** "Poll: ..." in the headline, "a new Example poll" in the text: a headline leaves out what the text then tells. */
export const headline: Sieve = {
  rule: 'headline',
  confidence: 0.7,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (
      !phrase?.sense ||
      phrase.determiner === 'other' ||
      reference.sentence === 0 ||
      phrase.anchor?.relation === 'possessive'
    )
      return null
    const candidate = discourse.byFamily.get(`${phrase.sense.family} ${phrase.sense.number}`)?.[0]
    const actor = candidate ? final(candidate) : null
    // Nobody has been described with this noun since.
    if (!actor?.phrase?.phrase || actor.chain || describedAgain(actor, discourse)) return null
    const { phrase: bare } = actor.phrase
    return actor.phrase.sentence === 0 &&
      bare.determiner === 'bare' &&
      bare.modifiers.every((word) => phrase.modifiers.includes(word))
      ? actor
      : null
  }
}

function describedAgain(actor: Actor, { references }: Discourse): boolean {
  return actor.references.some((index) => references[index] !== actor.phrase && references[index]!.form !== 'pronoun')
}
