package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cahier/book"
)

// wording is a reference being put into words: inlines that belong to it alone, joined by
// the punctuation of the style.
type wording struct {
	lang *language
	list []book.Inline
}

func text(s string) book.Inline { return &book.Text{Value: s} }

func italic(list ...book.Inline) book.Inline { return &book.Emphasis{Inlines: list} }

// add appends inlines; neighbouring texts become one.
func (w *wording) add(list ...book.Inline) {
	for _, n := range list {
		t, ok := n.(*book.Text)
		if !ok {
			w.list = append(w.list, n)
			continue
		}
		if t.Value == "" {
			continue
		}
		if len(w.list) > 0 {
			if last, ok := w.list[len(w.list)-1].(*book.Text); ok {
				last.Value += t.Value
				continue
			}
		}
		w.list = append(w.list, &book.Text{Place: t.Place, Value: t.Value})
	}
}

func (w *wording) text(s string) { w.add(text(s)) }

// comma appends an element of the reference, with a comma before it unless it is the
// first. An empty element adds nothing.
func (w *wording) comma(list ...book.Inline) {
	if len(list) == 0 {
		return
	}
	if len(w.list) > 0 {
		w.punctuate(',')
		w.text(" ")
	}
	w.add(list...)
}

func (w *wording) commaText(s string) {
	if s != "" {
		w.comma(text(s))
	}
}

// punctuate ends what is said so far with a comma or a full stop. A stop is not put after
// a sign that ends a sentence by itself, inside quotation marks and italics too;
// American usage puts both before a closing quotation mark.
func (w *wording) punctuate(sign rune) {
	last := lastText(w.list)
	if last == nil {
		w.text(string(sign))
		return
	}
	value := last.Value
	end, size := utf8.DecodeLastRuneInString(value)
	inside, _ := utf8.DecodeLastRuneInString(strings.TrimRight(value, "”’»›“‘\u00A0"))
	if end == sign || sign == '.' && endsSentence(inside) {
		return
	}
	if w.lang.american && end == '”' {
		value = value[:len(value)-size]
		// “On ‘things,’” (Chicago 6.9): an apostrophe there has no mark that opens before it.
		if before, ok := strings.CutSuffix(value, "’"); ok && strings.LastIndex(before, "‘") > strings.LastIndex(before, "’ ") {
			last.Value = before + string(sign) + "’”"
			return
		}
		last.Value = value + string(sign) + "”"
		return
	}
	w.text(string(sign))
}

func endsSentence(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// lastText is the text that ends the inlines, nil if something else does.
func lastText(list []book.Inline) *book.Text {
	for len(list) > 0 {
		last := list[len(list)-1]
		if t, ok := last.(*book.Text); ok {
			return t
		}
		inner := book.Within(last)
		if inner == nil {
			return nil
		}
		list = *inner
	}
	return nil
}

// clone copies inlines, so that a title can be worded many times. Links become their
// text, since a worded citation is a link itself; a note's call has no place here.
func clone(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, n := range list {
		switch n := n.(type) {
		case *book.Text:
			out = append(out, &book.Text{Place: n.Place, Value: n.Value})
		case *book.Emphasis:
			out = append(out, &book.Emphasis{Place: n.Place, Inlines: clone(n.Inlines)})
		case *book.Strong:
			out = append(out, &book.Strong{Place: n.Place, Inlines: clone(n.Inlines)})
		case *book.Span:
			out = append(out, &book.Span{Place: n.Place, Attr: book.Attr{Classes: n.Attr.Classes, Lang: n.Attr.Lang}, Inlines: clone(n.Inlines)})
		case *book.Superscript:
			out = append(out, &book.Superscript{Place: n.Place, Inlines: clone(n.Inlines)})
		case *book.Subscript:
			out = append(out, &book.Subscript{Place: n.Place, Inlines: clone(n.Inlines)})
		case *book.Strikeout:
			out = append(out, &book.Strikeout{Place: n.Place, Inlines: clone(n.Inlines)})
		case *book.CodeSpan:
			out = append(out, &book.CodeSpan{Place: n.Place, Value: n.Value})
		case *book.Link:
			out = append(out, clone(n.Inlines)...)
		case *book.LineBreak:
			out = append(out, text(" "))
		case *book.Citation, *book.NoteCall, *book.Image:
		}
	}
	return out
}

// capital makes the first letter of the inlines a capital.
func capital(list []book.Inline) {
	for len(list) > 0 {
		if t, ok := list[0].(*book.Text); ok {
			r, size := utf8.DecodeRuneInString(t.Value)
			t.Value = string(unicode.ToUpper(r)) + t.Value[size:]
			return
		}
		inner := book.Within(list[0])
		if inner == nil {
			return
		}
		list = *inner
	}
}
