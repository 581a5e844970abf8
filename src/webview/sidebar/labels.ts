import type {
  ArticleEntry,
  EntityEntry,
  EntityKind,
  FolderSource,
  KindCounts,
  MentionEntry,
  NameType,
  QuoteEntry,
  QuoteKind,
  SidebarStrings
} from '../../protocol/sidebar'
import { counted, format, number, percent } from '../shared/format'
import { codeName, codePath, reviewReason, reviewedLabel, stateLabel, statusLabels } from './statusLabels'
import type { NodeContent } from './treeNodes'

/**
 * What a screen reader says of a row: first the words that are seen, in their order, then what icons and numbers mean.
 * Its first words are what type-ahead looks for.
 */
export function rowLabel(content: NodeContent, strings: SidebarStrings): string {
  switch (content.kind) {
    case 'group':
      return sentence(
        content.help ? `${content.label} ${content.help}` : content.label,
        content.count > 0 && number(content.count, strings.locale)
      )
    case 'entity':
      return sentence(
        named(content.entity),
        ...entityFacts(content.entity, strings),
        ...statusLabels(content.entity.status, content.codes, strings)
      )
    case 'mention': {
      const { line, status } = content.mention
      return sentence(
        inContext(content.mention),
        content.mention.isActing === true && strings.acts,
        lineLabel(line, strings),
        ...statusLabels(status, content.codes, strings)
      )
    }
    case 'source': {
      const { source, elsewhere, isOfFolder } = content
      return sentence(
        named(source),
        kindName(source.kind, strings),
        !source.named && strings.unnamed,
        source.count > 0 && quotesLabel(source.count, strings),
        isOfFolder && counted(source.articles, strings.oneArticle, strings.manyArticles, strings.locale),
        source.count > 0 && kindsLabel(source.kinds, strings),
        elsewhere > 0 && counted(elsewhere, strings.oneMore, strings.manyMore, strings.locale),
        source.share > 0 && format(strings.shareOfQuoted, percent(source.share, strings.locale)),
        stateLabel(content.status, strings)
      )
    }
    case 'quote': {
      const { quote, article } = content
      return sentence(
        [article, quote.text].filter(Boolean).join(' '),
        [quoteWho(content, strings), quote.cue].filter(Boolean).join(' '),
        quote.act === 'attitude' && strings.attitude,
        kindLabel(quote.kind, strings),
        ...content.codes.map((code) => codeName(code, strings)),
        quote.status?.memo ?? '',
        lineLabel(quote.line, strings),
        quote.times > 1 && format(strings.reuseTimes, quote.times),
        stateLabel(quote.status, strings),
        content.codes.length > 0 && counted(content.codes.length, strings.oneCode, strings.manyCodes, strings.locale),
        Boolean(quote.status?.memo) && strings.withMemo
      )
    }
    case 'code':
      return sentence(
        codeName(content.code, strings),
        ...content.code.path.slice(0, -1),
        number(content.count, strings.locale)
      )
    case 'coding': {
      const { line, by, memo } = content.coding
      return sentence(
        inContext(content.coding),
        lineLabel(line, strings),
        format(strings.by, by),
        memo !== '' && format(strings.memoIs, memo)
      )
    }
    case 'memo': {
      const { text, surface, line, by } = content.memo
      return sentence(
        text,
        surface || strings.aboutArticle,
        line > 0 && lineLabel(line, strings),
        format(strings.by, by)
      )
    }
    case 'review': {
      const { review, article } = content
      return sentence(
        [article, review.words].filter(Boolean).join(' '),
        reviewedLabel(review, strings),
        reviewReason(review, strings),
        review.place !== null && lineLabel(review.place.line, strings),
        review.state !== 'proposed' && format(strings.by, review.by)
      )
    }
    case 'elsewhere':
      return sentence(content.label, number(content.count, strings.locale))
    case 'quotes':
    case 'action':
    case 'more':
    case 'pending':
    case 'note':
      return content.label
  }
}

/** What the mouse shows over a row: everything that its one line may cut off. */
export function rowTitle(content: NodeContent, strings: SidebarStrings): string {
  switch (content.kind) {
    case 'group':
      return content.title ? `${content.label}\n${content.title}` : content.label
    case 'quotes':
      return content.help
    case 'entity': {
      const { name, aliases } = content.entity
      return [
        name,
        [content.entity.description, ...entityFacts(content.entity, strings)].filter(Boolean).join(', '),
        aliases.length > 0 && format(strings.alsoCalled, aliases.join(', ')),
        ...statusLabels(content.entity.status, content.codes, strings)
      ]
        .filter(Boolean)
        .join('\n')
    }
    case 'mention':
      return [inContext(content.mention), ...statusLabels(content.mention.status, content.codes, strings)].join('\n')
    case 'quote': {
      const { quote } = content
      const help = { direct: strings.directHelp, indirect: strings.indirectHelp, mixed: strings.mixedHelp }[quote.kind]
      return [
        quote.text,
        sentence(quoteSource(quote, strings), quote.cue),
        help,
        quote.act === 'attitude' && strings.attitudeHelp,
        ...statusLabels(quote.status, content.codes, strings)
      ]
        .filter(Boolean)
        .join('\n')
    }
    case 'code':
      return codePath(content.code, strings)
    case 'coding':
    case 'memo':
    case 'review':
    case 'source':
    case 'elsewhere':
    case 'action':
    case 'more':
    case 'pending':
    case 'note':
      return rowLabel(content, strings)
  }
}

/** What a copy of the row is: a quote's words, a name, a line of the text. */
export function rowText(content: NodeContent): string {
  switch (content.kind) {
    case 'entity':
      return content.entity.name
    case 'source':
      return content.source.name
    case 'quote':
      return content.quote.text
    case 'mention':
      return inContext(content.mention)
    case 'code':
      return content.code.path.at(-1) ?? ''
    case 'coding':
      return content.coding.surface
    case 'memo':
      return content.memo.text
    case 'review':
      return content.review.words
    case 'group':
    case 'elsewhere':
    case 'quotes':
    case 'action':
    case 'more':
    case 'pending':
    case 'note':
      return content.label
  }
}

/** What names of a type are called. */
export function typeLabel(type: NameType, strings: SidebarStrings): string {
  return {
    person: strings.persons,
    organization: strings.organizations,
    group: strings.groups,
    place: strings.places
  }[type]
}

/** An article's headline, or its file. */
export function titleOf({ title, name }: ArticleEntry): string {
  return title ?? name
}

/** Where its file is. */
export function fileOf({ name, folder }: ArticleEntry): string {
  return folder ? `${folder}/${name}` : name
}

/** "6 direct, 3 mixed, 1 indirect", without those that are none. */
export function kindsLabel(kinds: KindCounts, strings: SidebarStrings): string {
  return (['direct', 'mixed', 'indirect'] as const)
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => `${number(kinds[kind], strings.locale)} ${strings[kind]}`)
    .join(', ')
}

/** "10 in 5": quotes in articles. */
export function quotesIn({ count, articles }: FolderSource, strings: SidebarStrings): string {
  return format(strings.quotesIn, number(count, strings.locale), number(articles, strings.locale))
}

export function kindName(kind: EntityKind, strings: SidebarStrings): string {
  return {
    person: strings.person,
    organization: strings.organization,
    group: strings.group,
    'acting-place': strings.actingPlace,
    place: strings.place
  }[kind]
}

export function kindLabel(kind: QuoteKind, strings: SidebarStrings): string {
  return strings[kind]
}

/** The speaker's name, followed by the source's words where the text calls the speaker something else. */
export function quoteSource({ speaker, source }: QuoteEntry, strings: SidebarStrings): string {
  if (!speaker) return source || strings.noSource
  return source && source !== speaker ? `${speaker} (${source})` : speaker
}

/** Who says it, as the row shows it: the speaker, or below a speaker what the text calls them there. */
export function quoteWho(
  { quote, by }: Extract<NodeContent, { readonly kind: 'quote' }>,
  strings: SidebarStrings
): string {
  return by === 'speaker' ? quote.speaker || quote.source || strings.noSource : quote.source
}

function inContext({ before, surface, after }: Pick<MentionEntry, 'before' | 'surface' | 'after'>): string {
  return `${before}${surface}${after}`.trim()
}

function lineLabel(line: number, strings: SidebarStrings): string {
  return format(strings.line, line)
}

function named({ name, description }: { readonly name: string; readonly description: string }): string {
  return description ? `${name} ${description}` : name
}

function entityFacts(
  { kind, named, mentions, acting = 0, quotes, articles }: EntityEntry,
  strings: SidebarStrings
): readonly (string | false)[] {
  return [
    kindName(kind, strings),
    !named && strings.unnamed,
    counted(mentions, strings.oneMention, strings.manyMentions, strings.locale),
    acting > 0 && acting < mentions && format(strings.actingMentions, number(acting, strings.locale)),
    quotes > 0 && quotesLabel(quotes, strings),
    articles > 1 && counted(articles, strings.oneArticle, strings.manyArticles, strings.locale)
  ]
}

function quotesLabel(count: number, strings: SidebarStrings): string {
  return counted(count, strings.oneQuote, strings.manyQuotes, strings.locale)
}

function sentence(...parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(', ')
}
