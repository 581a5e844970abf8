import { QuickInputButtons, window, type Disposable, type InputBox, type QuickPick, type QuickPickItem } from 'vscode'
import { back } from '../util/askInTurn'
import { disposableList } from '../util/disposable'

interface BoxOptions {
  readonly title: string
  /** Offers a step back to the question before. */
  readonly hasBack: boolean
}

export interface PickOptions extends BoxOptions {
  readonly placeHolder?: string
  /** What is typed is looked for in the descriptions and details of the items, too. */
  readonly matchesAll?: boolean
}

export interface TypeOptions extends BoxOptions {
  readonly prompt: string
  readonly value: string
  /** What is wrong with it; undefined for nothing. */
  readonly validate: (value: string) => string | undefined
}

/** Asks for one of the items. Undefined when the user leaves. */
export function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  { placeHolder = '', matchesAll = false, ...options }: PickOptions
): Promise<Item | typeof back | undefined> {
  const box = window.createQuickPick<Item>()
  box.items = items
  box.placeholder = placeHolder
  box.matchOnDescription = matchesAll
  box.matchOnDetail = matchesAll
  return answerOf(box, options, (answer) => box.onDidAccept(() => box.selectedItems[0] && answer(box.selectedItems[0])))
}

/** Asks for a text. Undefined when the user leaves. */
export function typeText({
  prompt,
  value,
  validate,
  ...options
}: TypeOptions): Promise<string | typeof back | undefined> {
  const box = window.createInputBox()
  box.prompt = prompt
  box.value = value
  box.valueSelection = [0, value.length]
  const check = () => (box.validationMessage = validate(box.value))
  check()
  const owned = disposableList()
  owned.add(box.onDidChangeValue(check))
  return answerOf(box, options, (answer) => {
    owned.add(box.onDidAccept(() => check() === undefined && answer(box.value)))
    return owned
  })
}

function answerOf<Answer>(
  box: QuickPick<QuickPickItem> | InputBox,
  { title, hasBack }: BoxOptions,
  listen: (answer: (given: Answer) => void) => Disposable
): Promise<Answer | typeof back | undefined> {
  box.title = title
  box.buttons = hasBack ? [QuickInputButtons.Back] : []
  // Who goes back has looked elsewhere before, for a file's name perhaps.
  box.ignoreFocusOut = true
  const owned = disposableList()
  owned.add(box)
  return new Promise<Answer | typeof back | undefined>((resolve) => {
    owned.add(listen(resolve))
    owned.add(box.onDidTriggerButton(() => resolve(back)))
    owned.add(box.onDidHide(() => resolve(undefined)))
    box.show()
  }).finally(() => owned.dispose())
}
