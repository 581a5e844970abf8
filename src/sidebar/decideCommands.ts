import { commands } from 'vscode'
import type { DecideAction, DecideTarget } from '../protocol/sidebar'

export const historyCommands = { undo: 'articleAnnotator.undo', redo: 'articleAnnotator.redo' } as const

/** Runs the command that a key on a row stands for. The commands check their argument as they check one from anywhere. */
export async function decideOn(target: DecideTarget, action: DecideAction): Promise<void> {
  const { section, uri, start, end, key } = target
  await commands.executeCommand(decideCommand(section, action), { webviewSection: section, uri, start, end, key })
}

/** A mark is taken back where a suggestion would be rejected, and edited where it would be renamed. */
export function decideCommand(section: DecideTarget['section'], action: DecideAction): string {
  const isMark = section === 'coding' || section === 'memo'
  switch (action) {
    case 'accept':
      return isMark ? 'articleAnnotator.annotate' : 'articleAnnotator.accept'
    case 'reject':
      return isMark ? 'articleAnnotator.takeBack' : 'articleAnnotator.reject'
    case 'edit':
      return {
        entity: 'articleAnnotator.renameEntity',
        mention: 'articleAnnotator.changeType',
        quote: 'articleAnnotator.setSpeaker',
        coding: 'articleAnnotator.memo',
        memo: 'articleAnnotator.memo',
        review: 'articleAnnotator.reviewMoved'
      }[section]
    case 'annotate':
      return 'articleAnnotator.annotate'
  }
}
