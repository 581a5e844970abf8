import {
  emptyProject,
  layerPath,
  projectPath,
  writeLayer,
  writeProject,
  type Decision,
  type Project
} from '../../../src/annotations'
import { withFolder } from './folder'

/** Somebody whom annotators name, and a code that they give. */
export const anna = { iri: 'https://example.org/anna', name: 'Anna Berg', type: 'person' } as const
export const code = {
  id: 'urn:uuid:00000000-0000-4000-8000-00000000c0de',
  name: 'Weather',
  color: '#112233',
  order: 1,
  creator: 'Rosa',
  created: '2026-01-01T00:00:00.000Z'
}

/** Articles with decisions: by article and annotator. */
export interface Annotated {
  readonly articles: Readonly<Record<string, string>>
  readonly layers: Readonly<Record<string, Readonly<Record<string, readonly Decision[]>>>>
  readonly project?: Partial<Project>
  /** Further files. */
  readonly files?: Readonly<Record<string, string>>
}

/** Runs `use` with a folder of articles and the decisions about them, as they are on disk. */
export async function withAnnotated(
  { articles, layers, project, files }: Annotated,
  use: (folder: string) => Promise<void>
): Promise<void> {
  const written: Record<string, string> = { ...articles }
  for (const [article, own] of Object.entries(layers))
    for (const [annotator, decisions] of Object.entries(own))
      written[layerPath(article, annotator)] = writeLayer({ annotator, decisions }, article, {
        text: articles[article]
      })
  if (project) written[projectPath] = writeProject({ ...emptyProject, ...project })
  await withFolder({ ...written, ...files }, use)
}
