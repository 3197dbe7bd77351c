package pdf

import "cahier/book/unit"

// ring is pages whose contents are being compressed while the next ones are drawn: a page
// takes longer to compress than to draw. They are handed over in order, so that the file
// does not depend on who is faster.
type ring struct {
	places [ringSize]pressing
	next   int // number of pages begun
}

// ringSize is the number of pages at work at once: enough to keep a second processor
// busy through a long page, few enough to cost no memory.
const ringSize = 4

// pressing is a page at work. Its buffers serve one page after another.
type pressing struct {
	content       []byte
	width, height unit.Length
	deflate       deflater
	done          chan []byte // nil when idle
}

// fast makes the pages that follow compressed sooner and less.
func (r *ring) fast() {
	for i := range r.places {
		r.places[i].deflate.fast = true
	}
}

// begin frees the place of the next page, handing over the page that it held, and returns
// the buffer to draw in.
func (r *ring) begin(c *container) []byte {
	p := &r.places[r.next%ringSize]
	p.handOver(c)
	return p.content[:0]
}

// end starts to compress the content that was drawn in the buffer of begin.
func (r *ring) end(content []byte, width, height unit.Length) {
	p := &r.places[r.next%ringSize]
	r.next++
	p.content, p.width, p.height = content, width, height
	done := make(chan []byte, 1)
	p.done = done
	go func() { done <- p.deflate.deflate(content) }()
}

// drain hands over all pages still at work.
func (r *ring) drain(c *container) {
	for range ringSize {
		r.places[r.next%ringSize].handOver(c)
		r.next++
	}
}

func (p *pressing) handOver(c *container) {
	if p.done != nil {
		c.page(p.width, p.height, <-p.done)
		p.done = nil
	}
}
