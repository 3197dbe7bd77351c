package typeset

// Stats counts what a composition came to.
type Stats struct {
	Pages, Lines, Hyphens, Loose, Overfull int
}
