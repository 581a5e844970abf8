import type { ReadingCode, ReadingSource, ReadingStrings } from '../../protocol/reading'
import { Icon } from '../shared/Icon'
import type { ShownBlock } from './model'
import { sourceClass, sourceLabel } from './sourceLooks'
import type { InSight } from './useInSight'

/** Of a line, in pixels. */
const laneWidth = 9

interface MarginProps {
  readonly blocks: readonly ShownBlock[]
  readonly inSight: readonly InSight[]
  readonly sources: readonly ReadingSource[]
  readonly strings: ReadingStrings
  readonly withNames: boolean
  readonly onSource: (source: number) => void
}

/** Beside each paragraph in sight a line for each source that is quoted in it; where it begins, its number and name. */
export function Rails({ blocks, inSight, sources, strings, withNames, onSource }: MarginProps) {
  return (
    <div class="rails" role="group" aria-label={strings.sources}>
      {inSight.flatMap(({ index, top, height }) => {
        const placed = blocks[index]
        if (!placed || placed.rails.every((source) => source < 0)) return []
        const before = blocks[index - 1]?.rails ?? []
        const starting = placed.rails.filter((source) => source >= 0 && !before.includes(source))
        return [
          <div class="beside" key={placed.id} style={{ top: px(top), height: px(height) }}>
            {placed.rails.map((source, lane) => {
              const known = sources[source]
              if (!known) return null
              return (
                <button
                  key={source}
                  type="button"
                  tabIndex={-1}
                  class={`rail ${sourceClass(source)}`}
                  style={{ right: px(lane * laneWidth) }}
                  data-source={source}
                  title={known.name}
                  aria-label={sourceLabel(known, source, strings)}
                  onClick={() => onSource(source)}
                />
              )
            })}
            <div class="starting" style={{ right: px(placed.rails.length * laneWidth + 6) }}>
              {starting.map((source) => (
                <button
                  key={source}
                  type="button"
                  tabIndex={-1}
                  class={`starts ${sourceClass(source)}`}
                  data-source={source}
                  title={sources[source]?.name}
                  onClick={() => onSource(source)}
                >
                  <span class="number">{source + 1}</span>
                  {withNames && <span class="name">{sources[source]?.name}</span>}
                </button>
              ))}
            </div>
          </div>
        ]
      })}
    </div>
  )
}

interface NotesProps {
  readonly blocks: readonly ShownBlock[]
  readonly inSight: readonly InSight[]
  readonly codes: readonly ReadingCode[]
  readonly label: string
  /** Lists the codings with a code, by their filter. */
  readonly onCodings: (filter: string) => void
}

/** Beside each paragraph in sight what is coded and noted in it; a code leads to its codings. */
export function Notes({ blocks, inSight, codes, label, onCodings }: NotesProps) {
  return (
    <div class="notes" role="group" aria-label={label}>
      {inSight.flatMap(({ index, top, height }) => {
        const block = blocks[index]?.block
        if (!block || (block.codes.length === 0 && block.memos.length === 0)) return []
        return [
          <div class="beside" key={block.id} style={{ top: px(top), maxHeight: px(height) }}>
            {block.codes.map((code) => (
              <CodeNote key={code} code={code} known={codes[code]} onCodings={onCodings} />
            ))}
            {block.memos.map((memo, at) => (
              <div key={`memo ${at}`} class="note">
                <Icon name="note" />
                <span class="name" title={memo}>
                  {memo}
                </span>
              </div>
            ))}
          </div>
        ]
      })}
    </div>
  )
}

interface CodeNoteProps extends Pick<NotesProps, 'onCodings'> {
  readonly code: number
  readonly known: ReadingCode | undefined
}

/** Of a code that the codebook does not have there is no list. */
function CodeNote({ code, known, onCodings }: CodeNoteProps) {
  const { name, filter } = known ?? {}
  const content = (
    <>
      <span class="swatch" />
      <span class="name" title={name}>
        {name}
      </span>
    </>
  )
  const look = `note code-${code}`
  return filter === undefined ? (
    <div class={look}>{content}</div>
  ) : (
    <button type="button" class={look} onClick={() => onCodings(filter)}>
      {content}
    </button>
  )
}

function px(pixels: number): string {
  return `${pixels}px`
}
