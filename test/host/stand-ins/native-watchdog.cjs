// In place of @vscode/native-watchdog, which is a native add-on: it ends an extension host whose parent is gone.
// The extension host also watches its parent by itself, so that nothing is left to do.
exports.start = () => {}
