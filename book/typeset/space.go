package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
)

// run cuts a run of text into boxes and spaces.
func (c *compositor) run(value string, s state, at book.Inline) {
	if c.first {
		c.noteUnset(value, at)
	}
	base := c.offset
	start := min(c.skip, len(value))
	c.skip = 0
	for i := start; i < len(value); {
		b := value[i]
		if b > ' ' && b < utf8.RuneSelf {
			i++
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(value[i:])
		}
		kind := spaceKind(r)
		if kind == solid || kind == fixed && c.bindsPunctuation(value, i, n) {
			i += n
			continue
		}
		c.chunk(value[start:i], s, base+int32(start), at)
		c.blank(kind, r, s, base+int32(i))
		i += n
		start = i
	}
	c.chunk(value[start:], s, base+int32(start), at)
	c.offset = base + int32(len(value))
}

// kindOfSpace says what a character does between words.
type kindOfSpace uint8

const (
	solid    kindOfSpace = iota // part of a word
	stretchy                    // a word space
	fixed                       // a no-break space: stretches between words, fixed before French punctuation
	opening                     // a place where a line may end, without width
)

func spaceKind(r rune) kindOfSpace {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', '\u2028', '\u2029':
		return stretchy
	case '\u00a0':
		return fixed
	case '\u200b':
		return opening
	}
	return solid
}

// bindsPunctuation reports whether the no-break space at i stands inside guillemets or
// before high punctuation, where French has a space of fixed width.
func (c *compositor) bindsPunctuation(value string, i, n int) bool {
	after, _ := utf8.DecodeRuneInString(value[i+n:])
	if strings.ContainsRune(";:!?»%€$—–", after) && after != utf8.RuneError {
		return after != '—' && after != '–'
	}
	before, _ := utf8.DecodeLastRuneInString(value[:i])
	if before == '«' {
		return true
	}
	if i+n == len(value) || i == 0 { // the neighbour stands in another run: fixed is right for both cases
		return i == 0 && after == utf8.RuneError
	}
	return false
}

// blank adds what a space stands for. Spaces collapse; those at the edges vanish.
func (c *compositor) blank(kind kindOfSpace, r rune, s state, offset int32) {
	switch kind {
	case stretchy:
		if len(c.items) == 1 && c.isDash() {
			c.add(linebreak.Item{Kind: linebreak.Kern, Width: s.look.gap}, atom{look: s.look, element: s.element, offset: offset, fixed: true})
			return
		}
		if len(c.items) > 0 {
			if !c.pending && c.opening > 0 {
				c.opening--
			}
			c.pending = true
			c.space = atom{look: s.look, element: s.element, link: s.link, offset: offset, drop: true}
		}
	case fixed:
		if len(c.items) > 0 {
			c.pending = false
			c.add(linebreak.Item{Kind: linebreak.Glue, Width: s.look.gap, Penalty: linebreak.Never},
				atom{look: s.look, element: s.element, link: s.link, offset: offset})
		}
	case opening:
		if len(c.items) > 0 && !c.pending {
			c.add(linebreak.Item{Kind: linebreak.Break}, atom{look: s.look, offset: -1})
		}
	}
}

// isDash reports whether all that was set is a dash: one that opens a speech, after which
// the space is the same in every paragraph.
func (c *compositor) isDash() bool {
	w := c.atoms[0].word
	return w != nil && (w.text == "—" || w.text == "–")
}

// chunk adds a stretch without spaces, cut after dashes, hyphens and slashes at which a
// line may end.
func (c *compositor) chunk(value string, s state, offset int32, at book.Inline) {
	if value == "" {
		return
	}
	if c.opening > 0 && !s.key.code {
		s = c.with(s, func(k *lookKey) { k.caps = typeface.SmallCaps })
	}
	if s.address || isAddress(value) || s.key.code {
		c.settable(value, s, offset, at)
		return
	}
	for {
		cut, hyphen := joint(value)
		if cut == 0 {
			break
		}
		c.settable(value[:cut], s, offset, at)
		c.add(linebreak.Item{Kind: linebreak.Break, Hyphen: hyphen}, atom{look: s.look, offset: -1})
		value, offset = value[cut:], offset+int32(cut)
	}
	c.settable(value, s, offset, at)
}

// joint finds the first place inside a word after which a line may end: a hyphen between
// letters, a dash, a slash between words. 0 if there is none.
func joint(s string) (cut int, hyphen bool) {
	for i, r := range s {
		n := utf8.RuneLen(r)
		if n < 0 || i == 0 || i+n == len(s) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		switch r {
		case '-', '\u2010':
			if unicode.IsLetter(before) && unicode.IsLetter(after) && i >= 2 && i+n+2 <= len(s) {
				return i + n, true
			}
		case '—':
			if !strings.ContainsRune(".,;:!?»”’)]", after) {
				return i + n, false
			}
		case '–':
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				return i + n, true
			}
		case '/':
			if unicode.IsLetter(before) && unicode.IsLetter(after) && i > 2 && i+n+2 < len(s) {
				return i + n, false
			}
		}
	}
	return 0, false
}
