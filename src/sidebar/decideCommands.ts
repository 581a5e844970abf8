import { commands } from 'vscode'
import type { DecideAction, DecideTarget } from '../protocol/sidebar'

export const historyCommands = { undo: 'articleAnnotator.undo', redo: 'articleAnnotator.redo' } as const

/** Runs the command that a key on a row stands for. The commands check their argument as they check one from anywhere. */
export async function decideOn(target: DecideTarget, action: DecideAction): Promise<void> {
  const { section, uri, start, end, key } = target
  const command = commandOf(section, action)
  if (command === undefined) return
  await commands.executeCommand(`articleAnnotator.${command}`, { webviewSection: section, uri, start, end, key })
}

/** Where a suggestion would be rejected, a coding or memo is taken back. */
function commandOf(section: DecideTarget['section'], action: DecideAction): string | undefined {
  switch (section) {
    case 'entity':
      return { accept: 'accept', reject: 'reject', edit: 'renameEntity', annotate: 'annotate' }[action]
    case 'mention':
      return { accept: 'accept', reject: 'reject', edit: 'changeType', annotate: 'annotate' }[action]
    case 'quote':
      return { accept: 'accept', reject: 'reject', edit: 'setSpeaker', annotate: 'annotate' }[action]
    case 'coding':
      return { accept: undefined, reject: 'takeBack', edit: 'memo', annotate: 'code' }[action]
    case 'memo':
      return { accept: undefined, reject: 'takeBack', edit: 'memo', annotate: 'memo' }[action]
    case 'articleMemo':
      return { accept: undefined, reject: 'takeBack', edit: 'memoOnArticle', annotate: 'memoOnArticle' }[action]
    case 'proposal':
      return { accept: 'acceptProposal', reject: 'rejectProposal', edit: undefined, annotate: undefined }[action]
    case 'review':
      return { accept: 'reviewMoved', reject: 'takeBack', edit: 'reviewMoved', annotate: 'reviewMoved' }[action]
  }
}
