package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book"
	"cahier/book/typeface"
	"cahier/book/typeset/linebreak"
	"cahier/book/unit"
)

// compositor sets texts, one after the other: it turns inlines into items, and lines of
// items into runs. Each goroutine has its own; what it keeps from one text to the next is
// only what it would find again.
type compositor struct {
	job     *job
	breaker linebreak.Breaker
	words   []words // by look

	// the text at hand
	t        *text
	items    []linebreak.Item
	atoms    []atom
	kids     int   // inline elements met
	first    bool  // the text is collected for the first time: elements and problems are made
	marking  bool  // calls of notes are recorded
	skip     int   // bytes at the beginning that a drop capital has taken
	offset   int32 // in the leaf's PlainText
	pending  bool  // a space was met since the last box
	space    atom  // it
	opening  int   // words still to be set in small capitals
	anchors  []string
	problems *book.Problems

	spaces []unit.Length
	runs   []typeface.Run
}

// state is what the inlines around a text ask of it.
type state struct {
	key     lookKey
	look    *look
	element *Element
	link    *area
	address bool // no word in it is hyphenated
}

// collect turns a text into items and atoms. The first time it makes the inline elements
// and reports what cannot be set; afterwards it finds the elements again.
func (c *compositor) collect(t *text) {
	if c.t == t && t.settings != nil {
		return // it is at hand
	}
	c.t, c.first = t, t.settings == nil
	c.items, c.atoms = c.items[:0], c.atoms[:0]
	c.kids, c.offset, c.pending, c.opening, c.skip = 0, 0, false, t.opening, 0
	if t.drop != nil {
		c.skip = len(t.drop.letter)
	}
	c.anchors = append(c.anchors[:0], t.anchors...)
	c.problems = &t.problems
	s := state{key: t.look.lookKey, look: t.look, element: t.element}
	if t.leads != nil {
		s.link = t.leads
	}
	for _, l := range t.labels {
		if l.inline {
			c.inlineLabel(l)
		}
	}
	if t.code != nil {
		c.codeLines(s)
	} else {
		c.inlines(t.inlines, s)
	}
	c.pending = false
	if len(c.anchors) > 0 && len(c.items) > 0 { // anchors at the very end
		c.atoms[len(c.atoms)-1].anchor = c.anchors[0]
	}
	c.anchors = c.anchors[:0]
}

// inlineLabel sets the number of a note before its first words.
func (c *compositor) inlineLabel(l *label) {
	s := state{key: l.look.lookKey, look: l.look, element: l.element}
	if l.target != "" {
		s.link = &area{target: l.target, element: l.element}
	}
	c.box(l.text+"\u00a0", s, -1)
}

func (c *compositor) inlines(list []book.Inline, s state) {
	for _, n := range list {
		c.inline(n, s)
	}
}

func (c *compositor) inline(n book.Inline, s state) {
	switch n := n.(type) {
	case *book.Text:
		c.run(n.Value, s, n)
	case *book.Emphasis:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.style = emphasised(k.style) }))
	case *book.Strong:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.style = strong(k.style) }))
	case *book.Strikeout:
		c.inlines(n.Inlines, c.with(s, func(k *lookKey) { k.strike = true }))
	case *book.Span:
		c.span(n, s)
	case *book.Superscript:
		c.shifted(n.Inlines, s, typeface.Superior)
	case *book.Subscript:
		c.shifted(n.Inlines, s, typeface.Inferior)
	case *book.CodeSpan:
		code := c.with(s, func(k *lookKey) {
			k.code, k.caps, k.spaced, k.size = true, typeface.PlainCaps, 0, k.size.MulDiv(codeSpanSize, 100)
		})
		code.element = c.kid(RoleCode, s.element)
		c.run(n.Value, code, n)
	case *book.Link:
		c.link(n, s)
	case *book.Image:
		c.image(n, s)
	case *book.LineBreak:
		c.lineBreak()
	case *book.NoteCall:
		c.noteCall(n, s)
	case *book.Citation:
		c.inlines(n.Text, s)
	default:
		panic("typeset: unknown inline")
	}
}

// codeSpanSize brings the x-height of the code face near that of the text, in per cent.
const codeSpanSize = 84

func (c *compositor) with(s state, change func(*lookKey)) state {
	change(&s.key)
	s.look = c.job.looks.get(s.key)
	return s
}

// kid is the next inline element: made the first time, found again afterwards.
func (c *compositor) kid(role Role, parent *Element) *Element {
	if parent == nil {
		return nil
	}
	if c.first {
		c.t.kids = append(c.t.kids, parent.Add(role))
	}
	c.kids++
	return c.t.kids[c.kids-1]
}

func (c *compositor) span(n *book.Span, s state) {
	if n.Attr.ID != "" {
		c.anchors = append(c.anchors, n.Attr.ID)
	}
	in := c.with(s, func(k *lookKey) {
		if n.Attr.Has("smallcaps") {
			k.caps = typeface.SmallCaps
		}
		if n.Attr.Lang != "" {
			k.lang = n.Attr.Lang
		}
	})
	if n.Attr.Lang != "" && n.Attr.Lang != s.key.lang {
		if c.first && !c.job.looks.patterns.known(n.Attr.Lang) {
			c.problems.Add(n.Pos, book.CodeLangUnknown, "", "%s", noPatterns(n.Attr.Lang))
		}
		in.element = c.kid(RoleSpan, s.element)
		if in.element != nil {
			in.element.Lang = n.Attr.Lang
		}
	}
	c.inlines(n.Inlines, in)
}

// shifted sets superiors and inferiors: with the face's own glyphs if it has all of them,
// else with smaller letters raised or lowered.
func (c *compositor) shifted(list []book.Inline, s state, level typeface.Level) {
	plain := book.PlainText(list)
	c.inlines(list, c.with(s, func(k *lookKey) { c.job.looks.shift(k, level, plain) }))
}

// shift changes the key to set a text as superior or inferior.
func (l *looks) shift(k *lookKey, level typeface.Level, plain string) {
	own := *k
	own.level = level
	if l.get(own).has(l.get(*k), plain) {
		*k = own
		return
	}
	m := l.get(*k).shaper.Face().Metrics()
	if level == typeface.Superior {
		k.rise += k.size.MulDiv(int64(m.SuperscriptRise), int64(m.UnitsPerEm))
		k.size = k.size.MulDiv(int64(m.SuperscriptSize), int64(m.UnitsPerEm))
		return
	}
	k.rise -= k.size.MulDiv(int64(m.SubscriptDrop), int64(m.UnitsPerEm))
	k.size = k.size.MulDiv(int64(m.SubscriptSize), int64(m.UnitsPerEm))
}

// has reports whether the look has a form of its own for every letter and digit of a
// text that plain sets otherwise.
func (l *look) has(plain *look, s string) bool {
	found := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		found = true
		a, b := l.shaper.Shape(string(r)), plain.shaper.Shape(string(r))
		if len(a.Glyphs) != 1 || len(b.Glyphs) != 1 || a.Glyphs[0].ID == b.Glyphs[0].ID {
			return false
		}
	}
	return found
}

func (c *compositor) link(n *book.Link, s state) {
	in := s
	in.element = c.kid(RoleLink, s.element)
	in.link = &area{element: in.element}
	if target, inside := strings.CutPrefix(n.Href, "#"); inside {
		in.link.target = target
	} else {
		in.link.uri = n.Href
		in.address = isAddress(book.PlainText(n.Inlines))
	}
	c.inlines(n.Inlines, in)
}

// lineBreak ends the line where the author asked for it.
func (c *compositor) lineBreak() {
	c.pending = false
	c.offset++ // PlainText has a newline there
	if len(c.items) == 0 {
		return
	}
	c.add(linebreak.Item{Kind: linebreak.Break, Penalty: linebreak.Must}, atom{look: c.atoms[len(c.atoms)-1].look, drop: true, offset: -1})
}

// noteCall sets the mark of a note, which no line end parts from its word.
func (c *compositor) noteCall(n *book.NoteCall, s state) {
	if n.Note == nil || n.Note.Label == "" {
		return
	}
	mark := c.with(s, func(k *lookKey) {
		k.style, k.caps, k.spaced = uprightOf(k.style), typeface.PlainCaps, 0
		k.figures = typeface.LiningFigures
		c.job.looks.shift(k, typeface.Superior, n.Note.Label)
	})
	reference := c.kid(RoleReference, s.element)
	mark.element = c.kid(RoleLink, reference)
	mark.link = &area{target: n.Note.Anchor, element: mark.element}
	if n.Ref != "" {
		c.anchors = append(c.anchors, n.Ref)
	}
	if c.pending && len(c.items) > 0 { // a space before a mark is the author's slip: the mark stays with its word
		c.pending = false
	}
	if k := len(c.items); k > 0 && c.items[k-1].Kind == linebreak.Box {
		c.add(linebreak.Item{Kind: linebreak.Kern, Width: s.key.size.MulDiv(markGap, 1000)}, atom{look: s.look, offset: -1})
	}
	if c.marking {
		c.t.marks = append(c.t.marks, noteMark{int32(len(c.items)), n.Ref})
		for _, f := range c.t.notes {
			if f.note == n.Note && len(n.Note.Calls) > 0 && n.Note.Calls[0] == n {
				c.t.calls = append(c.t.calls, int32(len(c.items)))
			}
		}
	}
	c.box(n.Note.Label, mark, -1)
}

// markGap is the white before the mark of a note, in thousandths of an em.
const markGap = 25

// uprightOf is the upright of the same weight: figures of notes do not lean.
func uprightOf(s typeface.Style) typeface.Style {
	switch s {
	case typeface.Italic:
		return typeface.Roman
	case typeface.SemiBoldItalic:
		return typeface.SemiBold
	case typeface.BoldItalic:
		return typeface.Bold
	}
	return s
}

// run cuts a run of text into boxes and spaces.
func (c *compositor) run(value string, s state, at book.Inline) {
	if c.first {
		if r, system, found := typeface.Unsettable(value); found {
			c.problems.Add(at.Position(), book.CodeScript, "leave the passage out of the PDF, or make the EPUB alone",
				"%s text (%q) cannot be set in the PDF", system, string(r))
			c.offset += int32(len(value))
			return
		}
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

// settable adds a text as boxes, one for each face that it takes.
func (c *compositor) settable(value string, s state, offset int32, at book.Inline) {
	w := c.word(s.look, value)
	if !w.missing {
		c.place(w, s, offset)
		return
	}
	runs, err := s.look.chain.Split(c.runs[:0], value)
	c.runs = runs
	if err != nil {
		report(c.problems, at.Position(), err)
		return
	}
	for _, r := range runs {
		if r.Missing && c.first {
			for _, ch := range r.Text {
				c.problems.Add(at.Position(), book.CodeGlyphMissing, "name a family that has it under face.fallback in the style",
					"no face has the character %q (U+%04X)", string(ch), ch)
			}
		}
		in := s
		if r.Face != s.look.shaper.Face() {
			in = c.with(s, func(k *lookKey) { k.face = r.Face })
		}
		c.place(c.word(in.look, r.Text), in, offset)
		offset += int32(len(r.Text))
	}
}

func (c *compositor) box(value string, s state, offset int32) {
	c.place(c.word(s.look, value), s, offset)
}

// place adds a box, after the space that was met before it.
func (c *compositor) place(w *word, s state, offset int32) {
	if c.pending {
		c.pending = false
		c.add(linebreak.Item{Kind: linebreak.Glue, Width: c.space.look.gap}, c.space)
	}
	it := linebreak.Item{
		Kind: linebreak.Box, Hyphenate: w.divisible, Glyphs: int32(len(w.glyphs)), Width: w.width,
		HangLeft: w.left, HangRight: w.right, First: w.first, Last: w.last,
	}
	a := atom{word: w, look: s.look, element: s.element, link: s.link, offset: offset}
	if len(c.anchors) > 0 {
		a.anchor = strings.Join(c.anchors, "\x00")
		c.anchors = c.anchors[:0]
	}
	c.add(it, a)
}

func (c *compositor) add(it linebreak.Item, a atom) {
	c.items = append(c.items, it)
	c.atoms = append(c.atoms, a)
}
