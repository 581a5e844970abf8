import { entityTally } from '../entityTally'
import { identityId } from '../entityKey'
import type { EntityTraits } from '../summary'
import { fieldsOf, keyedLine, readTextField, sections, type KeyedLine, type KeyedRecord } from './keys'

/** Who a speaker is. */
export type SpeakerFacts = readonly [id: string, name: string, type: string, named: boolean]

/** Makes speakers and groups, each by its first, of holders, identities and repeated quotes that come in order. */
export interface SecondRound {
  accept(record: KeyedRecord): void
  /** To be called after the last. */
  end(): void
}

export function secondRound(emit: (line: KeyedLine) => void): SecondRound {
  const rooms: Readonly<Record<string, Round>> = {
    [sections.holder]: holderRound(emit),
    [sections.identity]: identityRound(emit),
    [sections.repeat]: repeatRound(emit)
  }
  return {
    accept: ({ key, value }) => rooms[key[0] ?? '']?.accept(fieldsOf(key), value),
    end: () => Object.values(rooms).forEach((round) => round.end())
  }
}

interface Round {
  accept(fields: readonly string[], value: string): void
  end(): void
}

function holderRound(emit: (line: KeyedLine) => void): Round {
  let first: readonly string[] = []
  return {
    accept([, , article, number], value) {
      if (article === undefined || number === undefined) {
        const [place, facts] = JSON.parse(value) as readonly [readonly string[], SpeakerFacts]
        first = place
        emit(keyedLine(sections.speaker, first, facts))
      } else emit(keyedLine(sections.speaker, [...first, article, number], JSON.parse(value)))
    },
    end: () => undefined
  }
}

type Member = readonly [
  name: string,
  type: EntityTraits['type'],
  named: boolean,
  short: boolean,
  isDecided: boolean,
  quotes: readonly number[]
]

function identityRound(emit: (line: KeyedLine) => void): Round {
  let identity: string | undefined
  let first: readonly string[] = []
  let tally = entityTally()
  let isNamed = false
  let isQuoted = false

  function end(): void {
    if (identity === undefined || !isQuoted) return
    const facts: SpeakerFacts = [identityId(readTextField(identity)), tally.best().name, tally.type(), isNamed]
    emit(keyedLine(sections.speaker, first, facts))
  }

  return {
    accept([iri = '', article = '', number = ''], value) {
      const [name, type, named, short, isDecided, quotes] = JSON.parse(value) as Member
      if (iri !== identity) {
        end()
        identity = iri
        first = [article, number]
        tally = entityTally()
        isNamed = false
        isQuoted = false
      }
      isNamed ||= named
      const key = { bucket: null, full: '', words: [], short, acronyms: [] }
      if (isDecided)
        tally.add(
          { name, type, named, key, identity: iri },
          { article: readTextField(article), number: Number(number) }
        )
      if (quotes.length === 0) return
      isQuoted = true
      emit(keyedLine(sections.speaker, [...first, article, number], quotes))
    },
    end
  }
}

interface Repeat {
  readonly article: string
  readonly quote: string
  readonly extent: readonly [start: number, end: number]
}

function repeatRound(emit: (line: KeyedLine) => void): Round {
  let group: string | undefined
  let first: Repeat | undefined
  let last: Repeat | undefined
  const line = ({ article, quote }: Repeat) =>
    keyedLine(sections.group, [first!.article, first!.quote, article, quote], 0)
  return {
    accept([own = '', article = '', quote = ''], value) {
      const repeat = { article, quote, extent: JSON.parse(value) as Repeat['extent'] }
      if (own !== group) {
        group = own
        first = last = repeat
        return
      }
      // A quote and a part of it in the same place are not reuse.
      if (last!.article === article && overlap(last!.extent, repeat.extent)) return
      if (last === first) emit(line(first!))
      emit(line(repeat))
      last = repeat
    },
    end: () => undefined
  }
}

function overlap(a: Repeat['extent'], b: Repeat['extent']): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
