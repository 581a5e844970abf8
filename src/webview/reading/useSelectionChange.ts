import { useEffect } from 'preact/hooks'

/** Calls the first `follow` that it is given, once a frame, when the selection of the page has changed. */
export function useSelectionChange(follow: () => void): void {
  useEffect(() => {
    let asked = 0
    const ask = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(follow)
    }
    document.addEventListener('selectionchange', ask)
    return () => {
      cancelAnimationFrame(asked)
      document.removeEventListener('selectionchange', ask)
    }
  }, [])
}
