import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** A name at the right edge of the margin, on a few lines; Chromium gives no ellipsis to what is aligned so, hence one of our own. */
export function MarginName({ name }: { readonly name: string }) {
  const element = useRef<HTMLSpanElement>(null)
  const [isCut, setCut] = useState(false)
  // At each drawing: the margin may have another width.
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = element.current ?? {}
    setCut(scrollHeight > clientHeight + 1)
  })
  return (
    <span class={isCut ? 'name-lines cut' : 'name-lines'}>
      <span ref={element} class="name">
        {name}
      </span>
    </span>
  )
}
