import type { SidebarStrings } from '../../protocol/sidebar'
import type { Filter } from '../shared/filter'
import { format } from '../shared/format'
import { Highlighted } from '../shared/Highlighted'
import { Icon } from '../shared/Icon'
import { kindLabel, quoteWho } from './labels'
import { MarkChips } from './StatusMark'
import type { NodeContent } from './treeNodes'
import { WordsAndFacts } from './WordsAndFacts'

interface QuoteContentProps {
  readonly content: Extract<NodeContent, { readonly kind: 'quote' }>
  readonly strings: SidebarStrings
  readonly filter: Filter
}

/** A quote: its words on at most two lines, below them who says it and how, then its codes. */
export function QuoteContent({ content, strings, filter }: QuoteContentProps) {
  const { quote, codes, article } = content
  const occurrences = quote.times
  const who = quoteWho(content, strings)
  return (
    <WordsAndFacts
      kind={quote.kind}
      words={quote.text}
      article={article}
      filter={filter}
      who={
        <>
          <Highlighted text={who} filter={filter} />
          {who && quote.cue && ' '}
          {quote.cue}
        </>
      }
      facts={
        <>
          {occurrences > 1 && (
            <span class="again" title={format(strings.reuseTimes, occurrences)}>
              <Icon name="copy" />
              <span data-value={occurrences} />
            </span>
          )}
          {quote.act === 'attitude' && (
            <span class="badge" title={strings.attitudeHelp}>
              {strings.attitude}
            </span>
          )}{' '}
          <span
            class="badge"
            title={{ direct: strings.directHelp, indirect: strings.indirectHelp, mixed: strings.mixedHelp }[quote.kind]}
          >
            {kindLabel(quote.kind, strings)}
          </span>
          <span class="line" data-value={quote.line} />
        </>
      }
    >
      {' '}
      <MarkChips status={quote.status} codes={codes} strings={strings} />
    </WordsAndFacts>
  )
}
