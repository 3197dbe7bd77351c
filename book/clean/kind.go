package clean

import (
	"bytes"
	"strings"
)

// Kind is what a source is.
type Kind int

// The kinds of source. Auto finds out by looking.
const (
	Auto Kind = iota
	HTML
	MHTML
	Text
	Markdown
)

// kindNames are the words of the command line, in the order of the constants.
var kindNames = [...]string{"auto", "html", "mhtml", "text", "markdown"}

func (k Kind) String() string { return kindNames[k] }

// ParseKind reads a kind's name: "auto", "html", "mhtml", "text", "markdown".
func ParseKind(name string) (Kind, bool) {
	for i, n := range kindNames {
		if n == name {
			return Kind(i), true
		}
	}
	return Auto, false
}

// detect tells a source's kind by its first lines, and between text and Markdown
// by marks that plain text has no use for.
func detect(src []byte) Kind {
	if isUTF16(src) { // its marks are found in the text, not in the bytes
		text, _ := decode(src, "")
		src = []byte(text)
	}
	head := bytes.ToLower(bytes.TrimLeft(src[:min(len(src), 16<<10)], "\xef\xbb\xbf \t\r\n"))
	switch {
	case isMHTML(head):
		return MHTML
	case isHTML(head):
		return HTML
	case isMarkdown(string(src)):
		return Markdown
	}
	return Text
}

func isMHTML(head []byte) bool {
	end := min(len(head), 4<<10)
	return bytes.Contains(head[:end], []byte("mime-version:")) &&
		(bytes.Contains(head[:end], []byte("multipart/related")) || bytes.Contains(head[:end], []byte("content-type: text/html")))
}

// htmlTags tell HTML when they stand anywhere in the first 16 KB.
var htmlTags = []string{"<html", "<!doctype html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<h2", "<meta ", "<table", "<br"}

func isHTML(head []byte) bool {
	if len(head) == 0 || bytes.HasPrefix(head, []byte("---\n")) || bytes.HasPrefix(head, []byte("# ")) {
		return false
	}
	if head[0] == '<' && !bytes.HasPrefix(head, []byte("<http")) {
		return true
	}
	found := 0
	for _, t := range htmlTags {
		if bytes.Contains(head, []byte(t)) {
			found++
		}
	}
	return found >= 2
}

// isMarkdown asks for front matter, a footnote definition, or two kinds of
// Markdown marks: an ATX heading, a link, emphasis by asterisks, a quotation.
func isMarkdown(s string) bool {
	if strings.HasPrefix(s, "---\n") && strings.Contains(s, "\n---\n") {
		return true
	}
	kinds := map[string]bool{}
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "[^") && strings.Contains(line, "]: "):
			return true
		case isATX(line):
			kinds["heading"] = true
		case strings.HasPrefix(line, "> "):
			kinds["quotation"] = true
		case strings.HasPrefix(line, "```"):
			kinds["code"] = true
		}
		if strings.Contains(line, "](") {
			kinds["link"] = true
		}
		if i := strings.Index(line, "**"); i >= 0 && strings.Contains(line[i+2:], "**") {
			kinds["strong"] = true
		}
		if strings.Contains(line, "[^") && strings.Contains(line, "]") {
			kinds["note"] = true
		}
	}
	return len(kinds) >= 2 || kinds["link"] || kinds["heading"]
}

// isATX reports whether a line is an ATX heading with text.
func isATX(line string) bool {
	rest := strings.TrimLeft(line, "#")
	n := len(line) - len(rest)
	return n >= 1 && n <= 6 && strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != ""
}
