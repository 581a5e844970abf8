import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Proposing } from './proposals'
import { assistantServer, type AskedFolder } from './server'

/** Serves one assistant over standard input and output. Resolves when it has gone. */
export async function serveAssistant(folder: AskedFolder, version: string, proposing?: Proposing): Promise<void> {
  const server = assistantServer(folder, version, proposing)
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve
    // The SDK does not look for the end of the input.
    process.stdin.once('end', resolve).once('close', resolve)
  })
  await server.connect(new StdioServerTransport())
  await gone
  await server.close()
}
