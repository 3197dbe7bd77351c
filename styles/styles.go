// Package styles embeds the styles that cahier knows: a folder each, with print.yaml for
// the PDF and epub.css for the EPUB.
package styles

import "embed"

// FS holds a folder per style.
//
//go:embed */*.yaml */*.css
var FS embed.FS
