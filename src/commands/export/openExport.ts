import { commands, env, UIKind, ViewColumn, window, workspace, type Uri } from 'vscode'
import type { ExchangeFormat } from '../../exchange'
import { fileName } from '../../workspace/fileName'

/** In bytes: a larger report would stop the window for seconds. */
const largestPage = 30_000_000

/**
 * Opens a file that was exported, of a format that is text: a report as the page that it is, in the user's browser where VS Code runs on
 * the same machine, else beside the articles; every other file as text.
 */
export async function openExport(target: Uri, { extension }: Pick<ExchangeFormat, 'extension'>): Promise<void> {
  if (extension !== 'html') await openText(target)
  else if (isOnThisMachine(target)) await env.openExternal(target)
  else if ((await workspace.fs.stat(target)).size > largestPage) await openText(target)
  else await showPage(target)
}

/** Whether the user's own programs can reach a file. */
export function isOnThisMachine({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined
}

function openText(target: Uri): Thenable<unknown> {
  return commands.executeCommand('vscode.open', target)
}

/** The report has no scripts and a policy of its own that admits none; the webview runs none either. */
async function showPage(target: Uri): Promise<void> {
  const html = new TextDecoder().decode(await workspace.fs.readFile(target))
  const options = { enableScripts: false, localResourceRoots: [], enableFindWidget: true }
  const panel = window.createWebviewPanel('articleAnnotator.report', fileName(target), ViewColumn.Active, options)
  panel.webview.html = html
}
