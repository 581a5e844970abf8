// Run by activation.ts in a process of its own: prints the milliseconds that the first engine takes.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine } from '../../src/analysis'
import { root } from '../engine'

const start = performance.now()
void loadEngine((file) => readFile(join(root, 'models', file))).then(() => { process.stdout.write(String(performance.now() - start)) })
