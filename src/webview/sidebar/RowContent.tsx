import type { SidebarStrings } from '../../protocol/sidebar'
import { format, number, percent } from '../shared/format'
import type { Filter } from '../shared/filter'
import { Highlighted } from '../shared/Highlighted'
import { EntityIcon, Icon } from '../shared/Icon'
import { moreLabel } from './labels'
import { InContext, MarkContent } from './MarkContent'
import { QuoteContent } from './QuoteContent'
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
    case 'section':
      return (
        <>
          <span class="label">{content.label}</span>
          <Count
            value={
              content.count === content.total
                ? number(content.count, locale)
                : `${number(content.count, locale)}/${number(content.total, locale)}`
            }
          />
        </>
      )
    case 'group':
      return (
        <>
          {content.icon === 'article' && <Icon name="file-text" />}
          {content.icon === 'question' && <Icon name="question" />}
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
          <Count value={number(content.count, locale)} />
        </>
      )
    case 'entity': {
      const { entity, codes, columns } = content
      return (
        <>
          <EntityIcon kind={entity.kind} />
          <Name name={entity.name} named={entity.named} description={entity.description} filter={filter} />
          <MarkDots status={entity.status} codes={codes} strings={strings} />
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
          <MarkDots status={mention.status} codes={codes} strings={strings} />
          <span class="line" data-value={mention.line} />
        </>
      )
    }
    case 'source': {
      const { source, elsewhere, columns } = content
      return (
        <>
          <EntityIcon kind={source.kind} />
          <Name name={source.name} named={source.named} description={source.description} filter={filter} />
          {source.share > 0 && (
            <span class="share" title={format(strings.shareOfQuoted, percent(source.share, locale))}>
              <span style={{ width: `${Math.max(4, Math.round(source.share * 100))}%` }} />
            </span>
          )}
          <Count value={number(source.count, locale)} characters={columns.count} />
          {columns.elsewhere > 0 && (
            <span
              class="count more"
              data-value={elsewhere > 0 ? moreLabel(elsewhere, locale) : ''}
              style={{ '--characters': columns.elsewhere }}
            />
          )}
        </>
      )
    }
    case 'quote':
      return <QuoteContent content={content} strings={strings} filter={filter} />
    case 'code':
    case 'coding':
    case 'memo':
    case 'review':
      return <MarkContent content={content} strings={strings} filter={filter} />
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

function Name({
  name,
  named,
  description,
  filter
}: {
  readonly name: string
  readonly named: boolean
  readonly description: string
  readonly filter: Filter
}) {
  return (
    <span class={named ? 'label' : 'label unnamed'}>
      <bdi>
        <Highlighted text={name} filter={filter} />
      </bdi>
      {description && ' '}
      {description && (
        <span class="note">
          <bdi>
            <Highlighted text={description} filter={filter} />
          </bdi>
        </span>
      )}
    </span>
  )
}
