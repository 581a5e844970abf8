import { window } from 'vscode'
import { codingsOn, giveCodes, type Anchor, type Code, type Edit } from '../../annotations'
import { articleLayers } from '../../codebook/layeredArticles'
import { performStep } from '../../codebook/performStep'
import { quoted, shownWords, targetWords } from '../../codebook/shownWords'
import type { CodebookTools } from '../../codebook/tools'
import { l10n } from '../../workspace/l10n'
import { anchorsFor, type WordsAt } from './wordsAt'

/** Words of an article with the places at which a code is given to them. */
export interface CodedWords extends WordsAt {
  readonly anchors: readonly (readonly Anchor[])[]
}

/** The words with their anchors; undefined where there are none, and the user is told. */
export function codedWords(words: WordsAt): CodedWords | undefined {
  if (words.targets.length > 0) return { ...words, anchors: anchorsFor(words.analyzed, words.targets) }
  void window.showInformationMessage(l10n.t('Select some words first.'))
  return undefined
}

/** The `Code.id`s that all of the words have from this annotator. */
export function presentCodes({ annotations }: CodebookTools, { document, anchors }: CodedWords): ReadonlySet<string> {
  const article = articleLayers(annotations, document.uri)
  const [first = [], ...others] = anchors.map((target) =>
    codingsOn(article, target, annotations.annotator()).map(({ code }) => code)
  )
  return new Set(first.filter((code) => others.every((codes) => codes.includes(code))))
}

/** Gives codes to words and takes codes off them, as one step; `edits` make the codes that are new. */
export function giveCodesTo(
  tools: CodebookTools,
  words: CodedWords,
  {
    give,
    take,
    edits
  }: { readonly give: readonly Code[]; readonly take: readonly Code[]; readonly edits: readonly Edit[] }
): void {
  const { annotations, recent } = tools
  const { document, analyzed, anchors } = words
  if (document.getText() !== analyzed.text) {
    void window.showInformationMessage(l10n.t('The article has changed meanwhile; select the words again.'))
    return
  }
  const article = articleLayers(annotations, document.uri)
  const change = { give: give.map(({ id }) => id), take: take.map(({ id }) => id) }
  const made = giveCodes(article, anchors, change, annotations.annotator(), (content, place) =>
    annotations.draft(content, place)
  )
  const isKept = performStep(tools, labelOf(words, give, take), [...edits, ...made])
  if (isKept && give.length > 0) recent.used(change.give)
}

/** The words for a title or a label. */
export function wordsName({ anchors }: CodedWords): string {
  return anchors.length === 1 ? quoted(targetWords(anchors[0]!), 40) : l10n.t('{0} passages', anchors.length)
}

function labelOf(words: CodedWords, give: readonly Code[], take: readonly Code[]): string {
  const names = (codes: readonly Code[]) => codes.map(({ name }) => shownWords(name, 40)).join(', ')
  const name = wordsName(words)
  if (give.length === 0) return l10n.t('Take {0} off {1}', names(take), name)
  return take.length === 0
    ? l10n.t('Code {0} as {1}', name, names(give))
    : l10n.t('Code {0} as {1}, no longer {2}', name, names(give), names(take))
}
