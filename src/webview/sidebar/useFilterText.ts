import { useEffect, useRef, useState } from 'preact/hooks'
import { readFilterText, wholeFilter, type FilterText } from './filterText'

/** Milliseconds without typing before the host is sent the filter. */
const typingRest = 120

export interface UsedFilter {
  readonly text: FilterText
  /** As it is typed: conditions first. */
  readonly typed: string
  /** Whether the host knows of it. */
  readonly isSent: boolean
  /** What the host knows, as it was sent or said. */
  readonly sent: string
  /** `soon`: the reader is typing, and may go on. */
  set(text: FilterText, soon?: boolean): void
}

/** The filter of the window, which is changed here and elsewhere: `said` is what the host says of it, another object each time. */
export function useFilterText(said: { readonly text: string }, send: (filter: string) => void): UsedFilter {
  const [text, setText] = useState<FilterText>(() => readFilterText(said.text))
  const [sent, setSent] = useState({ typed: wholeFilter(text), text: said.text })
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | undefined>(
    undefined
  )
  const typed = wholeFilter(text)

  useEffect(() => {
    if (said.text === sent.text) return
    forgetWaiting()
    const read = readFilterText(said.text)
    setText(read)
    setSent({ typed: wholeFilter(read), text: said.text })
  }, [said])
  useEffect(() => {
    // The page may be gone before typing has rested: who leaves it has typed all.
    const sendWaiting = () => waiting.current?.send()
    window.addEventListener('blur', sendWaiting)
    return () => {
      window.removeEventListener('blur', sendWaiting)
      forgetWaiting()
    }
  }, [])

  function forgetWaiting(): void {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
  }

  function publish(filter: string): void {
    forgetWaiting()
    setSent({ typed: filter, text: filter })
    send(filter)
  }

  return {
    text,
    typed,
    isSent: sent.typed === typed,
    sent: sent.text,
    set(next, soon = false) {
      const filter = wholeFilter(next)
      setText(next)
      forgetWaiting()
      // What is typed may still wait to be sent.
      if (filter === sent.typed) return
      if (!soon || filter === '') return publish(filter)
      const publishIt = () => publish(filter)
      waiting.current = { timer: setTimeout(publishIt, typingRest), send: publishIt }
    }
  }
}
