import { useRef } from 'preact/hooks'
import type { SidebarStrings } from '../../protocol/sidebar'
import { rowLabel } from './labels'
import { typeAhead } from './navigation'
import type { Row } from './rows'

/** Letters typed within this time of each other make one word. Milliseconds. */
const typingPause = 800

/** `time` is that of the event, in milliseconds. */
interface TypeAhead {
  /** Whether another letter belongs to the same word. */
  isTyping(time: number): boolean
  find(character: string, time: number, focused: number): number | undefined
}

/** Finds the row that is meant by letters typed one after the other. */
export function useTypeAhead(rows: readonly Row[], strings: SidebarStrings): TypeAhead {
  const typed = useRef({ text: '', at: -Infinity })
  const isTyping = (time: number) => time - typed.current.at < typingPause
  const find = (character: string, time: number, focused: number) => {
    const text = isTyping(time) ? typed.current.text + character : character
    typed.current = { text, at: time }
    const labels = rows.map(({ node }) => rowLabel(node.content, strings))
    return typeAhead(labels, focused, text)
  }
  return { isTyping, find }
}
