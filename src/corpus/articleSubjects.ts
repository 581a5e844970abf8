import type { Analysis, PlaceRecord } from '../analysis'
import { firstIndex } from '../util/binarySearch'
import { entityNumber } from './entityIds'

/**
 * Whom an article's quotes speak of, and where its places lie: what pictures of a whole folder need, so that ten thousand
 * analyses need not be unpacked. The layout: the number of places with a known position; for each three numbers (12 for
 * "e12"; its position in hundredths of a degree from the south pole, times 65536, and from 180 degrees west; index of its kind
 * in `kinds`, with the letters of its country code in the second and third byte); then for each quote the number of entities
 * that its content mentions, and for each of these twice its number, plus one where it acts there.
 */
export type ArticleSubjects = Uint32Array

/** Where a place of an article lies. */
export interface PlacePosition extends Pick<PlaceRecord, 'kind' | 'country' | 'latitude' | 'longitude'> {
  /** 12 for "e12". */
  readonly entity: number
}

/** An entity that the content of a quote mentions, by name, description or pronoun. */
export interface QuoteSubject {
  /** An index of `Analysis.quotes`. */
  readonly quote: number
  /** 12 for "e12". */
  readonly entity: number
  /** One of the mentions is by an actor: a person, an organization, a group, or a place that acts. */
  readonly isActor: boolean
}

const kinds: readonly PlaceRecord['kind'][] = ['country', 'region', 'capital', 'city']
/** Numbers for each place. */
const columns = 3

/** Collects them. Pure; linear in the analysis. */
export function articleSubjects({ entities, mentions, quotes }: Analysis): ArticleSubjects {
  const numbers: number[] = [0]
  for (const { id, places } of entities) {
    const place = places[0]
    if (!place) continue
    numbers[0]!++
    numbers.push(
      entityNumber(id),
      Math.round((place.latitude + 90) * 100) * 65536 + Math.round((place.longitude + 180) * 100),
      kinds.indexOf(place.kind) + place.country.charCodeAt(0) * 256 + place.country.charCodeAt(1) * 65536
    )
  }
  for (const { content } of quotes) {
    const found = new Map<number, boolean>()
    for (const span of content) {
      for (
        let index = firstIndex(mentions.length, (at) => mentions[at]!.start >= span.start);
        index < mentions.length && mentions[index]!.start < span.end;
        index++
      ) {
        const { end, entity, type, acting } = mentions[index]!
        if (end > span.end) continue
        const number = entityNumber(entity)
        found.set(number, found.get(number) === true || type !== 'place' || acting)
      }
    }
    numbers.push(found.size)
    for (const [number, isActor] of found) numbers.push(2 * number + (isActor ? 1 : 0))
  }
  return Uint32Array.from(numbers)
}

export function placePositions(subjects: ArticleSubjects): readonly PlacePosition[] {
  return Array.from({ length: subjects[0] ?? 0 }, (_, index) => {
    const at = 1 + index * columns
    const [entity = 0, position = 0, kind = 0] = subjects.subarray(at, at + columns)
    return {
      entity,
      latitude: Math.floor(position / 65536) / 100 - 90,
      longitude: (position % 65536) / 100 - 180,
      kind: kinds[kind & 255] ?? 'city',
      country: String.fromCharCode((kind >>> 8) & 255, (kind >>> 16) & 255)
    }
  })
}

/** In order of quote, and in it of the first mention. */
export function* quoteSubjects(subjects: ArticleSubjects): Generator<QuoteSubject> {
  let at = 1 + (subjects[0] ?? 0) * columns
  for (let quote = 0; at < subjects.length; quote++) {
    const end = at + 1 + subjects[at]!
    while (++at < end) yield { quote, entity: subjects[at]! >>> 1, isActor: (subjects[at]! & 1) > 0 }
  }
}

/** Whether the numbers have the layout of subjects: a file may be damaged. */
export function areSubjects(numbers: Uint32Array): boolean {
  if (numbers.length === 0) return false
  let at = 1 + numbers[0]! * columns
  while (at < numbers.length) at += 1 + numbers[at]!
  return at === numbers.length
}
