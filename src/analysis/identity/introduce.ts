import { mapped } from '../../util/mapped'
import { wordAt } from './articleTables'
import { final, firstMention, newActor, type Discourse, type Resolution } from './discourse'
import { guessNoun, type Guess } from './lexicon/guessedNouns'
import type { NounSense } from './lexicon/nouns'
import { ageRoles, memberRoles, roleWords } from './phraseRoles'
import type { NounPhrase } from './references/nounPhrase'
import type { Reference } from './references/reference'
import { agentRoles } from './roles'
import { groupDescription, twoLastPeople } from './sieves/groupDescription'
import { joinedNames, membersKey } from './sieves/joinedNames'
import { anchorOf } from './sieves/sameAnchor'
import { standingBy } from './standing'

/** Somebody new: a description or a group that no sieve could place. Pronouns introduce nobody. */
export function introduce(reference: Reference, discourse: Discourse): Resolution | null {
  const pair = reference.phrase && twoLastPeople(reference.phrase, discourse, reference.sentence)
  if (reference.members.length > 1 || pair) {
    const members = [
      ...new Set(
        mapped(pair ?? mapped(reference.members, (name) => final(discourse.named[name]!)), (actor) => actor.index)
      )
    ]
    const actor = newActor(discourse.actors, { type: 'group', number: 'many', members, phrase: reference })
    discourse.byMembers.set(membersKey(members), actor)
    return pair
      ? { actor, rule: groupDescription.rule, confidence: 0.5 }
      : { actor, rule: joinedNames.rule, confidence: joinedNames.confidence }
  }
  const { phrase } = reference
  if (!phrase) {
    if (reference.pronoun?.kind !== 'we' || reference.sources.length === 0) return null
    return {
      actor: newActor(discourse.actors, { type: 'group', number: 'many', phrase: reference }),
      rule: firstMention,
      confidence: 0.5
    }
  }
  const { sense } = phrase
  const guess = sense ? describedAs(sense) : hasTurn(reference, discourse) ? somebody : guessSpeaker(phrase, discourse)
  if (!guess) return null
  const actor = newActor(discourse.actors, {
    ...guess,
    document: sense?.kind === 'document',
    gender: sense?.gender ?? null,
    genderSure: true,
    phrase: reference,
    anchor: anchorOf(reference, discourse),
    roles: sense
      ? [
          { family: sense.family, standing: standingBy(phrase.modifiers), words: roleWords(phrase) },
          ...memberRoles(phrase, discourse.tables),
          ...ageRoles(phrase),
          ...agentRoles(discourse.tables, phrase.end)
        ]
      : []
  })
  return { actor, rule: firstMention, confidence: 0.9 }
}

/** "Interviewer:", "PRESIDING OFFICER:": who has a turn is somebody. */
function hasTurn({ sources }: Reference, { tables: { attributions } }: Discourse): boolean {
  return sources.some((source) => attributions[source]!.rule === 'turn')
}

const somebody: Guess = { type: 'person', number: 'one' }

function describedAs({ kind, number }: NounSense): Guess {
  return {
    type: kind === 'document' ? 'organization' : kind === 'person' && number === 'many' ? 'group' : kind,
    number
  }
}

/** Of "Radar sees" the capital is the sentence's: a noun that we do not know and nothing determines is no speaker. */
function guessSpeaker(
  { head, determiner, proper, modifiers }: NounPhrase,
  { tables, lowerCase }: Discourse
): Guess | null {
  const word = wordAt(tables, head)
  const opens = tables.article.sentences[tables.sentenceAt[head]!]!.firstToken === head
  const isName = proper || (/^\p{Lu}/u.test(word) && !(opens && lowerCase().has(word.toLowerCase())))
  const guess = guessNoun(word)
  return guess.type === 'organization' &&
    determiner === 'bare' &&
    !isName &&
    !modifiers.some((modifier) => /^\d/.test(modifier))
    ? null
    : guess
}
