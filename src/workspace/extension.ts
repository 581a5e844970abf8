import { ExtensionMode, type ExtensionContext, type Uri } from 'vscode'

/** Where analyses outlive a session. Not during development: there the rules change and the version stays. */
export function analysesFolder({ extensionMode, storageUri }: ExtensionContext): Uri | undefined {
  return extensionMode === ExtensionMode.Production ? storageUri : undefined
}

export function extensionVersion({ extension }: ExtensionContext): string {
  const { version } = extension.packageJSON as { readonly version: string }
  return version
}
