import { l10n } from 'vscode'
import type { PlaceRecord } from '../analysis'
import { shownText } from '../article'
import { addressLinks } from './addresses'
import { decideLinks } from './decideLinks'
import type { EntityCard } from './hoverCards'
import { isWritten } from './entityAt'
import { folderLine, type FolderCard } from './folderLine'
import { mentionLinks, quoteList, type HoverText } from './hoverText'
import { spanLink } from './links'
import { escapeMarkdown, excerpt } from './markdownText'
import { entityTypeName, identification } from './vocabulary'

/** The hover of an entity as Markdown: its name, descriptions, aliases, addresses, mentions, other articles and quotes, and what can be decided. */
export function entityHover(
  card: EntityCard,
  text: HoverText,
  folder: FolderCard | undefined,
  addresses: readonly string[]
): string {
  const { entity, mentions, quotes } = card
  const place = entity.places[0]
  const aliases = entity.aliases.filter((alias) => alias.toLowerCase() !== entity.name.toLowerCase())
  const linked = addressLinks(addresses)
  const facts = [
    headline(card, text),
    place && placeFacts(place, text),
    entity.descriptions.length > 0 && escapeMarkdown(entity.descriptions.join('; ')),
    aliases.length > 0 && l10n.t('Also called: {0}', escapeMarkdown(aliases.join(', '))),
    entity.places.length > 1 &&
      l10n.t('Could also be: {0}', escapeMarkdown(entity.places.slice(1, 4).map(placeName).join('; '))),
    linked !== undefined && l10n.t('Linked to: {0}', linked),
    reason(card)
  ]
  const { start, end } = card.mention
  const actions = decideLinks({ uri: text.uri, start, end, about: 'mention' }, card.mention)
  const count = mentions.length === 1 ? l10n.t('Mentioned once:') : l10n.t('Mentioned {0} times:', mentions.length)
  return [
    facts.filter((fact) => typeof fact === 'string').join('  \n'),
    `${count} ${mentionLinks(mentions, text)}`,
    folder ? folderLine(folder) : '',
    quotes.length > 0
      ? `${quotes.length === 1 ? l10n.t('Quoted once:') : l10n.t('Quoted {0} times:', quotes.length)}\n\n${quoteList(quotes, text)}`
      : '',
    actions
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** "the official → **a senior party official** · person": the name is a link to the defining mention. */
function headline({ entity, mention, defining }: EntityCard, hover: HoverText): string {
  const type = mention.type === 'place' && mention.acting ? l10n.t('place, acting') : entityTypeName(entity.type)
  const name = escapeMarkdown(entity.name)
  if (!defining || mention === defining || isWritten(hover, mention, entity.name)) return `**${name}** \u00B7 ${type}`
  return `${escapeMarkdown(excerpt(shownText(hover, mention), 60))} \u2192 **${spanLink(name, hover.uri, defining)}** \u00B7 ${type}`
}

/** Why a description or pronoun is taken for this entity; undefined for names, which need no reason. */
function reason({ mention, defining }: EntityCard): string | undefined {
  if (mention.form === 'name' || mention === defining || mention.decidedBy !== undefined) return undefined
  return `*${escapeMarkdown(identification(mention))}*`
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
  const people =
    place.population === null
      ? []
      : [l10n.t('{0} inhabitants', new Intl.NumberFormat(language).format(place.population))]
  return [escapeMarkdown(placeName(place)), `${latitude}, ${longitude}`, ...people].join(' \u00B7 ')
}

function placeName({ name, kind, countryName }: PlaceRecord): string {
  if (kind === 'country') return l10n.t('country')
  return name === countryName ? name : `${name}, ${countryName}`
}
