import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { pictureKinds, type OverviewStrings, type PictureKind } from '../../protocol/overview'
import { Icon } from '../shared/Icon'
import { turnedTo, type Choice } from './useOverview'

const icons: Readonly<Record<PictureKind, string>> = {
  matrix: 'table',
  timeline: 'graph',
  map: 'globe',
  reuse: 'copy',
  network: 'type-hierarchy'
}

export interface TabsProps {
  readonly choice: Choice
  readonly strings: OverviewStrings
  readonly onChoose: (choice: Partial<Choice>) => void
}

/** The pictures to choose from, and whether they are shown as a table. */
export function Tabs({ choice, strings, onChoose }: TabsProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const turn = (kind: PictureKind) => onChoose(turnedTo(kind))
  function onKeyDown(event: KeyboardEvent): void {
    const here = pictureKinds.indexOf(choice.picture)
    const next = {
      ArrowRight: (here + 1) % pictureKinds.length,
      ArrowLeft: (here + pictureKinds.length - 1) % pictureKinds.length,
      Home: 0,
      End: pictureKinds.length - 1
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    turn(pictureKinds[next]!)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <header class="tabs">
      <div role="tablist" aria-label={strings.tabs} ref={list} onKeyDown={onKeyDown}>
        {pictureKinds.map((kind) => (
          <button
            key={kind}
            role="tab"
            aria-selected={kind === choice.picture}
            aria-controls="picture"
            tabIndex={kind === choice.picture ? 0 : -1}
            aria-label={strings[kind]}
            title={`${strings[kind]}\n${strings[`${kind}Help`]}`}
            onClick={() => turn(kind)}
          >
            <Icon name={icons[kind]} />
            <span>{strings[kind]}</span>
          </button>
        ))}
      </div>
      <button
        class="toggle"
        aria-label={strings.showTable}
        title={strings.showTable}
        aria-pressed={choice.isTable}
        onClick={() => onChoose({ isTable: !choice.isTable })}
      >
        <Icon name="list-flat" />
        <span>{strings.showTable}</span>
      </button>
    </header>
  )
}
