package typeset

import (
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
	"cahier/book/style"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
)

// Options are what a composition needs besides the volume, its design and the fonts.
type Options struct {
	// Images is the book's folder: it holds the images that the volume names, and the font
	// files that its style names by path, and the manuscript, in which problems are
	// looked up. nil for none.
	Images fs.FS
}

// Compose sets a volume: it divides its texts into lines and its sections into pages, and
// gives everything its place. The result does not depend on how many processors there
// are.
//
// The problems of severity error are those of fonts and of text that cannot be set; the
// composition is then nil or incomplete, and no output should be made of it.
func Compose(v *layout.Volume, p *style.Print, fonts *typeface.Library, opt Options) (*Composition, book.Problems) {
	looks, ps := openLooks(p, fonts, opt.Images, newLanguages(p.Hyphens))
	if looks == nil || ps.Errors() > 0 {
		return nil, ps
	}
	j := &job{volume: v, print: p, looks: looks, images: opt.Images, pictures: map[string]*picture.Image{}}
	root := &Element{Role: RoleDocument, Lang: v.Front.Lang, Title: book.PlainText(v.Front.Title)}
	galleys := j.galleys(root)
	j.set(galleys)
	plans := j.paginate(galleys)
	c := j.paint(plans)
	c.Root = root
	j.problems = append(append(j.problems, ps...), append(looks.problems, looks.broken()...)...)
	j.reportUnset(galleys)
	for _, g := range galleys {
		for _, t := range g.texts {
			j.problems = append(j.problems, t.problems...)
		}
	}
	j.problems.Sort()
	return c, j.problems
}

// job is what the stages of one composition share.
type job struct {
	volume   *layout.Volume
	print    *style.Print
	looks    *looks
	images   fs.FS
	pictures map[string]*picture.Image
	mu       sync.Mutex // guards pictures and problems
	cramped  sync.Once  // numbers without room are reported
	problems book.Problems
	where    map[string]int // page index of anchors
	ends     map[string]int // index of the last page of sections
	labels   []string       // folios by page index
	idle     []*compositor  // with what they have found so far
}

func (j *job) problem(at book.Pos, code book.Code, hint, format string, args ...any) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.problems.Add(at, code, hint, format, args...)
}

// image loads an image of the book once; nil if it cannot be used, which is reported.
func (j *job) image(src string, at book.Pos) *picture.Image {
	j.mu.Lock()
	defer j.mu.Unlock()
	if img, ok := j.pictures[src]; ok {
		return img
	}
	if j.images == nil {
		j.pictures[src] = nil
		j.problems.Add(at, book.CodeFileMissing, "", "image %s cannot be read: there is no folder to read it from", src)
		return nil
	}
	img, ps := picture.Load(j.images, src, at)
	j.problems = append(j.problems, ps...)
	if img != nil && img.Format == picture.SVG {
		j.problems.Add(at, book.CodeImageBad, "save the drawing as PNG too and name that", "image %s is a drawing (SVG), which the PDF cannot show", src)
		img = nil
	}
	if img != nil && j.print.Detail.Grey {
		img = grey(img)
	}
	j.pictures[src] = img
	return img
}

// set divides every text into lines, on all processors.
func (j *job) set(galleys []*galley) {
	var texts []*text
	for _, g := range galleys {
		texts = append(texts, g.texts...)
	}
	j.parallel(len(texts), 16, func(c *compositor, i int) { c.set(texts[i]) })
	for _, c := range j.idle { // what was wanted for long paragraphs is not any more
		c.breaker = linebreak.Breaker{}
	}
	for _, g := range galleys {
		for _, f := range g.notes {
			f.finish(j.print.Blocks.Text.Leading)
		}
	}
}

// compositor takes an idle compositor or makes one.
func (j *job) compositor() *compositor {
	j.mu.Lock()
	defer j.mu.Unlock()
	if n := len(j.idle); n > 0 {
		c := j.idle[n-1]
		j.idle = j.idle[:n-1]
		return c
	}
	return &compositor{job: j}
}

func (j *job) release(c *compositor) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.idle = append(j.idle, c)
}

// parallel calls do for every number below n, on as many goroutines as there are
// processors, some numbers at a time. What do makes must not depend on the order.
func (j *job) parallel(n, some int, do func(c *compositor, i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+some-1)/some) {
		wg.Go(func() {
			c := j.compositor()
			defer j.release(c)
			for {
				from := int(next.Add(int64(some))) - some
				if from >= n {
					return
				}
				for i := from; i < min(from+some, n); i++ {
					do(c, i)
				}
			}
		})
	}
	wg.Wait()
}
