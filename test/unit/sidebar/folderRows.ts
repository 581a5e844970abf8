import assert from 'node:assert/strict'
import { folderIndex } from '../../../src/study/folderIndex.js'
import { folderMarks, type FolderDecisions } from '../../../src/study/folderMarks.js'
import { folderPage } from '../../../src/sidebar/folder/folderPage.js'
import { folderState } from '../../../src/sidebar/folder/folderState.js'
import { folderView, type FolderView } from '../../../src/study/folderView.js'
import type { FolderState, NameType, SourceOrder } from '../../../src/protocol/sidebar/index.js'
import { sidebarStrings } from '../../../src/sidebar/sidebarStrings.js'
import type { FolderSnapshot } from '../../../src/workspace/folderArticle.js'
import { readFilter } from '../../../src/webview/shared/filter.js'
import { codesById } from '../../../src/webview/sidebar/codeRows.js'
import { folderParts } from '../../../src/webview/sidebar/folderTree.js'
import { shownParts, type ShownParts } from './partRows.js'
import { noPages, type FolderPages } from '../../../src/webview/sidebar/pages.js'
import type { Row } from '../../../src/webview/sidebar/rows.js'
import type { Steps } from '../../../src/util/steps'

export interface ShownFolder {
  readonly filter?: string
  readonly showAttitudes?: boolean
  readonly open?: readonly string[]
  readonly closed?: readonly string[]
  /** False leaves it at the pages that come with the state. */
  readonly scrolled?: boolean
  readonly decisions?: FolderDecisions
  readonly order?: SourceOrder
  readonly types?: readonly NameType[]
}

export function viewOf(
  folder: FolderSnapshot,
  { filter = '', showAttitudes = false, decisions }: ShownFolder = {}
): FolderView {
  const marks = result(folderMarks(folder, decisions))
  return result(folderView(result(folderIndex(folder, showAttitudes)), filter, marks))
}

export function stateOf(view: FolderView): FolderState {
  return result(folderState(view, { kind: 'read', articles: view.index.folder.articles.length }))
}

/** The rows of a folder, every page asked for as a webview does that shows all of them. */
export function rowsOfFolder(folder: FolderSnapshot, shown: ShownFolder = {}): readonly Row[] {
  return partsOfFolder(folder, shown).rows
}

/** The parts of a folder in the same way. */
export function partsOfFolder(folder: FolderSnapshot, shown: ShownFolder = {}): ShownParts {
  const view = viewOf(folder, shown)
  const state = stateOf(view)
  let pages = noPages.with(state.pages, 1)
  for (;;) {
    const parts = shownFolder(state, pages, shown)
    const pending = parts.rows.flatMap(({ node: { content } }) => (content.kind === 'pending' ? content : []))
    if (shown.scrolled === false || pending.length === 0) return parts
    pages = pages.with(
      pending.map(({ list, from }) => result(folderPage(view, list, from)) ?? assert.fail(`no list ${list.kind}`)),
      1
    )
  }
}

export function folderRows(
  state: FolderState,
  pages: FolderPages,
  shown: ShownFolder & { readonly generation?: number } = {}
): readonly Row[] {
  return shownFolder(state, pages, shown).rows
}

function shownFolder(
  state: FolderState,
  pages: FolderPages,
  {
    filter = '',
    open = [],
    closed = [],
    generation = 1,
    order = 'quotes',
    types = []
  }: ShownFolder & { readonly generation?: number }
): ShownParts {
  const strings = sidebarStrings({ t: (text) => text }, 'en')
  const parts = folderParts({
    state,
    codes: codesById(state.decided?.codes),
    strings,
    filter: readFilter(filter),
    order,
    types,
    pages,
    generation
  })
  return shownParts(parts, strings, open, closed)
}

export function result<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
