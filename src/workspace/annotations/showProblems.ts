import { commands, window, type Disposable } from 'vscode'
import { printableMessage, withoutMarks } from '../../util/printable'
import { inWords } from '../../util/translate'
import { shownName } from '../fileName'
import { l10n } from '../l10n'
import type { Log } from '../log'
import type { Annotations, AnnotationsProblem } from './annotations'

/** Tells, once for each file and kind of problem, what could not be read or written, and that nothing is lost. */
export function showAnnotationsProblems(annotations: Annotations, log: Log): Disposable {
  let told = new Set<string>()
  return annotations.onDidChangeProblems(() => {
    const problems = annotations.problems()
    const keys = new Set(problems.map(keyOf))
    for (const problem of problems) if (!told.has(keyOf(problem))) void tell(problem)
    // What was mended may break again, and is then told again.
    told = keys
  })

  async function tell(problem: AnnotationsProblem): Promise<void> {
    log.warn(`${problem.file.toString(true)}: ${problem.kind}: ${printableMessage(problem.detail, 300)}`)
    const words = problem.said ? inWords(problem.said, l10n.t) : l10n.t(problem.detail)
    const detail = printableMessage(words, 300)
    const open = l10n.t('Open File')
    const actions = problem.kind === 'not-used' ? [] : [open]
    const chosen = await window.showWarningMessage(messageOf(problem, withoutMarks(detail)), ...actions)
    if (chosen === open) await commands.executeCommand('vscode.open', problem.file)
  }
}

function keyOf({ file, kind }: AnnotationsProblem): string {
  return `${kind} ${file.toString()}`
}

function messageOf({ file, kind }: AnnotationsProblem, detail: string): string {
  const name = shownName(file)
  switch (kind) {
    case 'broken':
      return l10n.t(
        '{0} cannot be read ({1}). It is left as it is; what you decide is kept beside it until it is whole again.',
        name,
        detail
      )
    case 'newer-version':
      return l10n.t(
        '{0} was written by a newer version of Article Annotator. It is left as it is; what you decide is kept beside it.',
        name
      )
    case 'too-large':
      return l10n.t('{0} is too large to be read. It is left as it is.', name)
    case 'unreadable':
      return l10n.t('{0} cannot be read: {1}', name, detail)
    case 'read-only':
    case 'not-written':
      return l10n.t(
        '{0} cannot be written ({1}). What you decide is kept in a recovery copy and written when that is possible.',
        name,
        detail
      )
    case 'changed-by-another':
      return l10n.t('Somebody else decided otherwise in {0} meanwhile; the later decision is kept.', name)
    case 'not-used':
      return l10n.t('The decisions in {0} are not used, because {1} has annotations of its own.', name, detail)
    case 'partly-read':
      return l10n.t('Some of {0} is not understood ({1}). It is kept as it is, everything else works.', name, detail)
  }
}
