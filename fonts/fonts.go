// Package fonts embeds the faces that cahier sets with, each folder with its licence.
package fonts

import "embed"

// FS holds a folder per family with TrueType files and OFL.txt.
//
//go:embed */*.ttf */*.txt
var FS embed.FS
