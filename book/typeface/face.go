// Package typeface reads font files and turns text into glyphs: shaping, metrics,
// coverage, fallback and subsets. It is the only importer of go-text.
package typeface

// Face is one font file, ready to shape with.
type Face struct{}
