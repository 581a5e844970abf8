import {
  commands,
  StatusBarAlignment,
  window,
  type Disposable,
  type StatusBarItem,
  type TextDocument,
  type Uri
} from 'vscode'
import {
  acceptFacts,
  nextUndecided,
  piecesOf,
  rejectFacts,
  reviewPlace,
  type Deciding,
  type Edit,
  type Fact,
  type ReviewPlace
} from '../../annotations'
import { disposableList } from '../../util/disposable'
import type { OpenArticle } from '../../workspace/articleDocuments'
import { l10n } from '../../workspace/l10n'
import { revealSpan } from '../../workspace/reveal'
import { showsAttitudes } from '../../workspace/settings'
import { decide, decideCommand, plainCommand } from './perform'
import { say, type DecideTools, type Place } from './place'
import { articleStanding, folderStanding } from './progress'
import { wordsOf } from './words'

/** While somebody reviews, the keys of the review hold. */
const reviewingKey = 'articleAnnotator.reviewing'

interface Review {
  readonly uri: Uri
  readonly about: Fact['about']
  readonly place: ReviewPlace
}

/** From one undecided suggestion to the next, the least certain first; each is accepted or rejected by one key. */
export function registerReviewing(tools: DecideTools): Disposable {
  const owned = disposableList()
  const status = owned.add(reviewStatus())
  let isOn = false
  /** Where the review of an article stands. */
  let current: Review | undefined

  async function go(place: Place, direction: 'forward' | 'backward'): Promise<void> {
    const { document } = place
    const article = tools.documents.peek(document.uri) ?? place.article
    const from = current?.uri.toString() === document.uri.toString() ? current.place : undefined
    const next = nextUndecided({ article }, from, direction, optionsOf(document))
    const standing = articleStanding({ article, document })
    if (!next) {
      current = undefined
      leave()
      say(l10n.t('Everything in this article is decided ({0}).', standing))
      return
    }
    current = { uri: document.uri, about: next.about, place: reviewPlace({ article }, next) }
    if (isOn) status.show(standing, folderStanding(tools))
    else say(standing)
    const pieces = piecesOf({ article }, next)
    await revealSpan(document.uri, { start: pieces[0]!.start, end: pieces.at(-1)!.end })
  }

  function enter(): void {
    isOn = true
    void commands.executeCommand('setContext', reviewingKey, true)
  }

  function leave(): void {
    isOn = false
    status.hide()
    void commands.executeCommand('setContext', reviewingKey, false)
  }

  async function answer(
    place: Place,
    label: (words: string) => string,
    make: (deciding: Deciding, facts: readonly Fact[]) => readonly Edit[]
  ): Promise<void> {
    const fact = current && factUnderReview(place.article, place.document, current)
    if (!fact) {
      await go(place, 'forward')
      return
    }
    const words = wordsOf(place.article, fact)
    if (await decide(tools, place, label(words), (deciding) => make(deciding, [fact]))) await go(place, 'forward')
  }

  const accepting = (words: string) => l10n.t('Accept {0}', words)
  const rejecting = (words: string) => l10n.t('Reject {0}', words)
  owned.add(
    decideCommand(tools, 'startReview', async (place) => {
      enter()
      current = undefined
      await go(place, 'forward')
    })
  )
  owned.add(plainCommand(tools, 'stopReview', leave))
  owned.add(decideCommand(tools, 'nextUndecided', (place) => go(place, 'forward')))
  owned.add(decideCommand(tools, 'previousUndecided', (place) => go(place, 'backward')))
  owned.add(decideCommand(tools, 'reviewAccept', (place) => answer(place, accepting, acceptFacts)))
  owned.add(decideCommand(tools, 'reviewReject', (place) => answer(place, rejecting, rejectFacts)))
  owned.add({ dispose: () => void commands.executeCommand('setContext', reviewingKey, false) })
  return owned
}

function optionsOf(document: TextDocument): { readonly attitudes: boolean } {
  return { attitudes: showsAttitudes(document) }
}

/** The fact at which a review stands, as long as the article still has it undecided. */
function factUnderReview(
  article: OpenArticle,
  document: TextDocument,
  { uri, about, place }: Review
): Fact | undefined {
  if (uri.toString() !== document.uri.toString()) return undefined
  const { mentions, quotes } = article.analysis
  const count = about === 'mention' ? mentions.length : quotes.length
  for (let index = 0; index < count; index++) {
    const one = reviewPlace({ article }, { about, index })
    if (one.start === place.start && one.end === place.end && one.confidence === place.confidence)
      return { about, index }
  }
  return undefined
}

interface ReviewStatus extends Disposable {
  show(article: string, folder: string): void
  hide(): void
}

function reviewStatus(): ReviewStatus {
  let item: StatusBarItem | undefined
  return {
    show(article, folder) {
      item ??= window.createStatusBarItem('articleAnnotator.review', StatusBarAlignment.Left, 100)
      item.name = l10n.t('Review of Annotations')
      item.text = `$(checklist) ${article}`
      item.tooltip = [
        folder,
        l10n.t('Alt+Enter accepts, Alt+Backspace rejects, Alt+Right and Alt+Left go on. Click to end the review.')
      ].join('\n')
      item.command = 'articleAnnotator.stopReview'
      item.show()
    },
    hide: () => item?.hide(),
    dispose: () => item?.dispose()
  }
}
