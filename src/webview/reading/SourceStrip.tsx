import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReadingSource, ReadingStrings } from '../../protocol/reading'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'
import { useGrowing } from '../shared/useGrowing'
import { sourceClass, sourceFacts } from './sourceLooks'

/** More than there are on a line. */
const firstDrawn = 300

interface SourceStripProps {
  readonly strings: ReadingStrings
  readonly sources: readonly ReadingSource[]
  /** The source that is lit; -1 for all. */
  readonly lit: number
  readonly onSource: (source: number) => void
}

/**
 * Who is quoted, on one line; a button says how many more there are than it has room for, and shows them. Who is lit is always there:
 * at the end, when it is one of these.
 */
export function SourceStrip({ strings, sources, lit, onSource }: SourceStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const [areAllShown, showAll] = useState(false)
  const drawn = useGrowing(sources, firstDrawn, firstDrawn)
  /** How many are on the first line: the others are on lines below it, which are out of sight. */
  const [fitting, setFitting] = useState(sources.length)
  const more = Math.max(0, sources.length - fitting)
  const moreLabel = areAllShown
    ? strings.fewerSources
    : format(strings.allSources, number(sources.length, strings.locale))
  const isLitHidden = !areAllShown && lit >= fitting && lit < sources.length

  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return
    const measure = () => setFitting(onFirstLine(element))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [sources, isLitHidden, areAllShown])

  const chip = (index: number, isTabStop: boolean) => (
    <Chip
      key={sources[index]!.key}
      source={sources[index]!}
      index={index}
      strings={strings}
      isLit={lit === index}
      isTabStop={isTabStop}
      onSource={onSource}
    />
  )
  return (
    <div class="chips" role="group" aria-label={strings.sources}>
      <div
        ref={strip}
        class={areAllShown ? 'strip all' : 'strip'}
        onFocusIn={({ target }) => {
          // Arrow keys lead to those of the lines below, too.
          if (!areAllShown && target instanceof HTMLElement && isBelow(target, strip.current)) showAll(true)
        }}
      >
        {sources.length === 0 && <span class="none">{strings.noSources}</span>}
        {sources.slice(0, drawn).map((_, index) => chip(index, index === 0))}
      </div>
      {isLitHidden && chip(lit, false)}
      {(more > (isLitHidden ? 1 : 0) || areAllShown) && (
        <button
          type="button"
          class="more"
          tabIndex={-1}
          aria-expanded={areAllShown}
          title={moreLabel}
          onClick={() => {
            strip.current?.scrollTo({ top: 0 })
            showAll(!areAllShown)
          }}
        >
          {areAllShown ? <Icon name="chevron-up" /> : `+${number(isLitHidden ? more - 1 : more, strings.locale)}`}
          <span class="unseen"> {moreLabel}</span>
        </button>
      )}
    </div>
  )
}

interface ChipProps {
  readonly source: ReadingSource
  readonly index: number
  readonly strings: ReadingStrings
  readonly isLit: boolean
  readonly isTabStop: boolean
  readonly onSource: (source: number) => void
}

function Chip({ source, index, strings, isLit, isTabStop, onSource }: ChipProps) {
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      class={`chip ${sourceClass(index)}`}
      aria-pressed={isLit}
      title={`${source.name}\n${strings.sourcesHelp}`}
      onClick={() => onSource(index)}
    >
      <span class="number">{index + 1}</span>
      <span class={source.named ? 'name' : 'name unnamed'}>{source.name}</span>
      <span class="count" aria-hidden="true">
        {number(source.quotes, strings.locale)}
      </span>
      <span class="unseen">{sourceFacts(source, strings)}</span>
    </button>
  )
}

function onFirstLine(strip: HTMLElement): number {
  return [...strip.children].filter((chip) => chip instanceof HTMLElement && !isBelow(chip, strip)).length
}

/** Whether a chip is not on the first line. */
function isBelow(chip: HTMLElement, strip: HTMLElement | null): boolean {
  const first = strip?.firstElementChild
  return first instanceof HTMLElement && chip.parentElement === strip && chip.offsetTop > first.offsetTop + 4
}
