import { useRef } from 'preact/hooks'
import type { SidebarStrings } from '../../protocol/sidebar'
import { rowLabel } from './labels'
import { typeAhead } from './navigation'
import type { Row } from './rows'

/** Letters typed within this time of each other make one word. Milliseconds. */
const typingPause = 800

/** Finds the row that is meant by letters typed one after the other. `time` is that of the event, in milliseconds. */
export function useTypeAhead(
  rows: readonly Row[],
  strings: SidebarStrings
): (character: string, time: number, focused: number) => number | undefined {
  const typed = useRef({ text: '', at: 0 })
  return (character, time, focused) => {
    const text = time - typed.current.at < typingPause ? typed.current.text + character : character
    typed.current = { text, at: time }
    const labels = rows.map(({ node }) => rowLabel(node.content, strings))
    return typeAhead(labels, focused, text)
  }
}
