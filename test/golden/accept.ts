// npm run golden:accept: what the engine says now becomes what it is expected to say.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expectedFolder, renderGoldenFiles } from './goldenFiles'

async function accept(): Promise<void> {
  const files = await renderGoldenFiles()
  await rm(expectedFolder, { recursive: true, force: true })
  for (const [name, content] of files) {
    const file = join(expectedFolder, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  console.log(`${files.size} golden files accepted: read the difference before you commit it.`)
}

void accept()
