import { namesRole, nounSense } from '../lexicon/nouns'
import { titleSense } from '../lexicon/titles'

/** The families of the offices and professions that a description names: "deputy water minister" -> deputy's and minister's. */
export function officesOf(description: string): readonly string[] {
  return description.split(/[^\p{L}.-]+/u).flatMap((word) => {
    const sense = nounSense(word)
    const family = sense ? (sense.kind === 'person' ? sense.family : null) : titleSense(word)?.family
    return family ? [family] : []
  })
}

/** True when one person can well be called both: a senator is a lawmaker. */
export function officesAgree(a: string, b: string): boolean {
  return namesRole(a, b) || namesRole(b, a)
}

/** False when one is of the arts or of sport and the other of the state or another of these: "a singer" and "a mayor". */
export function officesOfOneField(a: string, b: string): boolean {
  const field = fields.get(a)
  const other = fields.get(b)
  return field === undefined || other === undefined || field === other
}

const fields = new Map(
  [
    'actor singer musician artist filmmaker poet',
    'player athlete',
    'president vice-president premier chancellor minister senator representative lawmaker governor mayor ambassador envoy diplomat negotiator judge prosecutor general'
  ].flatMap((line, field) => line.split(' ').map((family) => [family, field] as const))
)
