import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { root } from './places.mjs'

/** Puts the fake engine where a bundle would have the real one. The build fails when there is nothing to replace any more. */
export const fakeEngine: Plugin = {
  name: 'fake engine',
  setup(build) {
    build.onResolve({ filter: /^\.\/engine$/ }, ({ importer }) =>
      importer === join(root, 'src', 'analysis', 'index.ts')
        ? { path: join(root, 'test', 'fakeEngine', 'index.ts') }
        : undefined
    )
  }
}
