package typeface

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// engine is what HarfBuzz shapes with and only one goroutine may use at a time.
type engine struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
	left   int // runes that the buffer may still shape
	runes  []rune
	starts []int // byte offset of each rune in the text, and the text's length
}

// bufferLife is how many runes a buffer shapes before it is replaced. The buffer counts
// its operations over its whole life and silently leaves contextual rules out when it
// runs out of them, after some 500 million.
const bufferLife = 1 << 20

// engine takes an idle engine of the face or makes one.
func (f *Face) engine() *engine {
	f.mu.Lock()
	defer f.mu.Unlock()
	if n := len(f.engines); n > 0 {
		e := f.engines[n-1]
		f.engines = f.engines[:n-1]
		return e
	}
	return &engine{font: harfbuzz.NewFont(font.NewFace(f.font))}
}

func (f *Face) release(e *engine) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.engines = append(f.engines, e)
}

// shape appends the glyphs of a text of one piece. Text whose rules the font has damaged
// is set plainly, character by character, and the face remembers the damage.
func (e *engine) shape(glyphs []Glyph, s *Shaper, text string) []Glyph {
	e.decode(text, s.face)
	for from := 0; from < len(e.runes); {
		to, script := scriptRun(e.runes, from)
		out, ok := e.run(glyphs, s, text, from, to, script)
		if !ok {
			e.font, e.buffer = harfbuzz.NewFont(font.NewFace(s.face.font)), nil
			s.face.fail("a layout rule (GSUB or GPOS)")
			out = e.plain(glyphs, s.face, text, from, to)
		}
		glyphs, from = out, to
	}
	return glyphs
}

// decode fills runes and starts. A character that stands in for another takes its place;
// the first of several has all of the text.
func (e *engine) decode(text string, f *Face) {
	e.runes, e.starts = e.runes[:0], e.starts[:0]
	for i, r := range text {
		if r < 0x80 || f.GlyphOf(r) != 0 && r != softHyphen {
			e.runes, e.starts = append(e.runes, r), append(e.starts, i)
			continue
		}
		instead := f.standIn(r)
		if instead == "" {
			e.runes, e.starts = append(e.runes, r), append(e.starts, i)
			continue
		}
		start := i
		for _, s := range instead {
			e.runes, e.starts = append(e.runes, s), append(e.starts, start)
			start = i + utf8.RuneLen(r)
		}
	}
	e.starts = append(e.starts, len(text))
}

// run shapes runes[from:to] of one script; false if the font's tables made the shaper
// panic.
func (e *engine) run(glyphs []Glyph, s *Shaper, text string, from, to int, script language.Script) (out []Glyph, ok bool) {
	defer func() {
		if recover() != nil {
			out, ok = glyphs, false
		}
	}()
	b := e.fresh(to - from)
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: script, Language: s.lang}
	b.AddRunes(e.runes, from, to-from)
	b.Shape(e.font, s.features)
	return e.collect(glyphs, s.face, text, from, to), true
}

// fresh is the buffer, empty, with life for n more runes.
func (e *engine) fresh(n int) *harfbuzz.Buffer {
	if e.buffer == nil || e.left < n {
		e.buffer, e.left = harfbuzz.NewBuffer(), max(bufferLife, n)
	}
	e.left -= n
	e.buffer.Clear()
	return e.buffer
}

// collect turns the buffer's glyphs into ours. A cluster's text reaches from its first
// rune to the next cluster's and goes to its first glyph; the run's first glyph takes
// what stands before the first cluster, so that no text is lost when a rule deletes
// glyphs.
func (e *engine) collect(glyphs []Glyph, f *Face, text string, from, to int) []Glyph {
	info, pos := e.buffer.Info, e.buffer.Pos
	if len(info) == 0 {
		return append(glyphs, Glyph{ID: f.GlyphOf(' '), Text: text[e.starts[from]:e.starts[to]]})
	}
	start := from
	for i := range info {
		g := Glyph{
			ID: uint16(info[i].Glyph), Advance: pos[i].XAdvance,
			XOffset: pos[i].XOffset, YOffset: pos[i].YOffset,
		}
		if int(info[i].Glyph) >= f.metrics.NumGlyphs {
			g.ID, g.Advance = 0, int32(f.Advance(0))
		}
		if i == 0 || info[i].Cluster != info[i-1].Cluster {
			next := i + 1
			for next < len(info) && info[next].Cluster == info[i].Cluster {
				next++
			}
			end := to
			if next < len(info) {
				end = min(max(info[next].Cluster, start), to)
			}
			g.Text = text[e.starts[start]:e.starts[end]]
			start = end
		}
		glyphs = append(glyphs, g)
	}
	return glyphs
}

// plain sets each rune with its own glyph and natural advance.
func (e *engine) plain(glyphs []Glyph, f *Face, text string, from, to int) []Glyph {
	for i := from; i < to; i++ {
		id := f.GlyphOf(e.runes[i])
		glyphs = append(glyphs, Glyph{ID: id, Advance: int32(f.Advance(id)), Text: text[e.starts[i]:e.starts[i+1]]})
	}
	return glyphs
}

// scriptRun finds the longest run from there of one script. Characters of no script of
// their own (punctuation, digits, marks) go with those before them, or at the beginning
// with those after.
func scriptRun(runes []rune, from int) (to int, script language.Script) {
	script = language.Latin
	found := false
	for to = from; to < len(runes); to++ {
		s := scriptOf(runes[to])
		if !s.Strong() {
			continue
		}
		if found && s != script {
			break
		}
		script, found = s, true
	}
	return to, script
}

func scriptOf(r rune) language.Script {
	if r < 0x80 {
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return language.Latin
		}
		return language.Common
	}
	return language.LookupScript(r)
}
