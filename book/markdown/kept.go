package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"cahier/book"
)

// What looks like Markdown but is none is text (CommonMark 0.31 has no errors), and so stands in
// the book with its brackets. Where nobody can have meant that, a warning says so.

// maxSpaced is the longest address with spaces that is read, in bytes.
const maxSpaced = 300

// spacedImage and spacedArticle read "(owl two.png "title")": a file's name with spaces, which
// CommonMark reads in angle brackets alone. The ending leaves no doubt where the name stops;
// the name may hold parentheses in pairs, as copies have: "owl (2).png".
var (
	spacedImage   = spaced(`\.(?:png|jpe?g|gif|webp|svg)`)
	spacedArticle = spaced(`\.md(?:#[^\s()]+)?`)
)

func spaced(ending string) *regexp.Regexp {
	return regexp.MustCompile(`^\([ \t]*((?:[^<>()\n]|\([^<>()\n]*\))*?(?i:` + ending + `))(?:[ \t]+"([^"\n]*)")?[ \t]*\)`)
}

// readSpaced reads an address with spaces that names an image, or an article of the book.
func readSpaced(block text.Reader, image bool) (target, bool) {
	line, _ := block.PeekLine()
	form := spacedArticle
	if image {
		form = spacedImage
	}
	m := form.FindSubmatch(line[:min(len(line), maxSpaced)])
	if m == nil || bytes.Contains(m[1], []byte("://")) {
		return target{}, false
	}
	block.Advance(len(m[0]))
	return target{href: unescape(m[1]), title: unescape(m[2])}, true
}

// kept warns of a bracket that stays text though it was meant as a link, an image or the box of a
// task. The reader stands after the closing bracket and stays there.
func (b *brackets) kept(o *opener, block text.Reader, end int) {
	if o.dead || o.mark == '^' {
		return
	}
	inner := b.r.src[o.stop:end]
	rest := b.r.src[end+1:]
	what := "link"
	if o.mark == '!' {
		what = "image"
	}
	switch {
	case bytes.HasPrefix(rest, []byte("(")):
		hint := "close its parenthesis"
		if line, _, _ := bytes.Cut(rest[:min(len(rest), maxSpaced)], []byte{'\n'}); bytes.IndexByte(line, ')') > 0 {
			hint = "write an address with spaces in angle brackets, (<two words>), or %20 for each space"
		}
		b.keep(o.start, hint, "this %s cannot be read and is printed as written", what)
	case bytes.HasPrefix(rest, []byte("[")):
		if label, ok := undefined(rest, inner); ok {
			b.keep(o.start, "write a line of its own: ["+shorten(label)+"]: and the address", "no address is given for [%s]: the %s is printed as written", shorten(label), what)
		}
	case o.mark == '!' && (o.start == 0 || b.r.src[o.start-1] == ' ' || b.r.src[o.start-1] == '\n'):
		b.keep(o.start, "write the file's name after it: ![caption](file)", "no address is given for ![%s]: the image is printed as written", shorten(string(inner)))
	case isBox(inner) && b.r.beginsItem(o.start):
		b.keep(o.start, "leave it out, or write ☐ or ☒", "the box of a task is printed as written")
	}
}

// keep notes a warning, with the way out for those who mean the brackets.
func (b *brackets) keep(offset int, hint, format string, args ...any) {
	b.r.add(offset, book.CodeMarkdownKept, hint+`; if it is meant as text, put a backslash before the bracket`, format, args...)
}

// undefined is the label of a reference "[label]" that nothing defines; the text itself if it is
// empty. What may stand in brackets after brackets for another reason is none: a note's call, a
// citation, a span with attributes, signs without letters.
func undefined(rest, inner []byte) (string, bool) {
	line, _, _ := bytes.Cut(rest[:min(len(rest), maxLabel)], []byte{'\n'})
	stop := bytes.IndexByte(line, ']')
	if stop < 0 || bytes.IndexByte(line[1:stop], '[') >= 0 {
		return "", false
	}
	label := strings.TrimSpace(string(line[1:stop]))
	if label == "" {
		label = strings.TrimSpace(string(inner))
	}
	isSpan := stop+1 < len(line) && line[stop+1] == '{'
	if isSpan || strings.HasPrefix(label, "^") || strings.Contains(label, "@") || !strings.ContainsFunc(label, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return "", false
	}
	return label, utf8.ValidString(label)
}

// isBox reports whether brackets hold what marks a task as open or done.
func isBox(inner []byte) bool {
	return len(inner) == 1 && (inner[0] == ' ' || inner[0] == 'x' || inner[0] == 'X')
}

// maxMark is the longest beginning of a line that a list's mark is looked for in, in bytes.
const maxMark = 64

// beginsItem reports whether nothing but a list's mark stands before an offset in its line.
func (r *reading) beginsItem(offset int) bool {
	before := r.src[max(0, offset-maxMark):offset]
	return itemMark.Match(before[bytes.LastIndexByte(before, '\n')+1:])
}

var itemMark = regexp.MustCompile(`^[> \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+$`)

// formulas warns of TeX's mathematics between dollar signs, which is not set. It makes no node:
// the signs are text.
type formulas struct{ r *reading }

// formula is Pandoc's rule (tex_math_dollars): no space inside the dollars, no figure after them.
// Sums of money are told from it by what only mathematics holds.
var formula = regexp.MustCompile(`^\$\$?([^\s$](?:[^$\n]*[^\s$\\])?)\$\$?(?:[^\d]|$)`)

// Trigger and Parse make it an inline parser of goldmark.
func (*formulas) Trigger() []byte { return []byte{'$'} }

func (f *formulas) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	isSecond := segment.Start > 0 && f.r.src[segment.Start-1] == '$'
	if m := formula.FindSubmatch(line); m != nil && !isSecond && bytes.ContainsAny(m[1], `\^_{}=`) {
		f.r.add(segment.Start, book.CodeMarkdownKept, "write it with the signs themselves, as in *x*^2^, or put it in as an image; a backslash before $ makes it a plain sign",
			"mathematics is not set: %s is printed as written", "$"+shorten(string(m[1]))+"$")
	}
	return nil
}
