package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book/ortho"
)

// setBody repairs the signs of a text in Markdown, block by block.
func setBody(s, lang string) string {
	blocks := markdownBlocks(s)
	for i, b := range blocks {
		if !isFence(b) {
			blocks[i] = setMarkdown(b, lang)
		}
	}
	return strings.Join(blocks, "\n\n")
}

// setMarkdown repairs the signs of a block of Markdown by its language; what is
// markup, or a span in another language, stays as written.
func setMarkdown(s, lang string) string {
	if lang == "" || !hasSigns(s) || strings.HasPrefix(s, "    ") || strings.HasPrefix(s, ":::") && !strings.Contains(s, "\n") {
		return s
	}
	pieces, fixed := markdownPieces(s)
	in := make([]string, len(pieces))
	for i, p := range pieces {
		switch in[i] = p; fixed[i] {
		case object:
			in[i] = ortho.Object
		case markup:
			in[i] = ""
		case newline:
			in[i] = "\n"
		}
	}
	var b strings.Builder
	for i, t := range ortho.Pieces(in, lang, ortho.Options{Plain: true}) {
		if fixed[i] == plain {
			b.WriteString(t)
		} else {
			b.WriteString(pieces[i])
		}
	}
	return b.String()
}

// hasSigns reports whether a text holds anything that its language could set:
// signs, figures, any space but single ones. Many short texts do not.
func hasSigns(s string) bool {
	prev := 'x'
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
		case (r == ',' || r == '.') && unicode.IsLetter(prev):
		case r == ' ' && prev != ' ':
		default:
			return true
		}
		prev = r
	}
	return false
}

// pieceKind is what a piece of Markdown is to the setting of signs.
type pieceKind int

// The kinds of piece.
const (
	plain   pieceKind = iota // text
	markup                   // not seen by the reader
	object                   // counts as a word
	newline                  // begins a line
)

// markdownPieces divides a block into its text and its markup.
func markdownPieces(s string) (pieces []string, kinds []pieceKind) {
	add := func(text string, k pieceKind) {
		if text != "" {
			pieces, kinds = append(pieces, text), append(kinds, k)
		}
	}
	for li, line := range strings.Split(s, "\n") {
		if li > 0 {
			add("\n", newline)
		}
		lead := lineLead(line)
		add(line[:lead], markup)
		for i := lead; i < len(line); {
			n, k := markupAt(line, i)
			end := i + n
			for k == plain && end < len(line) { // text goes on to the next markup
				n, next := markupAt(line, end)
				if next != plain {
					break
				}
				end += n
			}
			add(line[i:end], k)
			i = end
		}
	}
	return pieces, kinds
}

// lineLead is the length of the signs that begin a line: indentation, quotation,
// list, heading, line block, definition of a note.
func lineLead(l string) int {
	i := len(l) - len(strings.TrimLeft(l, " >\t"))
	rest := l[i:]
	switch {
	case strings.HasPrefix(rest, "|") && strings.Trim(rest, "|:- ") == "":
		return len(l)
	case isATX(rest):
		return i + len(rest) - len(strings.TrimLeft(rest, "# "))
	case strings.HasPrefix(rest, "[^"):
		if j := strings.Index(rest, "]:"); j > 0 && j < 80 {
			return i + j + 2
		}
	case strings.HasPrefix(rest, "Table: "):
		return i + len("Table: ")
	case strings.HasPrefix(rest, "- "), strings.HasPrefix(rest, "* "), strings.HasPrefix(rest, "+ "), strings.HasPrefix(rest, "| "), strings.HasPrefix(rest, ": "):
		return i + 2
	case strings.HasPrefix(rest, ":::"), strings.HasPrefix(rest, "***"), strings.HasPrefix(rest, "---"):
		return len(l)
	}
	if d := strings.TrimLeft(rest, "0123456789"); len(d) < len(rest) && strings.HasPrefix(d, ". ") {
		return i + len(rest) - len(d) + 2
	}
	return i
}

// openAt reads an opening bracket: a span in another language and a note's call
// are one object, else the bracket alone is markup.
func openAt(rest string) (int, pieceKind) {
	if i := strings.Index(rest, "]{lang="); i > 0 && !strings.Contains(rest[1:i], "[") {
		if j := strings.IndexByte(rest[i:], '}'); j > 0 {
			return i + j + 1, object
		}
	}
	if strings.HasPrefix(rest, "[^") {
		if j := strings.IndexByte(rest, ']'); j > 0 {
			return j + 1, object
		}
	}
	return 1, markup
}

// shutAt is the length of a closing bracket with the destination and the
// attributes after it.
func shutAt(rest string) int {
	n := 1
	if strings.HasPrefix(rest[n:], "(") {
		if end := destinationEnd(rest[n+1:]); end >= 0 {
			n += end + 2
		}
	}
	if strings.HasPrefix(rest[n:], "{") {
		if j := strings.IndexByte(rest[n:], '}'); j >= 0 {
			n += j + 1
		}
	}
	return n
}

// markupAt is the length and the kind of what stands at i of a line.
func markupAt(l string, i int) (int, pieceKind) {
	rest := l[i:]
	r, size := utf8.DecodeRuneInString(rest)
	switch r {
	case '\\':
		if len(rest) == 1 {
			return 1, markup
		}
		_, next := utf8.DecodeRuneInString(rest[1:])
		return 1 + next, object
	case '`':
		run := len(rest) - len(strings.TrimLeft(rest, "`"))
		if j := strings.Index(rest[run:], rest[:run]); j >= 0 {
			return j + 2*run, object
		}
		return run, object
	case '*', '_':
		if unicode.IsSpace(lastRune(l[:i])) && unicode.IsSpace(firstRune(rest[size:])) { // it stands for itself
			return size, plain
		}
		return size, markup
	case '|': // a cell's end
		return size, newline
	case markOpen:
		if j := strings.IndexRune(rest, markClose); j >= 0 {
			return j + utf8.RuneLen(markClose), object
		}
	case '[':
		return openAt(rest)
	case ']':
		return shutAt(rest), markup
	case '{':
		if len(rest) > 1 && !strings.ContainsRune("#.l", rune(rest[1])) {
			return 1, plain
		}
		if j := strings.IndexByte(rest, '}'); j >= 0 {
			return j + 1, markup
		}
	case '<':
		if j := strings.IndexByte(rest, '>'); j >= 0 && j < 400 {
			return j + 1, object
		}
	case 'h':
		if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") {
			end := strings.IndexAny(rest, " \t\n)]>")
			if end < 0 {
				end = len(rest)
			}
			return end, object
		}
	}
	return size, plain
}
