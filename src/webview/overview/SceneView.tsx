import type { JSX } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { nearest, placesOf, type Direction } from './nearest'
import type { Mark, Pane, Scene } from './scene'
import { ShapeView } from './ShapeView'
import { Tip, type Tipped } from './Tip'

export interface SceneViewProps {
  readonly scene: Scene
  /** What the picture shows, for a screen reader. */
  readonly label: string
  /** The lines that say what can be done with a mark. */
  readonly hints: (mark: Mark) => readonly string[]
  readonly onOpen: (mark: Mark) => void
  readonly onFilter: (mark: Mark) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
}

/**
 * Draws a scene. One of its marks is in the tab order; arrow keys go to the others. What is told of a mark is shown beside it
 * while it has the focus or the pointer is on it.
 */
export function SceneView({ scene, label, hints, onOpen, onFilter }: SceneViewProps): JSX.Element {
  const area = useRef<HTMLDivElement>(null)
  const current = useRef('')
  /** Where we scrolled to: that event comes later, and takes away nothing that is told since. */
  const scrolledTo = useRef<{ readonly left: number; readonly top: number } | undefined>(undefined)
  const [tipped, setTipped] = useState<Tipped | undefined>(undefined)
  const { head, side, body, width, height, sideWidth, headHeight } = scene
  const places = useMemo(() => placesOf(scene), [scene])
  const marks = useMemo(
    () => new Map([...head.marks, ...side.marks, ...body.marks].map((mark) => [mark.key, mark])),
    [scene]
  )

  // The tab stop is set in the document itself: thousands of marks are not compared for one that moved.
  function setStop(key: string): void {
    elementOf(current.current)?.setAttribute('tabindex', '-1')
    elementOf(key)?.setAttribute('tabindex', '0')
    current.current = key
  }
  const elementOf = (key: string): SVGGElement | null =>
    key === '' ? null : (area.current?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(key)}"]`) ?? null)

  useLayoutEffect(() => {
    setStop(marks.has(current.current) ? current.current : (places[0]?.key ?? ''))
    setTipped(undefined)
  }, [scene])

  const drawn = useMemo(
    () => (
      <div
        class="panes"
        style={{ gridTemplateColumns: `${sideWidth}px ${width}px`, gridTemplateRows: `${headHeight}px ${height}px` }}
      >
        {sideWidth > 0 && <div class="corner" />}
        {headHeight > 0 && <PaneView pane={head} width={width} height={headHeight} name="head" />}
        {sideWidth > 0 && <PaneView pane={side} width={sideWidth} height={height} name="side" />}
        <PaneView pane={body} width={width} height={height} name="body" />
      </div>
    ),
    [scene]
  )

  const markAt = (target: EventTarget | null): { readonly mark: Mark; readonly element: Element } | undefined => {
    const element = target instanceof Element ? target.closest('[data-mark]') : null
    const mark = marks.get(element?.getAttribute('data-mark') ?? '')
    return element && mark ? { mark, element } : undefined
  }
  const tell = (target: EventTarget | null) => {
    const found = markAt(target)
    setTipped(found && { mark: found.mark, at: found.element.querySelector('.hit')?.getBoundingClientRect() })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const found = markAt(event.target)
    if (!found || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    const here = places.find(({ key }) => key === found.mark.key)
    if (direction && here) {
      const next = nearest(places, here, direction)
      if (next) focus(next.key)
    } else if (event.key === 'Home') focus(places[0]?.key ?? '')
    else if (event.key === 'End') focus(places.at(-1)?.key ?? '')
    else if (event.key === 'Enter' || event.key === ' ') onOpen(found.mark)
    else if (event.key === 'f' || event.key === 'F') onFilter(found.mark)
    else if (event.key === 'Escape') setTipped(undefined)
    else return
    event.preventDefault()
  }

  function focus(key: string): void {
    const element = elementOf(key)
    if (!element) return
    setStop(key)
    element.focus({ preventScroll: true })
    const { current: room } = area
    if (room) {
      reveal(element, room, { sideWidth, headHeight })
      scrolledTo.current = { left: room.scrollLeft, top: room.scrollTop }
    }
    tell(element)
  }

  return (
    <div
      class="scene"
      ref={area}
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const found = markAt(event.target)
        if (!found) return
        setStop(found.mark.key)
        if (event.shiftKey) onFilter(found.mark)
        else onOpen(found.mark)
      }}
      onFocusIn={(event) => {
        const found = markAt(event.target)
        if (!found) return
        if (found.mark.key !== current.current) setStop(found.mark.key)
        if (found.element.matches(':focus-visible')) tell(event.target)
      }}
      onFocusOut={() => setTipped(undefined)}
      onPointerOver={(event) => tell(event.target)}
      onPointerLeave={() => setTipped(undefined)}
      onScroll={({ currentTarget: { scrollLeft, scrollTop } }) => {
        if (scrolledTo.current?.left !== scrollLeft || scrolledTo.current.top !== scrollTop) setTipped(undefined)
      }}
    >
      {drawn}
      {tipped && <Tip tipped={tipped} hints={hints(tipped.mark)} />}
    </div>
  )
}

interface PaneViewProps {
  readonly pane: Pane
  readonly width: number
  readonly height: number
  readonly name: string
}

function PaneView({ pane, width, height, name }: PaneViewProps): JSX.Element {
  return (
    <svg class={name} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <g aria-hidden="true">
        {pane.shapes.map((shape, index) => (
          <ShapeView key={index} shape={shape} />
        ))}
      </g>
      {pane.marks.map((mark) => (
        <MarkView key={mark.key} mark={mark} />
      ))}
      {/* Above all marks; a screen reader has the words as the marks' names. */}
      <g class="words" aria-hidden="true">
        {pane.marks.flatMap(({ key, shapes }) =>
          shapes.flatMap((shape, index) =>
            shape.kind === 'text' ? [<ShapeView key={`${key} ${index}`} shape={shape} />] : []
          )
        )}
      </g>
    </svg>
  )
}

function MarkView({ mark }: { readonly mark: Mark }): JSX.Element {
  const { key, x, y, width, height, hit, label, details, shapes } = mark
  return (
    <g class="mark" role="button" tabindex={-1} data-mark={key} aria-label={[label, ...details].join('. ')}>
      {hit && <path class="reach" d={hit.d} stroke-width={hit.across} />}
      {shapes.flatMap((shape, index) => (shape.kind === 'text' ? [] : [<ShapeView key={index} shape={shape} />]))}
      <rect class={hit ? 'hit aside' : 'hit'} x={x} y={y} width={width} height={height} rx={4} />
    </g>
  )
}

/** Scrolls so that the mark is not under the head or the side. */
function reveal(
  element: Element,
  area: HTMLElement,
  { sideWidth, headHeight }: Pick<Scene, 'sideWidth' | 'headHeight'>
): void {
  const mark = element.querySelector('.hit')?.getBoundingClientRect()
  const room = area.getBoundingClientRect()
  const pane = element.closest('svg')?.getAttribute('class')
  if (!mark) return
  const left = room.left + (pane === 'side' ? 0 : sideWidth)
  const top = room.top + (pane === 'head' ? 0 : headHeight)
  if (pane !== 'side') {
    if (mark.left < left) area.scrollLeft -= left - mark.left + 8
    else if (mark.right > room.right) area.scrollLeft += mark.right - room.right + 24
  }
  if (pane !== 'head') {
    if (mark.top < top) area.scrollTop -= top - mark.top + 8
    else if (mark.bottom > room.bottom) area.scrollTop += mark.bottom - room.bottom + 24
  }
}
