import { ExtensionMode, type ExtensionContext } from 'vscode'
import type { CacheFiles } from './cacheFiles'
import type { Log } from './log'
import { storageFiles } from './storageFiles'

/**
 * Where analyses are kept between sessions, by engine version. Not during development, when rules change without a new
 * version.
 */
export function analysisCache(context: ExtensionContext, log: Log): (engineVersion: string) => CacheFiles | undefined {
  const { extensionMode, storageUri } = context
  return (engineVersion) =>
    extensionMode === ExtensionMode.Production && storageUri
      ? storageFiles(storageUri, `${extensionVersion(context)}-${engineVersion}`, log)
      : undefined
}

function extensionVersion({ extension }: ExtensionContext): string {
  const { version } = extension.packageJSON as { readonly version: string }
  return version
}
