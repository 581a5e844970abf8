const prefix = 'assistant-'

/** Whether a layer is an assistant's: what is in it is proposed, and counts nowhere as decided. */
export function isAssistant(annotator: string): boolean {
  return annotator.startsWith(prefix)
}

/** Whether a stamp (`LoadedLayers.stamp`, which names the files of layers) is also of an assistant's layer. */
export function hasAssistantLayer(stamp: string): boolean {
  return stamp.split(' ').some(isAssistant)
}

/** The layers of people. */
export function layersOfPeople<Of extends { readonly annotator: string }>(layers: readonly Of[]): readonly Of[] {
  return layers.some(({ annotator }) => isAssistant(annotator))
    ? layers.filter(({ annotator }) => !isAssistant(annotator))
    : layers
}

/** The name of an assistant's layer, of what it calls itself: of lower case letters, digits and hyphens, whatever that is. */
export function assistantName(given: string): string {
  const name = given
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(new RegExp(`^(?:${prefix})+`), '')
    .slice(0, longest)
    .replace(/-+$/, '')
  return `${prefix}${name || 'unnamed'}`
}

const longest = 30
