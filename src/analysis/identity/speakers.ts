import { firstIndex } from '../../util/binarySearch'
import { mapped } from '../../util/mapped'
import type { Attribution } from '../analysis'
import { cueSubject } from './cueSubject'
import { nextTurn, standingQuotation } from '../quotations'
import type { Discourse, Speaker } from './discourse'
import { standingSpeaker } from './standingSpeaker'
import { nearerSpeaker } from './nearerSpeaker'
import { tokenFrom } from './articleTables'
import type { Resolved } from './resolve'

/** The speaker of each attribution, in their order; null where the text does not say. */
export function findSpeakers(resolved: Resolved): readonly (Speaker | null)[] {
  const { discourse, resolutions } = resolved
  const { tables, references } = discourse
  const speakers: (Speaker | null)[] = mapped(tables.attributions, () => null)
  references.forEach((reference, index) => {
    const resolution = resolutions[index]
    if (resolution)
      for (const attribution of reference.sources)
        speakers[attribution] = { actor: resolution.actor, rule: resolution.rule }
  })
  tables.attributions.forEach((attribution, index) => {
    const actor =
      attribution.source === null && !speakers[index] && attribution.rule !== 'turn'
        ? cueSubject(attribution, resolved)
        : null
    if (actor) speakers[index] = { actor, rule: 'subject-of-cue' }
  })
  speakers.forEach((_, index) => {
    const other = nearerSpeaker(index, resolved, speakers)
    if (other >= 0) speakers[index] = { actor: speakers[other]!.actor, rule: 'nearer-speaker' }
  })
  continueSpeakers(discourse, speakers)
  nameFirstPersons(discourse, speakers)
  return speakers
}

/**
 * A direct quote without a source goes on where the one before it, in the same or the last paragraph, stopped; one that
 * stands by itself is of whom the text before it tells, and the next turn of who spoke before the last one.
 */
function continueSpeakers(discourse: Discourse, speakers: (Speaker | null)[]): void {
  const { article, attributions } = discourse.tables
  const order = mapped(attributions, (_, index) => index).sort(
    (a, b) => position(attributions[a]!) - position(attributions[b]!)
  )
  let last: Speaker | null = null
  let lastParagraph = -2
  /** Who spoke in this paragraph, turn by turn; null for somebody unknown. */
  let turns: (Speaker | null)[] = []
  for (const index of order) {
    const attribution = attributions[index]!
    const paragraph = article.sentences[sentenceAt(article, position(attribution))]?.paragraph ?? -1
    if (paragraph !== lastParagraph) turns = []
    if (attribution.rule === nextTurn) speakers[index] = otherTurn(turns)
    else if (attribution.rule === standingQuotation) {
      const actor = standingSpeaker(discourse, position(attribution))
      speakers[index] = actor && { actor, rule: 'brought-up-before' }
    } else if (
      // "Q." says that somebody else speaks now, and not who.
      !speakers[index] &&
      attribution.source === null &&
      attribution.rule !== 'turn' &&
      last
    ) {
      if (attribution.kind === 'direct' && paragraph - lastParagraph <= 1)
        speakers[index] = { actor: last.actor, rule: 'continued-quote' }
      else if (paragraph === lastParagraph && saysOn(article.text, attribution))
        speakers[index] = { actor: last.actor, rule: 'continued-speech' }
    }
    turns.push(speakers[index]!)
    if (speakers[index]) last = speakers[index]
    lastParagraph = paragraph
  }
}

/** "I think" in somebody's direct words is theirs: what lies within a quotation comes behind it, and asks who says that. */
function nameFirstPersons({ tables: { article, attributions } }: Discourse, speakers: (Speaker | null)[]): void {
  const open: number[] = []
  const order = mapped(attributions, (_, index) => index).sort(
    (a, b) => position(attributions[a]!) - position(attributions[b]!)
  )
  for (const index of order) {
    const { source, kind } = attributions[index]!
    const words = source?.[0]
    if (words && !speakers[index] && /^(?:I|me|my)$/.test(article.text.slice(words.start, words.end))) {
      const around = open.findLast((other) =>
        attributions[other]!.content.some((piece) => piece.start <= words.start && words.end <= piece.end)
      )
      const speaker = around === undefined ? null : speakers[around]
      if (speaker && speaker.actor.type === 'person') speakers[index] = { actor: speaker.actor, rule: 'quoted-self' }
    }
    if (kind === 'direct') open.push(index)
    if (open.length > mostAround) open.shift()
  }
}

const mostAround = 8

/** Two who speak in turns: who spoke before the last one. */
function otherTurn(turns: readonly (Speaker | null)[]): Speaker | null {
  const before = turns.at(-2)
  return before && before.actor !== turns.at(-1)?.actor ? { actor: before.actor, rule: 'turn-by-turn' } : null
}

/** "…, and said ..." without a subject of its own: the cue is a plain verb of saying, not "was called". */
function saysOn(text: string, { cue }: Attribution): boolean {
  return (
    cue?.length === 1 &&
    /^(?:and\s+)?(?:said|says|saying|added|adds|adding|noted|notes|noting|told|explained)$/i.test(
      text.slice(cue[0]!.start, cue[0]!.end).trim()
    )
  )
}

function position(attribution: { readonly content: readonly { readonly start: number }[] }): number {
  return attribution.content[0]?.start ?? 0
}

function sentenceAt(article: Resolved['discourse']['tables']['article'], offset: number): number {
  const token = tokenFrom(article, offset)
  const { sentences } = article
  return firstIndex(sentences.length - 1, (index) => sentences[index]!.endToken > token)
}
