package pdf

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"cahier/book"
)

// Check reads a PDF, cahier's or another's, and says in words what in it departs from
// PDF/A-2 and PDF/UA-1, each with its page and object and the clause that asks for it: the
// file's form, the catalog, the metadata, the structure, the content of every page,
// the annotations and the fonts. A file that claims level B alone is not asked for
// what only accessibility needs; one that claims nothing is asked for everything.
//
// It does not judge what no program can: whether the order of reading makes sense, a
// tag fits the meaning, a description is apt. Nor does it read CFF and Type 1 font
// programs or the samples of images.
//
// The problems have no position in a manuscript. The same finding is told at most
// maxAlike times, then counted. The error is one of reading r.
func Check(r io.ReaderAt, size int64) (book.Problems, error) {
	c := newChecker()
	if size > maxFile {
		c.say(where{}, "file", "", "the file is larger than %d MiB and is not read", maxFile>>20)
		return c.list(), nil
	}
	data := make([]byte, size)
	if n, err := r.ReadAt(data, 0); err != nil && !(err == io.EOF && n == len(data)) {
		return nil, fmt.Errorf("reading the PDF: %w", err)
	}
	c.checkData(data)
	return c.list(), nil
}

// maxAlike is how often one kind of finding is told.
const maxAlike = 10

// checker gathers what is found.
type checker struct {
	f        *file
	findings []finding
	told     map[toldKey]bool
	alike    map[string]int // findings by kind

	pages   []checkedPage
	pageOf  map[int]int // index of a page by its object number
	claim   claim
	roles   map[name]name // the role map
	root    *element
	byNum   map[int]*element
	content map[contentKey]*element // by the K of elements
	objects map[int]*element        // by the OBJR of elements: annotation → element
	parents map[int]object          // the parent tree
	named   map[string]object       // the named destinations, once one is asked for
	kids    int                     // objects read out of K, against trees that grow without end
	fonts   map[int]*checkedFont
	seen    map[contentKey]bool // marked content found in streams
	forms   map[int]bool        // form XObjects already read
	// texts gathers what is shown in marked content, for Text; nil otherwise.
	texts map[contentKey][]byte
}

// finding is a problem with what it takes to sort and to drop it.
type finding struct {
	where
	kind    string
	clause  string
	message string
	access  bool // asked for by accessibility alone
}

type toldKey struct {
	where
	message string
}

// where is a place in a PDF: page from 1, object number; 0 for none.
type where struct{ page, object int }

func (w where) String() string {
	var parts []string
	if w.page > 0 {
		parts = append(parts, fmt.Sprintf("page %d", w.page))
	}
	if w.object > 0 {
		parts = append(parts, fmt.Sprintf("object %d", w.object))
	}
	if parts == nil {
		return ""
	}
	return strings.Join(parts, ", ") + ": "
}

// say records a finding that any PDF/A file is asked for.
func (c *checker) say(at where, kind, clause, format string, args ...any) {
	c.record(finding{where: at, kind: kind, clause: clause, message: fmt.Sprintf(format, args...)})
}

// sayAccess records a finding that only PDF/UA and level A ask for.
func (c *checker) sayAccess(at where, kind, clause, format string, args ...any) {
	c.record(finding{where: at, kind: kind, clause: clause, message: fmt.Sprintf(format, args...), access: true})
}

// record keeps a finding: the same one of the same place once, and of one kind the first
// few.
func (c *checker) record(f finding) {
	if c.alike[f.kind] < maxAlike {
		key := toldKey{f.where, f.message}
		if c.told[key] {
			return
		}
		c.told[key] = true
		c.findings = append(c.findings, f)
	}
	c.alike[f.kind]++
}

// list turns findings into problems, by page and object.
func (c *checker) list() book.Problems {
	slices.SortStableFunc(c.findings, func(a, b finding) int {
		if a.page != b.page {
			return a.page - b.page
		}
		return a.object - b.object
	})
	var problems book.Problems
	told := map[string]int{}
	for _, f := range c.findings {
		if f.access && c.claim.basicOnly() {
			continue
		}
		problems.Add(book.Pos{}, book.CodePDF, f.clause, "%s%s", f.where, f.message)
		if told[f.kind]++; told[f.kind] == maxAlike && c.alike[f.kind] > maxAlike {
			problems.Add(book.Pos{}, book.CodePDF, "", "and %d more findings like the last", c.alike[f.kind]-maxAlike)
		}
	}
	return problems
}

func newChecker() *checker {
	return &checker{
		told: map[toldKey]bool{}, alike: map[string]int{}, seen: map[contentKey]bool{}, fonts: map[int]*checkedFont{}, forms: map[int]bool{},
		pageOf: map[int]int{},
	}
}

// checkData runs every check. The order matters where one uses what another read: the
// claim decides what is asked, pages come before destinations, structure before content,
// content before fonts.
func (c *checker) checkData(data []byte) {
	c.checkHeader(data)
	f, err := openFile(data)
	if err != nil {
		c.say(where{}, "unreadable", "", "the file cannot be read: %s", err)
		return
	}
	c.f = f
	if _, ok := f.trailer["Encrypt"]; ok {
		c.say(where{}, "encrypted", "ISO 19005-2, 6.1.3", "the file is encrypted; what is inside cannot be checked")
		return
	}
	root := f.root()
	if root == nil {
		c.say(where{}, "unreadable", "", "the file has no catalog")
		c.checkDamage()
		return
	}
	c.checkTrailer()
	c.listPages(f.dict(root["Pages"]), dict{}, map[int]bool{}, 0)
	c.checkMetadata(root)
	c.checkCatalog(root)
	c.readStructure(root)
	c.checkStructure()
	for i := range c.pages {
		c.checkPage(i)
	}
	c.checkContentLinks()
	c.checkFonts()
	c.checkObjects()
	c.checkDamage()
}

// checkedPage is a page with what it inherits.
type checkedPage struct {
	num       int
	dict      dict
	resources dict
	media     array
}

// maxPages bounds the page tree: far above any book.
const maxPages = 200_000

// listPages walks the page tree (ISO 32000-1, 7.7.3).
func (c *checker) listPages(node, inherited dict, seen map[int]bool, depth int) {
	down := dict{}
	for _, key := range []name{"Resources", "MediaBox"} {
		if down[key] = node[key]; down[key] == nil {
			down[key] = inherited[key]
		}
	}
	if depth > maxDepth {
		c.say(where{}, "pages", "", "the page tree is nested more than %d levels deep", maxDepth)
		return
	}
	for _, kid := range c.f.array(node["Kids"]) {
		r, ok := kid.(ref)
		if !ok || seen[r.num] || len(c.pages) >= maxPages {
			c.say(where{}, "pages", "ISO 32000-1, 7.7.3", "the page tree is damaged: a page stands in it twice, or not as an object of its own")
			return
		}
		seen[r.num] = true
		d := c.f.dict(kid)
		if c.f.name(d["Type"]) == "Page" || d["Kids"] == nil {
			p := checkedPage{num: r.num, dict: d, resources: c.f.dict(d["Resources"]), media: c.f.array(d["MediaBox"])}
			if p.resources == nil {
				p.resources = c.f.dict(down["Resources"])
			}
			if p.media == nil {
				p.media = c.f.array(down["MediaBox"])
			}
			c.pageOf[r.num] = len(c.pages)
			c.pages = append(c.pages, p)
			continue
		}
		c.listPages(d, down, seen, depth+1)
	}
}

// numOf is the object number of a reference, 0 for another object.
func numOf(o object) int {
	if r, ok := o.(ref); ok {
		return r.num
	}
	return 0
}

// textOf decodes a text string (ISO 32000-1, 7.9.2.2).
func (c *checker) textOf(o object) string {
	t, _ := c.f.resolve(o).(text)
	return decodeText(t)
}

// checkHeader looks at the first two lines (ISO 19005-2, 6.1.2).
func (c *checker) checkHeader(data []byte) {
	if !bytes.HasPrefix(data, []byte("%PDF-1.")) || len(data) < 9 || data[7] < '0' || data[7] > '7' {
		c.say(where{}, "header", "ISO 19005-2, 6.1.2", "the file does not begin with %%PDF-1.0 to %%PDF-1.7")
		return
	}
	l := lexer{data: data[:min(len(data), 64)], pos: 8}
	for l.pos < len(l.data) && (l.data[l.pos] == '\r' || l.data[l.pos] == '\n') {
		l.pos++
	}
	rest := l.data[l.pos:]
	binary := len(rest) >= 5 && rest[0] == '%'
	for i := 1; binary && i < 5; i++ {
		binary = rest[i] > 127
	}
	if !binary {
		c.say(where{}, "binary", "ISO 19005-2, 6.1.2", "the second line is not a comment of four bytes above 127")
	}
}
