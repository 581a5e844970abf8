import assert from 'node:assert/strict'
import { verdict } from '../../verdict.mjs'

describe('the verdict over a stage', () => {
  const said = (...stage: Parameters<typeof verdict>): string => {
    const { passed, failed, said } = verdict(...stage)
    return `${passed}/${failed} ${said}`
  }

  it('believes a command that is content', () => {
    assert.equal(said('check', 'anything', 'exit 0'), '1/0 content')
  })
  it('is red for one that is not', () => {
    assert.equal(said('check', 'anything', 'exit 2'), '0/1 exit 2')
  })
  it('counts mocha', () => {
    assert.equal(said('mocha', 'a suite\n\n  12 passing (3s)\n', 'exit 0'), '12/0 12 passed, 0 failed')
  })
  it('is red for a failing test', () => {
    assert.equal(said('mocha', '  12 passing (3s)\n  2 failing\n', 'exit 2'), '12/2 12 passed, 2 failed')
  })
  it('is red when every test passed and the process failed', () => {
    assert.equal(said('mocha', '  12 passing (3s)\n', 'exit 1'), '12/1 12 passed, 0 failed, but exit 1')
  })
  it('is red when there was no test', () => {
    assert.equal(said('mocha', '  0 passing (1ms)\n', 'exit 0'), '0/1 ran no test')
  })
  it('is red when mocha did not come to its end', () => {
    assert.equal(said('mocha', 'a suite\n  ok', 'ended after 5 minutes'), '0/1 no counts, ended after 5 minutes')
  })
  it('reads the marker of an extension host', () => {
    assert.equal(
      said('marker', 'x\narticle-annotator tests: 7 passed, 0 failed\ny', 'exit 0'),
      '7/0 7 passed, 0 failed'
    )
  })
  it('is red without a marker, though VS Code says that all went well', () => {
    assert.equal(said('marker', 'Exit code: 0', 'exit 0'), '0/1 no counts, exit 0')
  })
  it('is red for a marker of no test', () => {
    assert.equal(said('marker', 'article-annotator tests: 0 passed, 0 failed', 'exit 0'), '0/1 ran no test')
  })
  it('trusts no two markers', () => {
    assert.equal(
      said(
        'marker',
        'article-annotator tests: 1 passed, 0 failed\narticle-annotator tests: 1 passed, 0 failed',
        'exit 0'
      ),
      '0/1 no counts, exit 0'
    )
  })
})
