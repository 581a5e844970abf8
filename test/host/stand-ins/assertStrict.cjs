// node:assert/strict for the web extension host: npm's assert is Node's, for browsers.
module.exports = require('assert').strict
