import type { Disposable } from 'vscode'
import { disposableList } from '../../util/disposable'
import { registerAcceptReject } from './acceptReject'
import { registerAnnotate } from './annotate'
import { registerArticleOrNot } from './articleOrNot'
import { registerChangeType } from './changeType'
import { registerEntityCommands } from './entityCommands'
import { registerHistory } from './history'
import { registerMarkOccurrences } from './markOccurrences'
import { registerMarkSelection } from './markSelection'
import type { DecideTools } from './place'
import { registerProgress } from './progress'
import { registerProposals } from './proposals'
import { registerQuoteParts } from './quoteParts'
import { registerReviewing } from './reviewing'
import { registerReviewMoved } from './reviewMoved'
import { registerSetSpeaker } from './setSpeaker'
import { registerSeveralRows } from './severalRows'
import { registerTakeBack } from './takeBack'

export type { DecideTools } from './place'

/** The commands by which researchers decide over what the engine suggests. */
export function registerDecideCommands(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(registerAnnotate(tools))
  owned.add(registerAcceptReject(tools))
  owned.add(registerChangeType(tools))
  owned.add(registerSetSpeaker(tools))
  owned.add(registerEntityCommands(tools))
  owned.add(registerMarkSelection(tools))
  owned.add(registerMarkOccurrences(tools))
  owned.add(registerQuoteParts(tools))
  owned.add(registerArticleOrNot(tools))
  owned.add(registerTakeBack(tools))
  owned.add(registerSeveralRows(tools))
  owned.add(registerReviewing(tools))
  owned.add(registerReviewMoved(tools))
  owned.add(registerProposals(tools))
  owned.add(registerProgress(tools))
  owned.add(registerHistory(tools))
  return owned
}
