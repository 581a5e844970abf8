import type { SidebarStrings } from '../../protocol/sidebar'
import { format, number } from '../shared/format'
import type { Filter } from '../shared/filter'
import { EntityIcon, Icon } from '../shared/Icon'
import { InContext, MarkContent } from './MarkContent'
import { Name } from './Name'
import { QuoteContent } from './QuoteContent'
import { SourceContent } from './SourceContent'
import { MarkDots } from './StatusMark'
import type { NodeContent } from './treeNodes'

interface RowContentProps {
  readonly content: NodeContent
  readonly strings: SidebarStrings
  readonly filter: Filter
}

/** The inside of a row. A screen reader hears the row's label instead, which begins with these words. */
export function RowContent({ content, strings, filter }: RowContentProps) {
  const { locale } = strings
  switch (content.kind) {
    case 'group':
      return (
        <>
          {content.icon === 'article' && <Icon name="file-text" />}
          {content.icon === 'question' && <Icon name="question" />}
          {content.icon === 'copy' && <Icon name="copy" />}
          {content.icon === 'flag' && <Icon name="flag" />}
          <span class="label">
            <bdi>{content.label}</bdi>
            {content.help && (
              <>
                {' '}
                <span class="note">
                  <bdi>{content.help}</bdi>
                </span>
              </>
            )}
          </span>
          {content.count > 0 && <Count value={number(content.count, locale)} />}
        </>
      )
    case 'entity': {
      const { entity, codes, columns } = content
      return (
        <>
          <EntityIcon kind={entity.kind} />
          <Name name={entity.name} named={entity.named} description={entity.description} filter={filter} />
          <MarkDots status={entity.status} codes={codes} strings={strings} />
          {entity.acting !== undefined && entity.acting < entity.mentions && (
            <span class="quoted acting" title={format(strings.actingMentions, number(entity.acting, locale))}>
              <Icon name="globe" />
              <span
                class="number"
                data-value={number(entity.acting, locale)}
                style={{ '--characters': columns.acting }}
              />
            </span>
          )}
          {entity.quotes > 0 && (
            <span class="quoted">
              <Icon name="quote" />
              <span
                class="number"
                data-value={number(entity.quotes, locale)}
                style={{ '--characters': columns.quotes }}
              />
            </span>
          )}
          <Count value={number(entity.mentions, locale)} characters={columns.mentions} />
        </>
      )
    }
    case 'mention': {
      const { mention, codes } = content
      return (
        <>
          <InContext words={mention} />
          {mention.isActing && <span class="badge">{strings.acts}</span>}
          <MarkDots status={mention.status} codes={codes} strings={strings} />
          <span class="line" data-value={mention.line} />
        </>
      )
    }
    case 'source':
      return <SourceContent content={content} strings={strings} filter={filter} />
    case 'quote':
      return <QuoteContent content={content} strings={strings} filter={filter} />
    case 'code':
    case 'coding':
    case 'memo':
    case 'review':
      return <MarkContent content={content} strings={strings} filter={filter} />
    case 'quotes':
      return (
        <>
          <Icon name="quote" />
          <span class="label link">{content.label}</span>
        </>
      )
    case 'action':
      return (
        <>
          <Icon name="search" />
          <span class="label link">{content.label}</span>
        </>
      )
    case 'elsewhere':
      return (
        <>
          <span class="label">
            <bdi>{content.label}</bdi>
          </span>
          <Count value={number(content.count, locale)} />
        </>
      )
    case 'more':
      return <span class="label link">{content.label}</span>
    case 'pending':
    case 'note':
      return <span class="label note">{content.label}</span>
  }
}

/** Numbers are drawn by the style sheet: they are no part of the row's words, its label says what they count. */
function Count({ value, characters = 0 }: { readonly value: string; readonly characters?: number }) {
  return <span class="count" data-value={value} style={{ '--characters': characters }} />
}
