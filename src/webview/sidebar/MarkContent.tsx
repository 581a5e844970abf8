import type { MentionEntry, SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { number } from '../shared/format'
import { Highlighted } from '../shared/Highlighted'
import { Icon } from '../shared/Icon'
import { codeName, reviewReason, reviewedLabel } from './statusLabels'
import { CodeDot, MemoIcon } from './StatusMark'
import type { NodeContent } from './treeNodes'
import { WordsAndFacts } from './WordsAndFacts'

interface MarkContentProps {
  readonly content: Extract<NodeContent, { readonly kind: 'code' | 'coding' | 'memo' | 'review' }>
  readonly strings: SidebarStrings
  readonly filter: Filter
}

/** A code, coded words, a memo, or a decision to review. */
export function MarkContent({ content, strings, filter }: MarkContentProps) {
  switch (content.kind) {
    case 'code': {
      const above = content.code.path.slice(0, -1).join(' \u203A ')
      return (
        <>
          <span class="kind-icon">
            <CodeDot color={content.code.color} />
          </span>
          <span class="label">
            <bdi>
              <Highlighted text={codeName(content.code, strings)} filter={filter} />
            </bdi>
            {above && ' '}
            {above && (
              <span class="note">
                <bdi>{above}</bdi>
              </span>
            )}
          </span>
          <span class="count" data-value={number(content.count, strings.locale)} />
        </>
      )
    }
    case 'coding':
      return (
        <>
          <InContext words={content.coding} />
          {content.coding.memo && <MemoIcon memo={content.coding.memo} />}
          <span class="line" data-value={content.coding.line} />
        </>
      )
    case 'memo': {
      const { text, surface, line } = content.memo
      return (
        <>
          <Icon name="note" />
          <span class="label">
            <bdi>
              <Highlighted text={text} filter={filter} />
            </bdi>{' '}
            <span class="note">
              <bdi>{surface || strings.aboutArticle}</bdi>
            </span>
          </span>
          {line > 0 && <span class="line" data-value={line} />}
        </>
      )
    }
    case 'review': {
      const { review, article } = content
      const [label, reason] = [reviewedLabel(review, strings), reviewReason(review, strings)]
      const isProposed = review.state === 'proposed'
      return (
        <WordsAndFacts
          kind={`review ${review.state}`}
          words={review.words}
          article={article}
          who={isProposed ? label : `${label}: ${reason}`}
          facts={review.place && <span class="line" data-value={review.place.line} />}
          filter={filter}
        >
          {isProposed && <Proposer reason={reason} />}
        </WordsAndFacts>
      )
    }
  }
}

/** On a line of its own: however long it is what is proposed, it must be seen to be a proposal. */
function Proposer({ reason }: { readonly reason: string }) {
  return (
    <span class="facts proposer">
      <bdi>{reason}</bdi>
    </span>
  )
}

/** Words with those around them, on one line. */
export function InContext({ words }: { readonly words: Pick<MentionEntry, 'before' | 'surface' | 'after'> }) {
  const { before, surface, after } = words
  return (
    <span class="context">
      <span class="before">
        <bdi>{before.replace(/ $/, '\u00A0')}</bdi>
      </span>
      <b>
        <bdi>{surface}</bdi>
      </b>
      <span class="after">
        <bdi>{after}</bdi>
      </span>
    </span>
  )
}
