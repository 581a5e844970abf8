import type { Article } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'
import { flatMapped } from '../../util/mapped'
import type { NamedMention } from '../analysis'
import { withNicknames } from './nicknames'
import { capitalNouns, slugs } from './slugs'

/** What form and neighbours say about names outranks the tagger: ranks and honours are no parts of them, offices in capitals are none, a seat is a place. `names` are ordered and do not overlap. */
export function mendNames(article: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  const explained = lazy(() => new Set([...article.text.matchAll(/\((\p{Lu}{2,5})\)/gu)].map(([, office]) => office)))
  const parted = flatMapped(names, (name) => withoutRanks(article, name, explained)).filter(
    (name) => !isNoName(article, name)
  )
  const joined = withNicknames(article, lastNameFirst(article, parted))
  const ofDateline = datelinePlaces(article, joined)
  const waters = watersOf(article, joined)
  return joined.map((name) => asWater(article, withSeat(article, asInDateline(article, name, ofDateline)), waters))
}

/** What is told to be a river or a lake somewhere: "the Tarn river", "the Tarn River", "the bed of the Tarn", "The Tarn rises in the hills". */
function watersOf({ text }: Article, names: readonly NamedMention[]): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ type, start, end }) => {
      const called = type === 'place' ? wholeWater.exec(text.slice(start, end))?.[1] : undefined
      if (called !== undefined) return [called]
      const isWater =
        waterBehind.test(text.slice(end, end + 20)) ||
        (/\bthe $/i.test(text.slice(start - 4, start)) &&
          (waterBefore.test(text.slice(Math.max(0, start - 24), start)) || flows.test(text.slice(end, end + 24))))
      return isWater ? [text.slice(start, end)] : []
    })
  )
}

const wholeWater = /^(\p{Lu}\S+) (?:River|Lake|Canal)$/u
const waterBehind = /^ (?:rivers?|lakes?|reservoir|canal|delta|estuary)\b/
const waterBefore = /\b(?:waters?|banks?|bed|mouth|course|tributary|source) of the $/
const flows = /^ (?:rises? in|flows?|runs? (?:past|through|into)|burst its banks|empties into|floods?)\b/

function asWater({ text }: Article, name: NamedMention, waters: ReadonlySet<string>): NamedMention {
  return name.type !== 'place' && waters.has(text.slice(name.start, name.end))
    ? { ...name, type: 'place', acting: false, description: null }
    : name
}

/** Where the article comes from: the places of its dateline, in lower case. */
function datelinePlaces({ text, dateline }: Article, names: readonly NamedMention[]): ReadonlySet<string> {
  return new Set(
    names
      .filter(({ type, start, end }) => type === 'place' && dateline && dateline.start <= start && end <= dateline.end)
      .map(({ start, end }) => text.slice(start, end).toLowerCase())
  )
}

/** "YANGIBULAK —" above: Yangibulak is nobody in the text below either. */
function asInDateline({ text }: Article, name: NamedMention, places: ReadonlySet<string>): NamedMention {
  return name.type === 'person' && places.has(text.slice(name.start, name.end).toLowerCase())
    ? { ...name, type: 'place', description: null }
    : name
}

/** Before a name: "Det Ch Insp Ana Silk", "Engr. Abel Sorro", "née Holm", "Born Ana Holm", "Thanks Ana". */
const before = new Set(
  'det ch insp supt sgt con cons pc dc ds dci dcs cllr engr barr hon rt adm cmdr cdr capt col lt gen maj brig cpl pte pvt rev dr prof mr mrs ms messrs sen rep gov née nee né born thanks hello hi dear'.split(
    ' '
  )
)
/** Behind one: "Mark Brown KC". */
const behind = new Set('KC QC MP MPs MEP MSP MD PhD DPhil MBA Esq OBE CBE MBE KBE DBE FRS CPA RN TD AM MLA'.split(' '))

/** A name without the ranks and honours at its ends; two where a bar parts them. */
function withoutRanks(
  { text }: Article,
  name: NamedMention,
  explained: () => ReadonlySet<string | undefined>
): readonly NamedMention[] {
  const whole = text.slice(name.start, name.end)
  const office = name.type === 'person' ? /^(\p{Lu}{2,5}) \p{Lu}\p{Ll}/u.exec(whole)?.[1] : undefined
  // "Special Envoy (SE) for Chad" above: "SE Silk" is Silk.
  if (office && explained().has(office)) return [{ ...name, start: name.start + office.length + 1 }]
  if (!mayHaveRank(whole, name)) return [name]
  const words = [...whole.matchAll(/[^\s|]+|\|/g)].map(({ 0: word, index }) => ({
    word,
    start: name.start + index,
    end: name.start + index + word.length
  }))
  const bar = words.findIndex(({ word }) => word === '|')
  if (bar > 0 && bar < words.length - 1)
    return [
      { ...name, end: words[bar - 1]!.end },
      { ...name, type: name.type === 'person' ? 'place' : name.type, description: null, start: words[bar + 1]!.start }
    ]
  if (name.type !== 'person') return [name]
  let first = 0
  let last = words.length
  while (
    first < last &&
    before.has(words[first]!.word.replace(/\.$/, '').toLowerCase()) &&
    words[first]!.word !== words[first]!.word.toUpperCase()
  )
    first++
  if (first === last) return words.length === 1 && text[name.end] === '.' ? [] : [name]
  while (last - first > 2 && behind.has(words[last - 1]!.word.replaceAll('.', ''))) last--
  const isWhole = first === 0 && last === words.length
  return isWhole ? [name] : [{ ...name, start: words[first]!.start, end: words[last - 1]!.end }]
}

/** Told by the first word and the last, since nearly no name has one. */
function mayHaveRank(whole: string, { type }: NamedMention): boolean {
  if (whole.includes('|')) return true
  if (type !== 'person') return false
  const first = /^\S+/.exec(whole)?.[0] ?? ''
  return (
    before.has(first.replace(/\.$/, '').toLowerCase()) ||
    behind.has(whole.slice(whole.lastIndexOf(' ') + 1).replaceAll('.', ''))
  )
}

/** "UPDATE:" above a paragraph, "the CFO", "A HOUSE in Oakridge" where papers write first words in capitals. */
function isNoName({ text, tokens }: Article, { start, end }: NamedMention): boolean {
  const words = text.slice(start, end)
  if (capitalNouns.has(words)) return true
  // Parliament's "my hon. Friend".
  if (/^(?:Friend|Member|Lady|Gentleman|Baroness)$/.test(words))
    return /\bhon(?:\.|ourable) $/i.test(text.slice(Math.max(0, start - 12), start))
  if (words !== words.toUpperCase() || words.length < 3) return false
  const first = firstIndex(tokens.length, (at) => tokens[at]!.end > start)
  const next = tokens[firstIndex(tokens.length, (at) => tokens[at]!.start >= end)]
  if (next?.text === ':' && words.split(' ').some((word) => slugs.has(word))) return true
  return /^an?$/i.test(tokens[first - 1]?.text ?? '') && headEnd.test(next?.text ?? '')
}

/** What follows the noun that "a" belongs to. */
const headEnd =
  /^(?:who|which|that|whose|has|had|have|is|was|were|are|will|would|could|can|may|might|must|in|on|at|of|from|with|by|for|to|and|after|before|as|near|outside|inside|accused|found|said|died|dies|wanted|[.,;:])$/

/** "Marsh, Donald; Lind, Mara": in lists, and where a sentence begins so. */
function lastNameFirst({ text, tokens, sentences }: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  if (!names.some((name, index) => isPairAt(text, name, names[index + 1]))) return names
  const starts = new Set(sentences.map(({ firstToken }) => tokens[firstToken]?.start))
  const joined: NamedMention[] = []
  let lastEnd = -1
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    const next = names[index + 1]
    const isPair = isPairAt(text, name, next)
    const inList =
      isPair &&
      (/^\s*;/.test(text.slice(next.end, next.end + 3)) ||
        (lastEnd >= 0 && /^;(?: and)?\s*$/.test(text.slice(lastEnd, name.start))))
    const opens =
      isPair &&
      starts.has(name.start) &&
      /^ (?:is|was|has|had|said|won|will)\b/.test(text.slice(next.end, next.end + 6))
    if (!inList && !opens) {
      joined.push(name)
      continue
    }
    joined.push({ ...next, start: name.start, description: null })
    lastEnd = next.end
    index++
  }
  return joined
}

function isPairAt(text: string, name: NamedMention, next: NamedMention | undefined): next is NamedMention {
  return (
    next?.type === 'person' &&
    next.start - name.end === 2 &&
    text.slice(name.end, next.start) === ', ' &&
    oneWord.test(text.slice(name.start, name.end)) &&
    oneWord.test(text.slice(next.start, next.end))
  )
}

const oneWord = /^\p{Lu}[\p{L}'\u2019-]+$/u

/** "the Conservative MP for Harrow": a seat is a place, whatever else is called so. */
function withSeat({ text }: Article, name: NamedMention): NamedMention {
  if (name.type === 'place' || name.type === 'group') return name
  const head = text.slice(Math.max(0, name.start - 24), name.start)
  const isSeat =
    /\b(?:MP|MSP|MEP|MLA|TD|[Ss]enator|[Cc]ongress(?:wo)?man|[Cc]ouncillor|[Aa]ssembly(?:wo)?man) (?:for|from) $/.test(
      head
    )
  const stands = /^(?:[,.;)]| (?:said|says|told|was|is|has|who|and)\b|$)/.test(text.slice(name.end, name.end + 6))
  return isSeat && stands ? { ...name, type: 'place', description: null } : name
}
