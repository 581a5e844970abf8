import { commands, ConfigurationTarget, window, workspace, type Disposable } from 'vscode'
import { checkedAnnotator, longestName, type Step } from '../../annotations'
import { l10n } from '../../workspace/l10n'
import { settingsSection } from '../../workspace/settings'
import { decidePlace, decidingOn, say, type DecideTools, type MakeEdits, type Place } from './place'

/** Registers a command that decides something at the cursor, or where its argument points at. */
export function decideCommand(tools: DecideTools, name: string, run: (place: Place) => unknown): Disposable {
  return plainCommand(tools, name, async (argument) => {
    const place = await decidePlace(tools, argument)
    if (place) await run(place)
  })
}

/** Registers a command whose failure is told and logged. */
export function plainCommand(
  { log }: DecideTools,
  name: string,
  run: (...arguments_: unknown[]) => unknown
): Disposable {
  return commands.registerCommand(`articleAnnotator.${name}`, async (...arguments_: unknown[]) => {
    try {
      await run(...arguments_)
    } catch (error) {
      log.error(`articleAnnotator.${name} failed`, error)
      void window.showErrorMessage(l10n.t('This could not be decided; the Article Annotator output says why.'))
    }
  })
}

/**
 * Decides: asks for the annotator's name where nobody has said it, makes the edits of the article as it is now, and does them
 * as one step. Gives whether there was something to do.
 */
export async function decide(tools: DecideTools, place: Place, label: string, make: MakeEdits): Promise<boolean> {
  if (!(await knownAnnotator(tools))) return false
  const { article, document } = place
  const present = tools.documents.peek(document.uri)
  // Indexes hold for one analysis: a name that was said meanwhile may show other layers, an edit other words.
  if (present?.version !== article.version || present.analysis !== article.analysis) {
    say(l10n.t('The article has changed meanwhile. Please try again.'))
    return false
  }
  const edits = make(decidingOn(tools, document.uri, present))
  if (edits.length === 0) {
    say(l10n.t('Nothing to do: this is decided already.'))
    return false
  }
  performStep(tools, { label, edits })
  return true
}

/** Does a step and says so. */
export function performStep({ annotations }: DecideTools, step: Step): void {
  annotations.perform(step)
  say(l10n.t('Done: {0}', step.label))
}

/** The annotator's name; asked for once, the first time something is decided. Undefined where nobody wants to say it. */
export async function knownAnnotator({ annotations }: Pick<DecideTools, 'annotations'>): Promise<string | undefined> {
  return annotations.annotator() ?? (await askAnnotator(''))
}

/** Asks who decides, and keeps it in the user's settings. */
export async function askAnnotator(known: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Who decides?'),
    prompt: l10n.t('Your name or initials, as they stand beside what you decide. You are asked only once.'),
    value: known,
    ignoreFocusOut: true,
    validateInput: (value) =>
      checkedAnnotator(value) === undefined
        ? l10n.t('A name has 1 to {0} characters and no control characters.', longestName)
        : undefined
  })
  const name = typed === undefined ? undefined : checkedAnnotator(typed)
  if (name !== undefined)
    await workspace.getConfiguration(settingsSection).update('annotator', name, ConfigurationTarget.Global)
  return name
}
