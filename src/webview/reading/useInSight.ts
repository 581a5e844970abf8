import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { firstIndex } from '../../util/binarySearch'

/** A block that can be seen, or nearly. Pixels from the sheet's top. */
export interface InSight {
  readonly index: number
  readonly top: number
  readonly height: number
}

/** Blocks so far above and below what is seen count, too. Pixels. */
const around = 400

/** Which blocks of the text are in sight, and where. Follows scrolling, sizes and `content`. */
export function useInSight(
  scroller: RefObject<HTMLElement | null>,
  text: RefObject<HTMLElement | null>,
  content: unknown
): readonly InSight[] {
  const [inSight, setInSight] = useState<readonly InSight[]>([])
  useLayoutEffect(() => {
    const [box, root] = [scroller.current, text.current]
    if (!box || !root) return
    const measure = () => setInSight((known) => keepSame(known, blocksInSight(box, root)))
    let asked = 0
    const ask = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(measure)
    }
    measure()
    box.addEventListener('scroll', ask, { passive: true })
    const sizes = new ResizeObserver(ask)
    sizes.observe(box)
    sizes.observe(root)
    return () => {
      cancelAnimationFrame(asked)
      box.removeEventListener('scroll', ask)
      sizes.disconnect()
    }
  }, [content])
  return inSight
}

function blocksInSight(box: HTMLElement, root: HTMLElement): readonly InSight[] {
  const blocks = root.children as HTMLCollectionOf<HTMLElement>
  const top = box.scrollTop - around
  const bottom = box.scrollTop + box.clientHeight + around
  const found: InSight[] = []
  const first = firstIndex(blocks.length, (at) => blocks[at]!.offsetTop + blocks[at]!.offsetHeight > top)
  for (let index = first; index < blocks.length; index++) {
    const { offsetTop, offsetHeight } = blocks[index]!
    if (offsetTop > bottom) break
    found.push({ index, top: offsetTop, height: offsetHeight })
  }
  return found
}

function keepSame(known: readonly InSight[], next: readonly InSight[]): readonly InSight[] {
  const isSame =
    known.length === next.length &&
    next.every(({ index, top, height }, at) => {
      const other = known[at]!
      return other.index === index && other.top === top && other.height === height
    })
  return isSame ? known : next
}
