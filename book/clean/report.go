package clean

import (
	"encoding/json"
	"fmt"
	"strings"

	"cahier/book"
)

// Report says what was done to a source, for the person who finishes it.
type Report struct {
	Kind     string       `json:"kind"`     // html, mhtml, text, markdown
	Encoding string       `json:"encoding"` // as it was read
	Found    string       `json:"found"`    // how the article was found in the page
	Notes    []NoteReport `json:"notes"`
	Doubts   []Doubt      `json:"doubts"`
	Removed  []Removal    `json:"removed"`
}

// NoteReport says how a note was found.
type NoteReport struct {
	ID    string `json:"id"`    // in the Markdown
	Label string `json:"label"` // in the source
	How   string `json:"how"`
	Sure  int    `json:"sure"` // percent
	Line  int    `json:"line"` // of its first call, 0 if it is not called
}

// Doubt is a spot that a person should look at.
type Doubt struct {
	Line int    `json:"line"` // in the Markdown, 0 if it stands nowhere
	What string `json:"what"`
	Text string `json:"text,omitempty"` // how the spot begins
}

// Removal is a block that was left out.
type Removal struct {
	Text string `json:"text"` // how it begins
	Why  string `json:"why"`

	whole string // all of it, for the search for lost words; "": Text is
}

// doubt is a Doubt before the Markdown's lines are known.
type doubt struct {
	what, near string
	line       int // 0: where near stands
}

// JSON is the report for programs.
func (r Report) JSON() []byte {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r.filled()); err != nil { // strings and numbers always encode
		panic(err)
	}
	return []byte(b.String())
}

// filled makes empty lists of nil ones, so that programs find lists.
func (r Report) filled() Report {
	if r.Notes == nil {
		r.Notes = []NoteReport{}
	}
	if r.Doubts == nil {
		r.Doubts = []Doubt{}
	}
	if r.Removed == nil {
		r.Removed = []Removal{}
	}
	return r
}

// Text is the report for people: what to look at first, then the notes, then
// what was left out.
func (r Report) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "read as %s, %s", r.Kind, r.Encoding)
	if r.Found != "" {
		fmt.Fprintf(&b, "; the article was found by %s", r.Found)
	}
	b.WriteString("\n")
	if len(r.Doubts) > 0 {
		fmt.Fprintf(&b, "\nto look at (%d):\n", len(r.Doubts))
		for _, d := range r.Doubts {
			fmt.Fprintf(&b, "  %s%s%s\n", lineWord(d.Line), d.What, quoted(d.Text))
		}
	}
	if len(r.Notes) > 0 {
		fmt.Fprintf(&b, "\nnotes (%d):\n", len(r.Notes))
		for _, n := range r.Notes {
			fmt.Fprintf(&b, "  [^%s] %slabel %s, %s, %d %% sure\n", n.ID, lineWord(n.Line), n.Label, n.How, n.Sure)
		}
	}
	if len(r.Removed) > 0 {
		fmt.Fprintf(&b, "\nleft out (%d):\n", len(r.Removed))
		for _, x := range r.Removed {
			fmt.Fprintf(&b, "  %s:%s\n", x.Why, quoted(x.Text))
		}
	}
	return b.String()
}

func lineWord(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf("line %d: ", line)
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return " “" + s + "”"
}

// problems lists the doubts as warnings.
func (r Report) problems(name string) book.Problems {
	var ps book.Problems
	for _, d := range r.Doubts {
		pos := book.Pos{File: name}
		if d.Line > 0 {
			pos.Line, pos.Col = d.Line, 1
		}
		ps.Add(pos, book.CodeCleanDoubt, "", "%s%s", d.What, quoted(d.Text))
	}
	ps.Sort()
	return ps
}
