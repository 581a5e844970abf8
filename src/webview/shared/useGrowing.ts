import { useEffect, useState } from 'preact/hooks'
import { afterDrawing } from './afterDrawing'

/**
 * How many of so many things are drawn: the first ones at once, the others in slices, between which the page is drawn and answers. Begins
 * anew when `list` is another.
 */
export function useGrowing(list: readonly unknown[], first: number, slice: number): number {
  const [grown, setGrown] = useState({ list, count: first })
  const count = Math.min(list.length, grown.list === list ? grown.count : first)
  useEffect(() => {
    if (count === list.length) return
    return afterDrawing(() => setGrown({ list, count: count + slice }))
  }, [list, count])
  return count
}
