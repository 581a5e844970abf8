import { firstIndex } from '../../util/binarySearch'
import { mapped } from '../../util/mapped'
import type { Attribution } from '../analysis'
import { cueSubject } from './cueSubject'
import type { Speaker } from './discourse'
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
  continueSpeakers(discourse.tables, speakers)
  return speakers
}

/** A direct quote without a source goes on where the one before it, in the same or the last paragraph, stopped. */
function continueSpeakers(
  { article, attributions }: Resolved['discourse']['tables'],
  speakers: (Speaker | null)[]
): void {
  const order = mapped(attributions, (_, index) => index).sort(
    (a, b) => position(attributions[a]!) - position(attributions[b]!)
  )
  let last: Speaker | null = null
  let lastParagraph = -2
  for (const index of order) {
    const attribution = attributions[index]!
    const paragraph = article.sentences[sentenceAt(article, position(attribution))]?.paragraph ?? -1
    // "Q." says that somebody else speaks now, and not who.
    if (!speakers[index] && attribution.source === null && attribution.rule !== 'turn' && last) {
      if (attribution.kind === 'direct' && paragraph - lastParagraph <= 1)
        speakers[index] = { actor: last.actor, rule: 'continued-quote' }
      else if (paragraph === lastParagraph && saysOn(article.text, attribution))
        speakers[index] = { actor: last.actor, rule: 'continued-speech' }
    }
    if (speakers[index]) {
      last = speakers[index]
      lastParagraph = paragraph
    }
  }
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
