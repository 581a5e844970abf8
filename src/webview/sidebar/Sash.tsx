import { useRef } from 'preact/hooks'

interface SashProps {
  readonly label: string
  /** The ids of the elements above and below it. */
  readonly above: string
  readonly below: string
  /** Percent of both heights that the part above has. */
  readonly value: number
  /** `value` is a part of both heights, 0 to 1. */
  readonly onResize: (value: number) => void
}

/** What a key moves it by. Pixels. */
const step = 22
/** No part is lower. Pixels. */
const lowest = 66

/** Divides the height of two parts: dragged by mouse, moved by arrow keys. */
export function Sash({ label, above, below, value, onResize }: SashProps) {
  const from = useRef<{ readonly y: number; readonly top: number; readonly whole: number } | undefined>(undefined)

  function heights(): { readonly top: number; readonly whole: number } {
    const height = (id: string) => document.getElementById(id)?.getBoundingClientRect().height ?? 0
    const [top, bottom] = [height(above), height(below)]
    return { top, whole: top + bottom }
  }

  function resize(top: number, whole: number): void {
    if (whole > 2 * lowest) onResize(Math.max(lowest, Math.min(whole - lowest, top)) / whole)
  }

  function pressKey(event: KeyboardEvent): void {
    const { top, whole } = heights()
    const wanted = { ArrowUp: top - step, ArrowDown: top + step, Home: 0, End: whole }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    event.stopPropagation()
    resize(wanted, whole)
  }

  return (
    <div
      class="sash"
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value)}
      tabIndex={0}
      onKeyDown={pressKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { y: event.clientY, ...heights() }
      }}
      onPointerMove={({ clientY }) => {
        const begun = from.current
        if (begun) resize(begun.top + clientY - begun.y, begun.whole)
      }}
      onPointerUp={() => {
        from.current = undefined
      }}
      onPointerCancel={() => {
        from.current = undefined
      }}
      onDblClick={() => onResize(0.5)}
    />
  )
}
