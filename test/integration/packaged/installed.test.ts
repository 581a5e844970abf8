import assert from 'node:assert/strict'
import * as vscode from 'vscode'

// The runner installs the package into a folder of its own and develops an empty extension beside it.
describe('the installed package', () => {
  const extension = vscode.extensions.getExtension('article-annotator.article-annotator')

  it('runs from where it was installed, and not from the repository', async () => {
    const installed = process.env['ANNOTATOR_EXTENSIONS'] ?? assert.fail('the runner told no folder of extensions')
    assert.ok(extension)
    assert.ok(extension.extensionPath.startsWith(`${installed}/`), `${extension.extensionPath} is not in ${installed}`)
    await extension.activate()
    assert.equal(extension.isActive, true)
  })

  it('has its models and samples with it', async () => {
    assert.ok(extension)
    for (const folder of ['models', 'samples']) {
      const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(extension.extensionUri, folder))
      assert.ok(files.length > 0, folder)
    }
  })
})
