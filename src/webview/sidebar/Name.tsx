import type { Filter } from '../shared/filter'
import { Highlighted } from '../shared/Highlighted'

interface NameProps {
  readonly name: string
  readonly named: boolean
  readonly description: string
  readonly filter: Filter
}

/** A name with what its bearer is, on at most two lines. */
export function Name({ name, named, description, filter }: NameProps) {
  return (
    <span class={named ? 'label' : 'label unnamed'}>
      <bdi>
        <Highlighted text={name} filter={filter} />
      </bdi>
      {description && ' '}
      {description && (
        <span class="note">
          <bdi>
            <Highlighted text={description} filter={filter} />
          </bdi>
        </span>
      )}
    </span>
  )
}
