import { useEffect } from 'preact/hooks'
import { rowText } from './labels'
import type { Row } from './rows'

/** Copies the words of the row that has the focus. */
export function useRowCopy(box: { readonly current: HTMLElement | null }, rows: readonly Row[]): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const element = document.activeElement
      // The focus may be newer than what was rendered last: the element knows its row.
      const row =
        element instanceof HTMLElement && box.current?.contains(element) && rows[Number(element.dataset['index'])]
      // Text that the reader selected is copied by the browser.
      if (!row || getSelection()?.isCollapsed === false) return
      event.clipboardData?.setData('text/plain', rowText(row.node.content))
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [rows])
}
