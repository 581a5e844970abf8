import type { PlaceRecord } from '../analysis'
import type { Gazetteer } from '../entities'
import { lazy } from '../../util/lazy'
import { flatMapped } from '../../util/mapped'
import type { Steps } from '../../util/steps'
import type { ArticleTables } from './articleTables'
import { newActor, type Actor, type Discourse } from './discourse'
import { givenNameGender, lastNameGender } from './lexicon/givenNames'
import type { Gender } from './lexicon/nouns'
import { addressGender } from './names/bearers'
import { chainNames } from './names/nameChains'
import { findReferences } from './references/findReferences'
import { rolesOfName } from './roles'

/** What is known before the first reference is placed: all references, and who bears the names. */
export function* startDiscourse(tables: ArticleTables, gazetteer: Gazetteer): Steps<Discourse> {
  const references = yield* findReferences(tables)
  const actors: Actor[] = []
  const named: Actor[] = []
  const chains = yield* chainNames(tables.article.text, tables.names)
  yield
  for (const chain of chains) {
    const full = chain.written[0]!
    const addressed = chain.type === 'person' ? addressedGender(tables, chain.mentions) : null
    const actor = newActor(actors, {
      chain,
      type: chain.type,
      number: chain.type === 'group' ? 'many' : 'one',
      gender:
        addressed ??
        (chain.type === 'person' ? (givenNameGender(full.words[0]!) ?? lastNameGender(full.words.at(-1)!)) : null),
      // One word alone may be a last name, and a last name's ending only hints.
      genderSure:
        addressed !== null ||
        (full.words.length > 1 &&
          (givenNameGender(full.words[0]!) !== null || lastNameGender(full.words.at(-1)!) === null)),
      roles: chain.type === 'person' ? [] : flatMapped(chain.written, (written) => rolesOfName(written.words))
    })
    for (const mention of chain.mentions) named[mention] = actor
  }
  yield
  return {
    tables,
    references,
    actors,
    named,
    resolved: [],
    headAt: new Int32Array(tables.article.tokens.length).fill(-1),
    spoken: [],
    byFamily: new Map(),
    byDescription: new Map(),
    byAnchor: new Map(),
    byMembers: new Map(),
    byWritten: new Map(),
    lowerCase: lazy(() => lowerCaseWords(tables)),
    placeKind: placeKinds(tables, gazetteer),
    countryOf: countries(gazetteer)
  }
}

/** Of the words that stand at the beginning of some sentence, since no others are asked for. */
function lowerCaseWords({ article: { tokens, sentences } }: ArticleTables): ReadonlySet<string> {
  const opening = new Set(sentences.map(({ firstToken }) => tokens[firstToken]?.text.toLowerCase() ?? ''))
  const found = new Set<string>()
  for (const { text } of tokens) if (opening.has(text) && /^\p{Ll}/u.test(text)) found.add(text)
  return found
}

/** Each place is looked up when first asked for, and once. */
function placeKinds({ article, names }: ArticleTables, gazetteer: Gazetteer): Discourse['placeKind'] {
  const known = new Map<Actor, PlaceRecord['kind'] | null>()
  return (actor) => {
    let kind = known.get(actor)
    if (kind === undefined) {
      const { start, end } = names[actor.chain!.written[0]!.mentions[0]!]!
      known.set(actor, (kind = gazetteer.lookUp(article.text.slice(start, end))[0]?.kind ?? null))
    }
    return kind
  }
}

function countries(gazetteer: Gazetteer): Discourse['countryOf'] {
  const known = new Map<string, string | null>()
  return (word) => {
    let code = known.get(word)
    if (code === undefined)
      known.set(word, (code = (gazetteer.demonym(word) ?? gazetteer.country(word))?.country ?? null))
    return code
  }
}

/** "Ms Brook" anywhere tells the gender everywhere; null when the text never says so, or says both. */
function addressedGender({ article, names }: ArticleTables, mentions: readonly number[]): Gender | null {
  let found: Gender | null = null
  for (const mention of mentions.slice(0, mentionsAddressed)) {
    const gender = addressGender(article.text, names[mention]!)
    if (gender && found && gender !== found) return null
    found ??= gender
  }
  return found
}

const mentionsAddressed = 40
