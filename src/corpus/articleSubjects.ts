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
    const position = subjects[at + 1]!
    const kind = subjects[at + 2]!
    return {
      entity: subjects[at]!,
      latitude: Math.floor(position / 65536) / 100 - 90,
      longitude: (position % 65536) / 100 - 180,
      kind: kinds[kind & 255] ?? 'city',
      country: String.fromCharCode((kind >>> 8) & 255, (kind >>> 16) & 255)
    }
  })
}

/**
 * Tells the entities that the content of each quote mentions, by name, description or pronoun: in order of quote, and in it of the first
 * mention. A callback, not a generator: a folder has hundreds of thousands.
 */
export function eachSubject(subjects: ArticleSubjects, tell: TellSubject): void {
  let at = 1 + (subjects[0] ?? 0) * columns
  for (let quote = 0; at < subjects.length; quote++) {
    const end = at + 1 + subjects[at]!
    while (++at < end) tell(quote, subjects[at]! >>> 1, (subjects[at]! & 1) > 0)
  }
}

/**
 * @param quote an index of `Analysis.quotes`
 * @param entity 12 for "e12"
 * @param isActor one of the mentions is by an actor: a person, an organization, a group, or a place that acts
 */
export type TellSubject = (quote: number, entity: number, isActor: boolean) => void

/** Whether the numbers have the layout of subjects: a file may be damaged. */
export function areSubjects(numbers: Uint32Array): boolean {
  if (numbers.length === 0) return false
  let at = 1 + numbers[0]! * columns
  while (at < numbers.length) at += 1 + numbers[at]!
  return at === numbers.length
}
