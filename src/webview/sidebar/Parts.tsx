import { Fragment, type ComponentChildren } from 'preact'
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

/** The parts one below the other: closed ones are their heads alone, open ones share the height. */
export function Parts(props: PartsProps) {
  const { parts, open, sizes, strings } = props
  return (
    <div class="parts">
      {parts.map((part, index) => {
        const { id } = part
        const above = parts.slice(0, index).findLast((other) => open[other.id])
        return (
          <Fragment key={id}>
            {above && open[id] && (
              <Sash
                label={format(strings.resize, above.label, part.label)}
                above={`part-${above.id}`}
                below={`part-${id}`}
                value={(100 * sizes[above.id]) / (sizes[above.id] + sizes[id])}
                onResize={(value) => {
                  const both = sizes[above.id] + sizes[id]
                  props.onResize({ ...sizes, [above.id]: value * both, [id]: (1 - value) * both })
                }}
              />
            )}
            <section
              id={`part-${id}`}
              class={open[id] ? 'part open' : 'part'}
              aria-labelledby={`head-${id}`}
              style={open[id] ? { flexGrow: sizes[id] } : {}}
            >
              <PartHead {...props} part={part} />
              {open[id] && (
                <div class="part-body" id={`body-${id}`}>
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

function PartHead({ part, open, strings, tools, onOpen }: PartsProps & { readonly part: Part }) {
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
          onClick={() => onOpen(id, !open[id])}
        >
          <Icon name={open[id] ? 'chevron-down' : 'chevron-right'} />
          <span class="part-label">{label}</span> <span class={badge ? 'part-badge' : 'part-count'}>{figure}</span>
        </button>
      </h2>
      {open[id] && <div class="part-tools">{tools(part)}</div>}
    </div>
  )
}
