// Runs in every browser, however old: shows the plain sentence where the office itself cannot run.
// aspect-ratio came with Chromium 88, Firefox 89 and Safari 15.
var styles = window.CSS
var modern = styles ? 'supports' in styles && styles.supports('aspect-ratio', '1') : false
if (!modern || !('noModule' in document.createElement('script'))) {
  document.getElementById('too-old').removeAttribute('hidden')
}
