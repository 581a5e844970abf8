import { Uri } from 'vscode'
import { memoText, writeAboutMemo, writeMemo, type MemoPlace } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { performStep } from '../performStep'
import { quoted, targetWords } from '../shownWords'
import { now, signing } from '../signing'
import type { CodebookTools } from '../tools'

/** The text of a memo as it is now; "" for one that is not written yet. */
export function presentText(tools: CodebookTools, place: MemoPlace): string {
  const { annotations } = tools
  return memoText(place, {
    layers: place.kind === 'decision' ? annotations.layers(Uri.parse(place.article)) : [],
    project: projectOf(tools, place),
    annotator: annotations.annotator()
  })
}

/** Writes a memo, or with an empty text deletes it, as a step. False when it cannot be kept. */
export function saveMemo(tools: CodebookTools, place: MemoPlace, text: string): boolean {
  const { annotations } = tools
  const edits =
    place.kind === 'decision'
      ? writeMemo(place, text, annotations.layers(Uri.parse(place.article)), now())
      : writeAboutMemo(place, text, projectOf(tools, place), annotations.annotator(), signing(annotations))
  const name = placeName(tools, place)
  const label = text.trim() === '' ? l10n.t('Delete the memo on {0}', name) : l10n.t('Memo on {0}', name)
  return performStep(tools, label, edits)
}

/** What a memo is about, for titles. */
export function placeName(tools: CodebookTools, place: MemoPlace): string {
  if (place.kind === 'decision') {
    const { decision } = place
    const words = targetWords(decision.target)
    return words === '' ? l10n.t('the article') : quoted(words, 40)
  }
  if (place.about === '') return l10n.t('the project')
  const project = projectOf(tools, place)
  const code = project.codes.find(({ id }) => id === place.about)
  const name = code?.name ?? place.name ?? project.entities.find(({ iri }) => iri === place.about)?.name
  return name === undefined ? l10n.t('an entity') : quoted(name, 40)
}

function projectOf({ annotations, active }: CodebookTools, place: MemoPlace) {
  return (place.kind === 'about' ? active.ofFolder(place.folder)?.project : undefined) ?? annotations.project()
}
