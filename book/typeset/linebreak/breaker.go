package linebreak

// Breaker sets paragraphs by its Rules. It only keeps memory for reuse: the result for
// one paragraph does not depend on those before. Not for use by two goroutines at once.
type Breaker struct {
	Rules Rules
}

// Break finds the best setting, and with Vary those of more and fewer lines.
func (b *Breaker) Break(p Paragraph) Result { return Result{} }
