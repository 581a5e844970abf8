import { window, type Disposable } from 'vscode'
import { changeQuote, quoteOver, quotesNear, setMentionSpan } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { l10n } from '../../workspace/l10n'
import { sayNoSelection } from './markSelection'
import { decide, decideCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { wordsAt, wordsOf } from './words'

/** Gives a mention or quote other words, and a quote its source and cue, from the selection. */
export function registerQuoteParts(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(decideCommand(tools, 'setSpan', (place) => setSpan(tools, place)))
  owned.add(decideCommand(tools, 'setSource', (place) => setPart(tools, place, 'source')))
  owned.add(decideCommand(tools, 'setCue', (place) => setPart(tools, place, 'cue')))
  owned.add(decideCommand(tools, 'toggleAttitude', (place) => toggleAttitude(tools, place)))
  return owned
}

interface SpanItem {
  readonly label: string
  readonly description: string
  readonly run: () => unknown
}

/** The selection becomes the words of the mention or quote that it touches; where it touches both, one is chosen. */
async function setSpan(tools: DecideTools, place: Place): Promise<unknown> {
  const { article, selected, facts } = place
  const [first] = selected
  if (!first) return sayNoSelection()
  const quote = quoteOver({ article }, selected) ?? facts.quote
  const { mention } = facts
  const label = l10n.t('Set the words to {0}', wordsAt(article, selected))
  const items: SpanItem[] = []
  if (mention !== undefined)
    items.push({
      label: wordsOf(article, { about: 'mention', index: mention }),
      description: l10n.t('the name'),
      run: () => decide(tools, place, label, (deciding) => setMentionSpan(deciding, mention, first))
    })
  if (quote !== undefined)
    items.push({
      label: wordsOf(article, { about: 'quote', index: quote }),
      description: l10n.t('the quote'),
      run: () => decide(tools, place, label, (deciding) => changeQuote(deciding, quote, { content: selected }))
    })
  if (items.length === 0) return say(l10n.t('The selection touches no name and no quote.'))
  const picked =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, { title: label, placeHolder: l10n.t('Of which one?') })
  return picked?.run()
}

/** The selection becomes the source or cue of the quote at hand: the nearest of its paragraph, where there are several. */
async function setPart(tools: DecideTools, place: Place, part: 'source' | 'cue'): Promise<unknown> {
  const { article, selected } = place
  const [first] = selected
  if (!first) return sayNoSelection()
  const words = wordsAt(article, selected)
  const label = part === 'source' ? l10n.t('Set the source to {0}', words) : l10n.t('Set the cue to {0}', words)
  const items = quotesNear({ article }, first).map((index) => ({
    label: wordsOf(article, { about: 'quote', index }),
    index
  }))
  if (items.length === 0) return say(l10n.t('There is no quote here.'))
  const picked =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, {
          title: label,
          placeHolder: l10n.t('Of which quote? The nearest comes first')
        })
  if (!picked) return undefined
  return decide(tools, place, label, (deciding) => changeQuote(deciding, picked.index, { [part]: selected }))
}

function toggleAttitude(tools: DecideTools, place: Place): unknown {
  const { article, facts } = place
  const index = facts.quote
  const quote = index === undefined ? undefined : article.analysis.quotes[index]
  if (index === undefined || !quote) return say(l10n.t('There is no quote here.'))
  const words = wordsOf(article, { about: 'quote', index })
  const label = quote.act === 'speech' ? l10n.t('{0} is an attitude', words) : l10n.t('{0} is said', words)
  return decide(tools, place, label, (deciding) =>
    changeQuote(deciding, index, { act: quote.act === 'speech' ? 'attitude' : 'speech' })
  )
}
