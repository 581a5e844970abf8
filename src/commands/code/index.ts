import type { Disposable } from 'vscode'
import type { CodebookRoom } from '../../codebook/codebook'
import { disposableList } from '../../util/disposable'
import type { DecideTools } from '../decide/place'
import { registerCode } from './code'
import { registerCodeAtOnce } from './codeAtOnce'
import { registerCodeRows } from './codeRows'
import { registerCodeInVivo } from './codeInVivo'
import { registerMemo } from './memo'
import { registerUncode } from './uncode'

/** The commands by which researchers code words and write memos. */
export function registerCodeCommands({ tools, view }: CodebookRoom, deciding: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(registerCode(tools))
  owned.add(registerCodeInVivo(tools))
  for (const registered of registerCodeAtOnce(tools, view)) owned.add(registered)
  owned.add(registerCodeRows(tools, deciding))
  owned.add(registerUncode(tools))
  for (const registered of registerMemo(tools, deciding)) owned.add(registered)
  return owned
}
