/** The folder of all annotations, below that of the articles. */
export const annotationsFolder = '.annotations'
export const projectPath = `${annotationsFolder}/project.jsonld`

const extension = '.jsonld'

/** The path of a layer's file. Throws a `RangeError` where `article` is no path below the folder. */
export function layerPath(article: string, annotator: string): string {
  return `${layerFolder(article)}/${fileNameOf(annotator)}${extension}`
}

/** The folder of an article's layers. Throws a `RangeError` where `article` is no path below the folder. */
export function layerFolder(article: string): string {
  if (!isArticlePath(article))
    throw new RangeError(`Not the path of an article below its folder: ${JSON.stringify(article)}`)
  return `${annotationsFolder}/${article}`
}

/** Whether layers can be kept of it: no empty segment, none of dots, nothing that another system takes for a separator. */
export function isArticlePath(path: string): boolean {
  return !/[\\\0]/.test(path) && path.split('/').every((segment) => !/^\.{0,2}$/.test(segment))
}

/** The article whose layer a file is; undefined where it is no layer. */
export function articleOfLayerPath(path: string): string | undefined {
  const segments = path.split('/')
  const name = segments.at(-1) ?? ''
  if (segments[0] !== annotationsFolder || segments.length < 3) return undefined
  if (!name.endsWith(extension) || name.startsWith('.')) return undefined
  return segments.slice(1, -1).join('/')
}

/**
 * A name that every file system takes. Lower case names stay as they are; where anything of a name is lost, as its capitals are
 * (many file systems do not tell them apart), a hash of the whole name keeps it apart from others.
 */
function fileNameOf(annotator: string): string {
  const name = annotator
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...name].slice(0, longestName).join('')
  return short === annotator && short && !reservedOnWindows.test(short)
    ? short
    : `${short || 'annotator'}-${hash(annotator)}`
}

const longestName = 40
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** FNV-1a over UTF-16 units, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(36).padStart(7, '0')
}

/** An article's path as an IRI reference: letters of all scripts stay readable. */
export function articleReference(article: string): string {
  return article.replace(/[^\p{L}\p{M}\p{N}/._~!$&'()*+,;=@-]/gu, (character) =>
    /^[\uD800-\uDFFF]$/.test(character) ? '%EF%BF%BD' : encodeURIComponent(character)
  )
}

/** The layers among files, also those that lie ready to take their place (`replacementOf`). In order of path. */
export function layersAmong(paths: readonly string[]): readonly string[] {
  const layers = paths
    .map((path) => path.replace(/(^|\/)\.([^/]+)\.new$/, '$1$2'))
    .filter((path) => articleOfLayerPath(path))
  return [...new Set(layers)].sort()
}

/** The name of the annotator of a file that does not say it. */
export function annotatorOfPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -extension.length)
}
