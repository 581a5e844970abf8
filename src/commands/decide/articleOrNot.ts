import type { Disposable } from 'vscode'
import { decideArticle } from '../../annotations'
import { disposableList } from '../../util/disposable'
import { fileName } from '../../workspace/fileName'
import { l10n } from '../../workspace/l10n'
import { decide, decideCommand } from './perform'
import type { DecideTools } from './place'
import { inMarks } from './words'

/** "This file is no article", and back. */
export function registerArticleOrNot(tools: DecideTools): Disposable {
  const owned = disposableList()
  owned.add(
    decideCommand(tools, 'markNoArticle', (place) =>
      decide(tools, place, l10n.t('{0} is no article', inMarks(fileName(place.document.uri))), (deciding) =>
        decideArticle(deciding, false)
      )
    )
  )
  owned.add(
    decideCommand(tools, 'markArticle', (place) =>
      decide(tools, place, l10n.t('{0} is an article', inMarks(fileName(place.document.uri))), (deciding) =>
        decideArticle(deciding, true)
      )
    )
  )
  return owned
}
