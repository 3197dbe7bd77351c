package epub

import (
	"fmt"
	"strings"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/picture"
)

// edition is one EPUB in the making: the volume, and what printing it has shown.
type edition struct {
	volume   *layout.Volume
	options  Options
	css      []byte
	docs     []*document
	names    map[string]string // id → file that holds it
	order    map[string]int    // id → its place in reading order, once printed
	works    map[string]bool   // ids of entries of lists of works
	alts     map[string]string // id of a heading without text → its image's alternative text
	marks    map[book.Block][]layout.PageMark
	pages    []page // the marks that were printed, in reading order
	images   []*plate
	bySource map[string]*plate
	found    findings
	kobo     koboCounter
	problems book.Problems
}

// findings are what the accessibility metadata may truthfully state.
type findings struct {
	images      bool // of the text; the cover is not counted
	undescribed bool // an image without alternative text that is not decorative
	notes       bool
}

// document is one XHTML file of the spine.
type document struct {
	section *layout.Section // nil for the cover
	file    string          // "a1.xhtml"
	title   string          // plain
	lang    string
	matter  string // epub:type of its body
	// heading names the section, nil if none does; headingID is its id, made up where
	// layout gave none.
	heading   *book.Heading
	headingID string
	body      string // what stands in body
}

// plate is an image of the text, as it is embedded.
type plate struct {
	*picture.Image
	file string // "image-1.jpg"
}

// page is a page-break mark that was printed.
type page struct{ folio, file, id string }

func newEdition(v *layout.Volume, css []byte, opt Options) *edition {
	e := &edition{
		volume: v, options: opt, css: css,
		names: map[string]string{}, order: map[string]int{}, works: map[string]bool{}, alts: map[string]string{},
		marks: map[book.Block][]layout.PageMark{}, bySource: map[string]*plate{},
	}
	if opt.Pages != nil {
		for _, m := range opt.Pages.Marks {
			e.marks[m.Leaf] = append(e.marks[m.Leaf], m)
		}
	}
	for _, s := range v.Sections {
		if !s.PrintOnly {
			e.docs = append(e.docs, &document{
				section: s, file: fileName(s.ID, len(e.docs)), title: plain(s.Title), lang: languageTag(s.Lang, v.Front.Lang), matter: matter(s.Kind),
			})
		}
	}
	for _, d := range e.docs {
		if d.heading = opening(d.section); d.heading != nil {
			if d.headingID = d.heading.Attr.ID; d.headingID == "" {
				d.headingID = d.section.ID + "-title"
			}
		}
		e.locate(d)
		if d.title == "" {
			d.title = plain(v.Front.Title)
		}
	}
	return e
}

// fileName is made of a section's id, which layout makes short and plain; of its
// number where it is not.
func fileName(id string, n int) string {
	low := strings.ToLower(id)
	if low == "" || low == "cover" || strings.Trim(low, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || len(low) > 40 {
		return fmt.Sprintf("section-%d.xhtml", n+1)
	}
	return low + ".xhtml"
}

func matter(k layout.Kind) string {
	switch k.Matter() {
	case layout.FrontMatter:
		return "frontmatter"
	case layout.BodyMatter:
		return "bodymatter"
	}
	return "backmatter"
}

// print prints every section, and refuses what the readers would.
func (e *edition) print() {
	if e.options.Cover != nil {
		e.docs = append([]*document{e.cover()}, e.docs...)
	}
	for _, d := range e.docs {
		if d.section == nil {
			continue
		}
		p := newPrinter(e, d)
		p.printSection(d.section)
		d.body = p.String()
		if len(d.body) > MaxFile {
			e.problems.Add(position(d.section), book.CodeLimit, "divide the article into several",
				"%q makes a file of %d MB; e-readers open at most %d MB", d.title, len(d.body)>>20, MaxFile>>20)
		}
	}
}

func position(s *layout.Section) book.Pos {
	if s.Article != nil {
		return s.Article.Front.Pos
	}
	return book.Pos{}
}

// picture loads an image once; nil if it cannot be used.
func (e *edition) picture(src string, pos book.Pos) *plate {
	if img, ok := e.bySource[src]; ok {
		return img
	}
	var img *plate
	if e.options.Files == nil {
		e.problems.Add(pos, book.CodeFileMissing, "", "image %s: there is no folder to look in", src)
	} else if loaded, problems := picture.Load(e.options.Files, src, pos); loaded != nil {
		img = &plate{Image: loaded, file: fmt.Sprintf("image-%d%s", len(e.images)+1, loaded.Format.Extension())}
		e.images = append(e.images, img)
	} else {
		e.problems = append(e.problems, problems...)
	}
	e.bySource[src] = img
	return img
}

// cover is the cover's own file: an image and nothing else, which Kobo then shows
// whole (kobolabs/epub-spec, Covers).
func (e *edition) cover() *document {
	x := &xhtml{}
	x.empty("img", "src", "../images/"+coverFile(e.options.Cover), "alt", e.coverAlt(), "id", "cover-image", "epub:type", "cover", "role", "doc-cover")
	return &document{
		file: "cover.xhtml", title: e.volume.Words.Cover, lang: languageTag(e.volume.Front.Lang, ""), matter: "frontmatter", body: x.String(),
	}
}

func (e *edition) coverAlt() string {
	return e.volume.Words.Cover + " – " + plain(e.volume.Front.Title)
}

func coverFile(img *picture.Image) string { return "cover" + img.Format.Extension() }

// collection reports whether the volume holds more than one article: then its contents
// are a page to read, not only the reader's menu.
func (e *edition) collection() bool {
	n := 0
	for _, s := range e.volume.Sections {
		if s.Kind == layout.Article {
			n++
		}
	}
	return n > 1
}
