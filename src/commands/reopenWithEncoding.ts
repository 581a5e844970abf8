import { commands, Uri, window, workspace, type Disposable, type LogOutputChannel } from 'vscode'
import type { Encoding } from '../article'
import { l10n } from '../workspace/l10n'

/** Reads an open file anew in another encoding. Not in the palette: VS Code has a command of its own there. */
export function registerReopenWithEncoding(log: LogOutputChannel): Disposable {
  return commands.registerCommand(
    'articleAnnotator.reopenWithEncoding',
    async (uri: unknown, encoding: unknown): Promise<void> => {
      if (typeof uri !== 'string' || typeof encoding !== 'string' || !(encoding in editorNames)) return
      try {
        const name = editorNames[encoding as keyof typeof editorNames]
        await workspace.openTextDocument(Uri.parse(uri, true), { encoding: name })
      } catch (error) {
        log.warn(`${uri} could not be read in ${encoding}`, error)
        void window.showWarningMessage(l10n.t('The file cannot be read anew; save or revert your changes first.'))
      }
    }
  )
}

/** What VS Code calls the encodings. */
const editorNames: Readonly<Record<Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>, string>> = {
  'windows-1252': 'windows1252',
  macintosh: 'macroman',
  'windows-1250': 'windows1250',
  'iso-8859-2': 'iso88592',
  'windows-1254': 'windows1254',
  'windows-1257': 'windows1257',
  'iso-8859-15': 'iso885915',
  'windows-1251': 'windows1251',
  'koi8-r': 'koi8r',
  'iso-8859-5': 'iso88595',
  'windows-1253': 'windows1253',
  'windows-1255': 'windows1255',
  'windows-1256': 'windows1256',
  'windows-874': 'windows874',
  gb18030: 'gb18030',
  shift_jis: 'shiftjis',
  big5: 'cp950',
  'euc-jp': 'eucjp',
  'euc-kr': 'euckr'
}
