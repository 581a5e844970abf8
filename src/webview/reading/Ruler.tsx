import type { ReadingQuote } from '../../protocol/reading'
import { useGrowing } from '../shared/useGrowing'
import { sourceClass } from './sourceLooks'

interface RulerProps {
  readonly quotes: readonly ReadingQuote[]
  /** Of the text, in UTF-16 units. */
  readonly length: number
  readonly onQuote: (quote: ReadingQuote) => void
}

/** Thousandths of the ruler's height. */
const whole = 1000
const least = 4
const marksPerSlice = 2500

/** All quotes of the article at the right edge, for the mouse: keys go from quote to quote. */
export function Ruler({ quotes, length, onQuote }: RulerProps) {
  const drawn = useGrowing(quotes, marksPerSlice, marksPerSlice)
  const click = (event: MouseEvent & { readonly currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    const at = ((event.clientY - box.top) / box.height) * length
    const [nearest] = [...quotes].sort((a, b) => distance(a, at) - distance(b, at))
    if (nearest) onQuote(nearest)
  }
  return (
    <svg class="ruler" viewBox={`0 0 10 ${whole}`} preserveAspectRatio="none" aria-hidden="true" onClick={click}>
      {quotes.slice(0, drawn).map((quote, index) => mark(quote, index, length))}
    </svg>
  )
}

function mark({ start, end, source }: ReadingQuote, index: number, length: number) {
  return (
    <rect
      key={index}
      class={`mark ${source < 0 ? 'nobody' : sourceClass(source)}`}
      data-source={source}
      x="3"
      width="5"
      y={(start / Math.max(1, length)) * whole}
      height={Math.max(least, ((end - start) / Math.max(1, length)) * whole)}
    />
  )
}

function distance({ start, end }: ReadingQuote, at: number): number {
  return at < start ? start - at : at > end ? at - end : 0
}
