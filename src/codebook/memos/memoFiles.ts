import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type FileChangeEvent,
  type FileSystemProvider
} from 'vscode'
import type { MemoPlace } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { plainLine } from '../../editor/markdownText'
import { l10n } from '../../workspace/l10n'
import type { CodebookTools } from '../tools'
import { memoKey, memoPath, memoScheme, readMemoKey, writeMemoKey, type MemoKey } from './memoAddress'
import type { MemoDrafts } from './memoDrafts'
import { placeName, presentText, saveMemo } from './memos'

/** Memos as files of an own scheme, so that they are written in an editor and saved like any text. */
export function registerMemoFiles(tools: CodebookTools, drafts: MemoDrafts): Disposable {
  const { annotations } = tools
  const owned = disposableList()
  const changed = owned.add(new EventEmitter<FileChangeEvent[]>())
  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  let time = Date.now()

  async function placeOf(uri: Uri): Promise<MemoPlace> {
    const key = readMemoKey(uri.query)
    const place =
      key && ((await knownDecision(tools, key)) ?? drafts.find(key) ?? (key.kind === 'about' ? key : undefined))
    if (!place) throw FileSystemError.FileNotFound(l10n.t('What this memo is about is not there any more.'))
    return place
  }

  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => undefined),
    async stat(uri) {
      const bytes = encoder.encode(presentText(tools, await placeOf(uri)))
      return { type: FileType.File, ctime: 0, mtime: time, size: bytes.length }
    },
    readFile: async (uri) => encoder.encode(presentText(tools, await placeOf(uri))),
    async writeFile(uri, content) {
      const isKept = saveMemo(tools, await placeOf(uri), decoder.decode(content))
      if (!isKept) throw FileSystemError.Unavailable(l10n.t('The memo could not be kept.'))
    },
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse
  }
  owned.add(workspace.registerFileSystemProvider(memoScheme, provider, { isCaseSensitive: true }))
  owned.add(
    annotations.onDidChange(() => {
      const open = workspace.textDocuments.filter(({ uri }) => uri.scheme === memoScheme)
      if (open.length === 0) return
      time = Math.max(time + 1, Date.now())
      changed.fire(open.map(({ uri }) => ({ type: FileChangeType.Changed, uri })))
    })
  )
  return new Disposable(() => owned.dispose())
}

/** The address of the document in which a memo is written. */
export function memoUri(tools: CodebookTools, place: MemoPlace): Uri {
  const title = plainLine(l10n.t('Memo on {0}', placeName(tools, place)))
  return Uri.from({ scheme: memoScheme, path: memoPath(title), query: writeMemoKey(memoKey(place)) })
}

async function knownDecision({ annotations }: CodebookTools, key: MemoKey): Promise<MemoPlace | undefined> {
  if (key.kind === 'about') return undefined
  const uri = Uri.parse(key.article)
  await annotations.load(uri)
  for (const { decisions } of annotations.layers(uri)) {
    const decision = decisions.find(({ id }) => id === key.id)
    if (decision) return { kind: 'decision', article: key.article, decision }
  }
  return undefined
}

function refuse(): never {
  throw FileSystemError.NoPermissions()
}
