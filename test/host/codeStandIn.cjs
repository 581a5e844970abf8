#!/usr/bin/env node
// Looks like the `code` executable to @vscode/test-electron; see codeStandIn.ts.
require('tsx/cjs')
require('./codeStandIn.ts')
