import type { JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Mark } from './scene'

export interface Tipped {
  readonly mark: Mark
  readonly at: DOMRect | undefined
}

const gap = 8

/** What is told of a mark, beside it. A screen reader has it as the mark's name. */
export function Tip({
  tipped: { mark, at },
  hints
}: {
  readonly tipped: Tipped
  readonly hints: readonly string[]
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const own = box.current?.getBoundingClientRect()
    if (!own || !at) return
    const below = at.bottom + gap
    const top = below + own.height <= innerHeight ? below : Math.max(gap, at.top - gap - own.height)
    const left = Math.max(gap, Math.min(at.left + at.width / 2 - own.width / 2, innerWidth - own.width - gap))
    setPlace({ left, top })
  }, [mark, at])
  return (
    <div class="tip" ref={box} aria-hidden="true" style={{ left: `${place.left}px`, top: `${place.top}px` }}>
      <strong>{mark.label}</strong>
      {mark.details.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {hints.map((line) => (
        <span key={line} class="hint">
          {line}
        </span>
      ))}
    </div>
  )
}
