import { ProgressLocation, window, type Disposable, type Uri } from 'vscode'
import type { AnalyzedText } from '../../analysis'
import { markMentions, occurrencesOf, type Edit, type MentionKind } from '../../annotations'
import { shownText, type Span } from '../../article'
import { excerpt, plainLine } from '../../editor/markdownText'
import { disposableList } from '../../util/disposable'
import { lineStarts, linePlaceAt } from '../../util/lineStarts'
import { pause } from '../../util/pause'
import { withoutMarks } from '../../util/printable'
import { l10n } from '../../workspace/l10n'
import { mentionKinds } from './changeType'
import { sayNoSelection } from './markSelection'
import { decideCommand, knownAnnotator, performStep } from './perform'
import { decidingOn, say, type DecideTools, type Place } from './place'
import { inMarks, kindName } from './words'

/** Marks all places of the selected words, or of the name at the cursor, in the article or over the folder. */
export function registerMarkOccurrences(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(decideCommand(tools, 'markAll', (place) => markAll(tools, place, [place.article])))
  owned.add(decideCommand(tools, 'markAllInFolder', (place) => markAll(tools, place, articlesOf(tools, place))))
  return owned
}

type SearchedArticle = AnalyzedText & { readonly uri: Uri; readonly name: string }

interface Found {
  readonly article: SearchedArticle
  readonly span: Span
  readonly label: string
  readonly description: string
  readonly picked: boolean
}

async function markAll(tools: DecideTools, place: Place, articles: readonly SearchedArticle[]): Promise<unknown> {
  const { article, selected, facts } = place
  const mention = facts.mention === undefined ? undefined : article.analysis.mentions[facts.mention]
  const span = selected[0] ?? mention
  if (!span) return sayNoSelection()
  const words = shownText(article, span)
  const kind = await kindFor(words, mention)
  if (!kind) return undefined
  const found = await findAll(articles, words)
  if (!found) return undefined
  if (found.length === 0) return say(l10n.t('{0} is nowhere.', inMarks(words)))
  const title = l10n.t('Mark all of {0} as {1}', inMarks(words), kindName(kind.type, kind.acting))
  const chosen = await window.showQuickPick([...found], {
    title,
    placeHolder: l10n.t('Whole words in the same case. Uncheck what does not belong.'),
    canPickMany: true,
    matchOnDescription: true
  })
  if (!chosen || chosen.length === 0 || (await knownAnnotator(tools)) === undefined) return undefined
  const entity = facts.entity
  const who =
    mention && entity?.identity !== undefined ? { iri: entity.identity, name: entity.name, type: kind.type } : undefined
  const edits: Edit[] = []
  for (const [searched, places] of byArticle(chosen)) {
    await tools.annotations.load(searched.uri)
    const present = tools.documents.peek(searched.uri) ?? searched
    if (present.text !== searched.text) continue
    const deciding = decidingOn(tools, searched.uri, present)
    edits.push(...markMentions(deciding, places, kind, who))
  }
  if (edits.length === 0) return say(l10n.t('Nothing to do: this is decided already.'))
  return performStep(tools, {
    label: chosen.length === 1 ? title : l10n.t('{0} ({1} times)', title, chosen.length),
    edits
  })
}

/** Of a name what it is now; of other words what somebody says. */
async function kindFor(words: string, mention: MentionKind | undefined): Promise<MentionKind | undefined> {
  if (mention) return { type: mention.type, acting: mention.acting }
  const picked = await window.showQuickPick(
    mentionKinds.map((chosen) => ({ label: kindName(chosen.type, chosen.acting), chosen })),
    { title: l10n.t('Mark all of {0} as', inMarks(words)), placeHolder: l10n.t('What is it?') }
  )
  return picked?.chosen
}

/** Undefined where the search was cancelled. */
function findAll(articles: readonly SearchedArticle[], words: string): Thenable<readonly Found[] | undefined> {
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Searching {0}', inMarks(words)),
      cancellable: articles.length > 1
    },
    async (progress, token) => {
      const found: Found[] = []
      let searchedAt = performance.now()
      for (const article of articles) {
        found.push(...foundIn(article, words))
        if (performance.now() - searchedAt < 20) continue
        await pause()
        searchedAt = performance.now()
        progress.report({ message: article.name, increment: 0 })
        if (token.isCancellationRequested) return undefined
      }
      return found
    }
  )
}

function foundIn(searched: SearchedArticle, words: string): readonly Found[] {
  const { text, markup, name } = searched
  const source = { text, markup }
  const spans = occurrencesOf(source, words)
  if (spans.length === 0) return []
  const starts = lineStarts(text)
  const { mentions } = searched.analysis
  return spans.map((span) => {
    const before = shownText(source, { start: Math.max(0, span.start - 40), end: span.start })
    const after = shownText(source, { start: span.end, end: Math.min(text.length, span.end + 60) })
    // A word that is cut off at the beginning is left out, and so is the paragraph before.
    const beginning = before.includes('\n')
      ? before.slice(before.lastIndexOf('\n') + 1)
      : before.replace(/^\S*\s/, '\u2026')
    // "Bush" in "Laura Bush" is somebody else's name more often than not.
    const isInLonger = mentions.some(
      ({ start, end, form }) =>
        form === 'name' && start <= span.start && end >= span.end && end - start > span.end - span.start
    )
    return {
      article: searched,
      span,
      label: withoutMarks(excerpt(`${beginning}${shownText(source, span)}${after.split('\n', 1)[0]}`, 100)),
      description: l10n.t(
        '{0}, line {1}',
        withoutMarks(plainLine(name)),
        String(linePlaceAt(starts, span.start).line + 1)
      ),
      picked: !isInLonger
    }
  })
}

function articlesOf({ folder }: DecideTools, { article }: Place): readonly SearchedArticle[] {
  const others = folder.articles().filter(({ id }) => id !== article.id)
  if (others.length === 0 && folder.state.kind === 'unread')
    say(l10n.t('The folder has not been read yet: only this article is searched.'))
  return [article, ...others]
}

function byArticle(chosen: readonly Found[]): ReadonlyMap<SearchedArticle, readonly Span[]> {
  const places = new Map<SearchedArticle, Span[]>()
  for (const { article, span } of chosen) places.set(article, [...(places.get(article) ?? []), span])
  return places
}
