import type { EntityKind } from '../../protocol/common'

const icons: Readonly<Record<Exclude<EntityKind, 'organization'>, string>> = {
  person: 'person',
  group: 'organization',
  'acting-place': 'globe',
  place: 'location'
}

/** A codicon. Hidden from screen readers: the row's label says what it means. */
export function Icon({ name }: { readonly name: string }) {
  return <span class={`codicon codicon-${name}`} aria-hidden="true" />
}

export function EntityIcon({ kind }: { readonly kind: EntityKind }) {
  if (kind !== 'organization')
    return <span class={`codicon codicon-${icons[kind]} kind-icon ${kind}`} aria-hidden="true" />
  // There is no codicon for an institution, so this draws a building with a gable and columns.
  return (
    <svg
      class="kind-icon organization"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden="true"
    >
      <path d="M8 1.2 14.5 5v1.5h-13V5L8 1.2Zm0 1.2L4.1 5.5h7.8L8 2.4ZM3 7.5h1v4H3v-4Zm3 0h1v4H6v-4Zm3 0h1v4H9v-4Zm3 0h1v4h-1v-4ZM2 12.5h12v1H2v-1Z" />
    </svg>
  )
}
