import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { leftOutTone, palette, quoteShade, type KeyStrings, type PaletteId } from '../../protocol/sidebar'
import { Icon } from '../shared/Icon'

interface ColourKeyProps {
  readonly strings: KeyStrings
  /** Of what it lies above, in pixels of the view. */
  readonly bottom: number
  readonly onClose: (how: 'key' | 'pointer') => void
}

type NamePart = 'person' | 'organization' | 'group' | 'place' | 'actingPlace'

/** What each colour, line and mark means: names and quotes drawn as the editor draws them, marks as the lists do. */
export function ColourKey({ strings, bottom, onClose }: ColourKeyProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    box.current?.focus()
    const leave = ({ target }: Event) => {
      if (target instanceof Element && !box.current?.contains(target) && !target.closest('.key-button'))
        onClose('pointer')
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])
  return (
    <div
      ref={box}
      class="key"
      role="dialog"
      aria-label={strings.title}
      tabIndex={-1}
      style={{ bottom: `${bottom}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose('key')
      }}
    >
      <div class="key-head">
        <h2>{strings.title}</h2>
        <button
          type="button"
          class="tool"
          title={strings.close}
          aria-label={strings.close}
          onClick={() => onClose('key')}
        >
          <Icon name="close" />
        </button>
      </div>
      <Part title={strings.names}>
        <NameRow part="person" name={strings.person} look={strings.personLook} />
        <NameRow part="organization" name={strings.organization} look={strings.organizationLook} />
        <NameRow part="group" name={strings.group} look={strings.groupLook} />
        <NameRow part="place" name={strings.place} look={strings.placeLook} />
        <NameRow part="actingPlace" name={strings.actingPlace} look={strings.actingPlaceLook} />
        <NameRow part="person" name={strings.decidedName} look={strings.decidedNameLook} isDecided />
      </Part>
      <Part title={strings.quotes}>
        <QuoteRow
          part="directQuote"
          name={strings.direct}
          look={
            <>
              <span class="out-of-contrast">{strings.directLook}</span>
              <span class="in-contrast">{strings.directLookInContrast}</span>
            </>
          }
          isShaded
        />
        <QuoteRow part="mixedQuote" name={strings.mixed} look={strings.mixedLook} isShaded />
        <QuoteRow part="indirectQuote" name={strings.indirect} look={strings.indirectLook} isShaded />
        <QuoteRow part="attitude" name={strings.attitude} look={strings.attitudeLook} />
        <QuoteRow part="source" name={strings.source} look={strings.sourceLook} />
        <QuoteRow part="cue" name={strings.cue} look={strings.cueLook} />
        <QuoteRow part="directQuote" name={strings.decidedQuote} look={strings.decidedQuoteLook} isShaded isDecided />
        <Row look={strings.reviewLook}>
          <span class="sample" style={{ textDecoration: `underline wavy var(${palette.review.css}, currentColor)` }}>
            {strings.review}
          </span>
        </Row>
        <Row look={strings.leftOutLook}>
          <span class="sample" style={{ color: `var(${leftOutTone.css})`, fontStyle: 'italic' }}>
            {strings.leftOut}
          </span>
        </Row>
      </Part>
      <Part title={strings.lists}>
        <BarRow kind="direct" look={strings.solidBar} />
        <BarRow kind="mixed" look={strings.stripedBar} />
        <BarRow kind="indirect" look={strings.emptyBar} />
        <BarRow kind="indirect" look={strings.unnamed} isUnnamed />
        <Row look={strings.acting}>
          <Icon name="globe" />
        </Row>
        <Row look={strings.suggested}>
          <span class="state suggested" />
        </Row>
        <Row look={strings.partly}>
          <span class="state partly" />
        </Row>
        <Row look={strings.decided}>
          <span class="state decided" />
        </Row>
        <Row look={strings.flagged}>
          <span class="state review">
            <Icon name="flag" />
          </span>
        </Row>
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  )
}

function Row({ look, children }: { readonly look: ComponentChildren; readonly children: ComponentChildren }) {
  return (
    <li>
      <span class="key-mark">{children}</span> <span>{look}</span>
    </li>
  )
}

interface SampleProps<Part extends PaletteId> {
  readonly part: Part
  readonly name: string
  readonly look: ComponentChildren
  readonly isDecided?: boolean
}

/** As `editor/highlightStyles` has it. */
function NameRow({ part, name, look, isDecided = false }: SampleProps<NamePart>) {
  const { css, line } = palette[part]
  const style = {
    color: `var(${css})`,
    ...(line !== 'none' && { textDecoration: `underline ${line} 1px`, textUnderlineOffset: '3px' }),
    ...(isDecided && { fontWeight: 'bold' })
  }
  return (
    <Row look={look}>
      <span class="sample" style={style}>
        {name}
      </span>
    </Row>
  )
}

function QuoteRow({
  part,
  name,
  look,
  isShaded = false,
  isDecided = false
}: SampleProps<Exclude<PaletteId, NamePart>> & { readonly isShaded?: boolean }) {
  const { css, line } = palette[part]
  const shown = line === 'none' && isDecided ? 'solid' : line
  return (
    <Row look={look}>
      <span class="sample">
        <span
          class={shown === 'none' ? 'quote-edge' : undefined}
          style={{
            ...(shown !== 'none' && { borderBottom: `${isDecided ? 2 : 1}px ${shown} var(${css})` }),
            ...(isShaded && { background: `var(${quoteShade.css}, transparent)` })
          }}
        >
          {name}
        </span>
      </span>
    </Row>
  )
}

interface BarRowProps {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly look: string
  readonly isUnnamed?: boolean
}

function BarRow({ kind, look, isUnnamed = false }: BarRowProps) {
  return (
    <Row look={look}>
      <span class={isUnnamed ? 'kinds unnamed' : 'kinds'}>
        <span class="kinds-bar">
          <span class={kind} style={{ flexGrow: 1 }} />
        </span>
      </span>
    </Row>
  )
}
