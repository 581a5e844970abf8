import type { PlaceRecord } from '../analysis'
import { shownText } from '../article'
import { l10n } from '../workspace/l10n'
import { addressLinks } from './addresses'
import { isWritten } from './entityAt'
import type { EntityCard } from './hoverCards'
import type { HoverCounts } from './hoverCounts'
import { actionsLine, countsLine, hoverLines, reasonLine, type HoverTarget, type HoverText } from './hoverLines'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'
import { identityReason } from './reasons'
import { mentionTypeName } from './vocabulary'

/**
 * The hover of an entity as four lines of Markdown: who it is, why we think so, how often it is quoted and mentioned, and what can
 * be done about it.
 * @param counts over the folder where that has the article, else of the article
 * @param addresses that a person gave to it
 */
export function entityHover(
  card: EntityCard,
  text: HoverText,
  counts: HoverCounts,
  addresses: readonly string[]
): string {
  const { entity, mention } = card
  const target: HoverTarget = { uri: text.uri, start: mention.start, end: mention.end, about: 'mention' }
  return hoverLines(
    [
      [headline(card, text), roleOf(card, text), addressLinks(addresses)].filter(Boolean).join(' \u00B7 '),
      reasonLine(mention, identityReason(mention.rule)),
      countsLine(counts, entity.name, target)
    ],
    actionsLine(target, mention)
  )
}

/** "the official → **a senior party official** · person": the name is a link to the defining mention. */
function headline({ entity, mention, defining }: EntityCard, hover: HoverText): string {
  const name = escapeMarkdown(excerpt(entity.name, 80))
  const type = mentionTypeName(mention.type === 'place' ? mention : { type: entity.type, acting: false })
  if (!defining || mention === defining || isWritten(hover, mention, entity.name)) return `**${name}** \u00B7 ${type}`
  return `${escapeMarkdown(excerpt(shownText(hover, mention), 60))} \u2192 **${spanLink(name, hover.uri, defining)}** \u00B7 ${type}`
}

/** How the text describes somebody, and where a place is; what the headline says already is not said again. */
function roleOf({ entity, mention }: EntityCard, hover: HoverText): string | undefined {
  const place = entity.places[0]
  if (place) return placeFacts(place, hover)
  const said = [entity.name, shownText(hover, mention)].map((words) => words.toLowerCase())
  const role = entity.descriptions.find((words) => !said.some((known) => known.includes(words.toLowerCase())))
  return role === undefined ? undefined : escapeMarkdown(excerpt(role, 80))
}

function placeFacts(place: PlaceRecord, { language }: HoverText): string {
  const degrees = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const latitude =
    place.latitude < 0
      ? l10n.t('{0}° S', degrees.format(-place.latitude))
      : l10n.t('{0}° N', degrees.format(place.latitude))
  const longitude =
    place.longitude < 0
      ? l10n.t('{0}° W', degrees.format(-place.longitude))
      : l10n.t('{0}° E', degrees.format(place.longitude))
  return [...placeName(place), `${latitude}, ${longitude}`].join(' \u00B7 ')
}

function placeName({ name, kind, countryName }: PlaceRecord): readonly string[] {
  if (kind === 'country') return [l10n.t('country')]
  return name === countryName ? [] : [escapeMarkdown(countryName)]
}
