import { Fragment, type ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { SidebarStrings } from '../../protocol/sidebar'
import { format, number } from '../shared/format'
import { Icon } from '../shared/Icon'
import { Sash } from './Sash'
import type { Part, PartId } from './treeNodes'

interface PartsProps {
  readonly parts: readonly Part[]
  readonly open: Readonly<Record<PartId, boolean>>
  readonly sizes: Readonly<Record<PartId, number>>
  readonly strings: SidebarStrings
  /** Buttons at the end of a part's head. */
  readonly tools: (part: Part) => ComponentChildren
  readonly body: (part: Part) => ComponentChildren
  readonly onOpen: (part: PartId, isOpen: boolean) => void
  readonly onResize: (sizes: Readonly<Record<PartId, number>>) => void
}

/**
 * The parts one below the other: closed ones are their heads alone, open ones share the height. Where that is too little for the
 * lists, all of it scrolls, and the heads stay in sight: those above at the top, those below at the bottom.
 */
export function Parts(props: PartsProps) {
  const { parts, open, sizes, strings } = props
  /** What was opened last, until it is in sight. */
  const opened = useRef<PartId | undefined>(undefined)
  useLayoutEffect(() => {
    if (opened.current) bodyOf(opened.current)?.scrollIntoView({ block: 'start' })
    opened.current = undefined
  }, [open])

  function pressHead(id: PartId): void {
    const body = bodyOf(id)
    // A head is in sight where its list is not: then it is a way there.
    if (body && !isInSight(body)) return body.scrollIntoView({ block: 'start' })
    opened.current = open[id] ? undefined : id
    props.onOpen(id, !open[id])
  }

  return (
    <div class="parts" style={{ '--heads': parts.length }} onFocusIn={({ target }) => uncover(target)}>
      {parts.map((part, index) => {
        const { id } = part
        const above = parts.slice(0, index).findLast((other) => open[other.id])
        return (
          <Fragment key={id}>
            {above && open[id] && (
              <Sash
                label={format(strings.resize, above.label, part.label)}
                above={`body-${above.id}`}
                below={`body-${id}`}
                value={(100 * sizes[above.id]) / (sizes[above.id] + sizes[id])}
                onResize={(value) => {
                  const both = sizes[above.id] + sizes[id]
                  props.onResize({ ...sizes, [above.id]: value * both, [id]: (1 - value) * both })
                }}
              />
            )}
            <section class="part" aria-labelledby={`head-${id}`} style={{ '--place': index }}>
              <PartHead {...props} part={part} onPress={() => pressHead(id)} />
              {open[id] && (
                <div class="part-body" id={`body-${id}`} style={{ flexGrow: sizes[id] }}>
                  {props.body(part)}
                </div>
              )}
            </section>
          </Fragment>
        )
      })}
    </div>
  )
}

function bodyOf(id: PartId): HTMLElement | null {
  return document.getElementById(`body-${id}`)
}

/** Where an open part can be seen, between the heads that stick above and below it. */
function roomOf(body: Element): { readonly box: Element; readonly top: number; readonly bottom: number } {
  const box = body.parentElement?.parentElement ?? body
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(body)
  const { top, bottom } = box.getBoundingClientRect()
  return { box, top: top + parseFloat(scrollMarginTop), bottom: bottom - parseFloat(scrollMarginBottom) }
}

/** Whether half of what can be seen at once of an open part can be seen now. */
function isInSight(body: Element): boolean {
  const { top, bottom } = roomOf(body)
  const own = body.getBoundingClientRect()
  return Math.min(own.bottom, bottom) - Math.max(own.top, top) >= Math.min(own.height, bottom - top) / 2
}

/** Scrolls to what has got the keyboard, where a head lies above it. Not at a press of the mouse: its click would land elsewhere. */
function uncover(focused: EventTarget | null): void {
  const body = focused instanceof Element && focused.matches(':focus-visible') && focused.closest('.part-body')
  if (!body) return
  const { box, top, bottom } = roomOf(body)
  const own = focused.getBoundingClientRect()
  if (own.top < top) box.scrollTop -= top - own.top
  else if (own.bottom > bottom) box.scrollTop += Math.min(own.bottom - bottom, own.top - top)
}

interface PartHeadProps extends PartsProps {
  readonly part: Part
  readonly onPress: () => void
}

function PartHead({ part, open, strings, tools, onPress }: PartHeadProps) {
  const { id, label, help, count, total, badge } = part
  const { locale } = strings
  const figure =
    badge ?? (count === total ? number(count, locale) : `${number(count, locale)}/${number(total, locale)}`)
  return (
    <div class="part-head">
      <h2>
        <button
          id={`head-${id}`}
          type="button"
          title={help}
          aria-expanded={open[id]}
          {...(open[id] ? { 'aria-controls': `body-${id}` } : {})}
          onClick={onPress}
        >
          <Icon name={open[id] ? 'chevron-down' : 'chevron-right'} />
          <span class="part-label">{label}</span> <span class={badge ? 'part-badge' : 'part-count'}>{figure}</span>
        </button>
      </h2>
      {open[id] && <div class="part-tools">{tools(part)}</div>}
    </div>
  )
}
