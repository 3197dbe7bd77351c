package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// scripts reads Pandoc's "^raised^", "~lowered~" and "~~struck~~". Raised and lowered
// text holds no space that is not escaped, so a lone mark stays a character.
type scripts struct{ char byte }

// scriptMark is the character and the number of marks around the text.
type scriptMark struct {
	char byte
	size int
}

// Trigger and Parse make it an inline parser of goldmark. One character has one parser, whose
// matches are therefore of that character.
func (s *scripts) Trigger() []byte { return []byte{s.char} }

func (s *scripts) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	size := len(line) - len(bytes.TrimLeft(line, string(line[0])))
	if size > 2 || line[0] == '^' && size > 1 {
		return nil
	}
	after := line[size:]
	canOpen := len(after) > 0 && !isBlank(after[0])
	canClose := !isBlank(byte(min(block.PrecendingCharacter(), 0x7f)))
	if size == 1 {
		canOpen = canOpen && endsWord(after, line[0])
		canClose = canClose && beginsWord(block.Source()[:segment.Start], line[0])
	}
	if !canOpen && !canClose {
		return nil
	}
	d := parser.NewDelimiter(canOpen, canClose, size, line[0], s)
	d.Segment = segment.WithStop(segment.Start + size)
	block.Advance(size)
	pc.PushDelimiter(d)
	return d
}

// isBlank reports whether a byte is a space that ends a word.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// endsWord reports whether the mark comes again before a space that is not escaped.
func endsWord(s []byte, mark byte) bool {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == mark:
			return i > 0
		case isBlank(s[i]):
			return false
		}
	}
	return false
}

// beginsWord reports whether the mark came before, with no space between.
func beginsWord(s []byte, mark byte) bool {
	for i := len(s) - 1; i >= 0; i-- {
		switch {
		case s[i] == mark:
			return i < len(s)-1
		case isBlank(s[i]) && (i == 0 || s[i-1] != '\\'):
			return false
		}
	}
	return false
}

// IsDelimiter, CanOpenCloser and OnMatch are goldmark's rules of pairing.
func (s *scripts) IsDelimiter(c byte) bool { return c == s.char }

func (*scripts) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char && opener.OriginalLength == closer.OriginalLength
}

func (s *scripts) OnMatch(consumes int) ast.Node {
	return newInline(scriptMark{s.char, consumes}, -1)
}
