package clean

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The last check on a page: the words that a reader sees in the chosen element must
// stand in the Markdown, or among what was left out and said so. It looks at words
// alone and knows no construct, so that it finds what no rule was written for.

// sight is the visible text of a page before anything is done to it.
type sight struct {
	texts []seenText
	spans map[*html.Node][2]int // the texts below each element
}

// seenText is a text of the page as it stands.
type seenText struct {
	text  string
	local bool // of a link within the page, such as the call of a note
}

// look reads the visible text of a page.
func look(doc *html.Node) *sight {
	s := &sight{spans: map[*html.Node][2]int{}}
	s.node(doc, false)
	return s
}

func (s *sight) node(n *html.Node, local bool) {
	switch {
	case n.Type == html.TextNode:
		if strings.TrimSpace(n.Data) != "" {
			s.texts = append(s.texts, seenText{n.Data, local})
		}
		return
	case isUnseen(n):
		return
	}
	local = local || is(n, atom.A) && (strings.HasPrefix(attr(n, "href"), "#") || attr(n, "href") == "")
	begin := len(s.texts)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.node(c, local)
	}
	s.spans[n] = [2]int{begin, len(s.texts)}
}

// isUnseen reports elements whose content no reader sees, or sees as something else
// than text: formulas have their source in the Markdown.
func isUnseen(n *html.Node) bool {
	return is(n, atom.Head, atom.Script, atom.Style, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Applet, atom.Canvas, atom.Video, atom.Audio, atom.Datalist, atom.Math, atom.Rp, atom.Title, atom.Noframes)
}

// written is what became of a page as letters: first of the Markdown, then of what was
// left out.
type written struct {
	letters []byte
	begins  []bool          // whether a word begins or ends before each letter
	main    int             // letters of the Markdown
	lines   []int           // letters before each line of the Markdown
	short   map[string]bool // short texts that were left out, as letters
	budget  int             // letters that may still be searched
}

// searchBudget bounds the search, in bytes: pages of whose words many are lost are
// compared in part.
const searchBudget = 64 << 20

func newWritten(md string, removed []Removal) *written {
	w := &written{budget: searchBudget, short: map[string]bool{}}
	w.markdown(md)
	w.main = len(w.letters)
	for _, x := range removed {
		w.removal(x)
	}
	w.begins = append(w.begins, true)
	return w
}

// markdown adds what a reader sees of the article.
func (w *written) markdown(md string) {
	apart, open := true, 0
	for i := 0; i < len(md); {
		if i == 0 || md[i-1] == '\n' {
			w.lines = append(w.lines, len(w.letters))
			if n := leadAt(md[i:]); n > 0 {
				i, apart = i+n, true
				continue
			}
		}
		switch {
		case md[i] == '\\' && i+1 < len(md) && md[i+1] < utf8.RuneSelf && md[i+1] != '\n':
			i++ // the sign stands for itself
		case md[i] == '[':
			open++
			fallthrough
		case md[i] == ']' && open > 0, md[i] == ')':
			if n := unreadAt(md[i:]); n > 0 {
				i, apart = i+n, true
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(md[i:])
		apart = w.rune(r, apart)
		i += size
	}
}

// removal adds what was left out.
func (w *written) removal(x Removal) {
	text := x.whole
	if text == "" {
		text = x.Text
	}
	begin, apart := len(w.letters), true
	for _, r := range replaceMarks(text, func(int) string { return " " }) {
		apart = w.rune(r, apart)
	}
	if piece := w.letters[begin:]; len(piece) < 3*surePhrase {
		w.short[string(piece)] = true
	}
	if head := firstLetters(text); len(head) > 3 { // what follows it may have been left out before
		w.short[head] = true
	}
}

// rune adds a letter; it reports whether the next begins a word.
func (w *written) rune(r rune, apart bool) bool {
	if isNoLetter(r) {
		return true
	}
	before := len(w.letters)
	w.letters = utf8.AppendRune(w.letters, unicode.ToLower(r))
	w.begins = append(w.begins, apart)
	for range len(w.letters) - before - 1 {
		w.begins = append(w.begins, false)
	}
	return false
}

// leadAt is the length of what begins a line of Markdown and is no text of the page:
// the number of an item, the opening of a division.
func leadAt(s string) int {
	if strings.HasPrefix(s, ":::") {
		line, _, _ := strings.Cut(s, "\n")
		return len(line)
	}
	rest := strings.TrimLeft(s, " >")
	if after := strings.TrimLeft(rest, "0123456789"); len(after) < len(rest) && strings.HasPrefix(after, ". ") {
		return len(s) - len(after)
	}
	return 0
}

// unreadAt is the length of what a reader of the Markdown does not see as text: the
// address of a link, attributes, the call of a note.
func unreadAt(s string) int {
	switch {
	case strings.HasPrefix(s, "]("):
		if end := destinationEnd(s[2:]); end >= 0 {
			return end + 3
		}
	case strings.HasPrefix(s, "]{"), strings.HasPrefix(s, "){"):
		return 1 + strings.IndexByte(s, '}')
	case strings.HasPrefix(s, "[^"):
		return 1 + strings.IndexByte(s, ']')
	}
	return 0
}

// line is the line of the Markdown in which a letter stands.
func (w *written) line(at int) int {
	return max(1, sort.SearchInts(w.lines, at+1))
}

// Sizes for the search, in bytes of letters.
const (
	surePhrase = 14   // a phrase of this length is not found by chance
	nearBy     = 4000 // where a phrase is looked for first
	nextTo     = 60   // where a single word is looked for
)

// find is the place of a phrase, looked for behind at and then everywhere; -1 if it is
// nowhere.
func (w *written) find(phrase []byte, at int) int {
	near := w.letters[at:min(len(w.letters), at+nearBy)]
	if i := bytes.Index(near, phrase); i >= 0 {
		return at + i
	}
	if w.budget < 0 {
		return -1
	}
	w.budget -= len(w.letters)
	return bytes.Index(w.letters, phrase)
}

// findWord is the place of a word that stands right behind at; -1 if it does not.
func (w *written) findWord(word []byte, at int) int {
	near := w.letters[at:min(len(w.letters), at+nextTo)]
	for from := 0; ; {
		i := bytes.Index(near[from:], word)
		if i < 0 {
			return -1
		}
		if i += from; w.begins[at+i] && w.begins[at+i+len(word)] {
			return at + i
		}
		from = i + 1
	}
}

// firstLetters is the first word of a text.
func firstLetters(s string) string {
	for f := range strings.FieldsFuncSeq(strings.ToLower(s), isNoLetter) {
		return f
	}
	return ""
}

// leftOut is the number of words that were left out together and are too short a
// phrase to be found; 0 if they were not.
func (w *written) leftOut(words []seenWord) int {
	var phrase []byte
	for i := 0; i < len(words) && len(phrase) < 3*surePhrase; i++ {
		if phrase = append(phrase, words[i].letters...); w.short[string(phrase)] {
			return i + 1
		}
	}
	return 0
}

// seenWord is a word of the page.
type seenWord struct {
	letters []byte
	local   bool
}

// words lists the words below the given elements.
func (s *sight) words(roots []*html.Node) []seenWord {
	var list []seenWord
	for _, r := range roots {
		span := s.spans[r]
		list = append(list, s.wordsOf(span[0], span[1])...)
	}
	return list
}

// wordsOf lists the words of some of the texts.
func (s *sight) wordsOf(from, to int) []seenWord {
	var list []seenWord
	for _, t := range s.texts[from:to] {
		for f := range strings.FieldsFuncSeq(strings.ToLower(t.text), isNoLetter) {
			list = append(list, seenWord{[]byte(f), t.local})
		}
	}
	return list
}

// lost lists the runs of words that stand neither in the Markdown nor among what was
// left out, each with the line after which it is missing.
func lost(words []seenWord, w *written, labels []string) []doubt {
	var list []doubt
	var run []seenWord
	at, last := 0, 0
	end := func() {
		if text := phraseText(run); text != "" && !isOfNotes(run, labels) {
			list = append(list, doubt{what: "words of the page are missing here", near: text, line: w.line(last)})
		}
		run = nil
	}
	back := 0 // where the text went on before the last leap
	for i := 0; i < len(words); i++ {
		word := words[i]
		place := -1
		if bytes.HasPrefix(w.letters[at:], word.letters) {
			place = at
		} else if n := w.leftOut(words[i:]); n > 0 {
			end()
			i += n - 1
			continue
		} else if place = w.place(words[i:], at, run == nil); place < 0 && bytes.HasPrefix(w.letters[back:], word.letters) {
			place = back
		} else if place < 0 && i > 0 {
			if place = w.findPair(words[i-1:]); place >= 0 {
				place += len(words[i-1].letters)
			}
		}
		if place >= 0 {
			end()
			if place < at || place > at+nextTo {
				back = at
			}
			if at = place + len(word.letters); at <= w.main {
				last = max(at-1, 0)
			}
			continue
		}
		run = append(run, word)
	}
	end()
	if w.budget < 0 {
		return []doubt{{what: "the page says so much else than what was made of it that not all words were compared"}}
	}
	return list
}

// isOfNotes reports whether words are only the labels of notes, what leads to them, and
// the heading above them.
func isOfNotes(run []seenWord, labels []string) bool {
	rest := slices.DeleteFunc(slices.Clone(run), func(w seenWord) bool {
		return w.local || len(w.letters) == 1 || slices.Contains(labels, string(w.letters))
	})
	return len(rest) == 0 || isNoteHead(phraseText(rest)) ||
		!slices.ContainsFunc(rest, func(w seenWord) bool { return !isNoteHead(string(w.letters)) })
}

func phraseText(words []seenWord) string {
	var list []string
	for _, w := range words {
		list = append(list, string(w.letters))
	}
	return strings.Join(list, " ")
}

// place is the place of the first of the words, -1 if it is lost. A word that follows
// a lost one needs a phrase to be found: short ones are everywhere.
func (w *written) place(words []seenWord, at int, near bool) int {
	for _, skip := range [...]bool{false, true} { // with the calls of notes, and without
		if phrase := phraseOf(words, skip); len(phrase) >= surePhrase {
			if i := w.find(phrase, at); i >= 0 {
				return i
			}
		}
	}
	if near {
		if i := w.findWord(words[0].letters, at); i >= 0 {
			return i
		}
	}
	return w.findPair(words)
}

// phraseOf joins words until a phrase is sure.
func phraseOf(words []seenWord, skip bool) []byte {
	var phrase []byte
	for i := 0; i < len(words) && (i < 2 || len(phrase) < surePhrase); i++ {
		if !skip || i == 0 || !words[i].local {
			phrase = append(phrase, words[i].letters...)
		}
	}
	return phrase
}

// findPair is the place of the first two words where they stand by themselves, -1 if
// they do not.
func (w *written) findPair(words []seenWord) int {
	if len(words) < 2 || len(words[0].letters)+len(words[1].letters) < surePhrase/2 || w.budget < 0 {
		return -1
	}
	pair := slices.Concat(words[0].letters, words[1].letters)
	w.budget -= len(w.letters)
	if i := bytes.Index(w.letters, pair); i >= 0 && w.begins[i] && w.begins[i+len(pair)] {
		return i
	}
	return -1
}
