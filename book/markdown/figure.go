package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"cahier/book"
)

// paragraphOrFigure makes a figure of a paragraph that holds one image and nothing
// else, as Pandoc does.
func (r *reading) paragraphOrFigure(n ast.Node) book.Block {
	if img, ok := n.FirstChild().(*inlineNode); ok && onlyImage(r, img) {
		return r.figure(n, img)
	}
	p := r.paragraph(n)
	if len(p.Inlines) == 0 {
		return nil // it was a comment
	}
	r.checkAlt(p.Inlines)
	return p
}

// onlyImage reports whether nothing but an image stands in its paragraph.
func onlyImage(r *reading, img *inlineNode) bool {
	if !isMark[imageMark](img) {
		return false
	}
	for n := img.NextSibling(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok || t.Segment.Len() > 0 && strings.TrimSpace(string(t.Segment.Value(r.src))) != "" {
			return false
		}
	}
	return true
}

// figure gives the words in the brackets to the caption. Without alt they stand in for
// it, with a warning: a caption says what a picture means, not what can be seen. A title in
// the parentheses, where cleaned pages keep it, is alternative text.
func (r *reading) figure(n ast.Node, img *inlineNode) *book.Figure {
	caption := r.inlines(img)
	mark := img.what.(imageMark)
	if mark.title != "" && !r.hasAlt(img) {
		mark.attr.Values = append(mark.attr.Values, book.KeyValue{Key: "alt", Value: mark.title})
		mark.title, img.what = "", mark
	}
	f := &book.Figure{Node: r.node(n), Image: r.imageOf(img, mark, caption)}
	f.Attr = f.Image.Attr
	f.Image.Attr = book.Attr{}
	if len(caption) > 0 {
		f.Caption = &book.Paragraph{Node: book.Node{Pos: caption[0].Position()}, Inlines: caption}
	}
	if !r.hasAlt(img) {
		hint := `add {alt="what can be seen"} after it, or {alt=""} if it only decorates`
		if f.Image.Alt != "" {
			r.add(img.Pos(), book.CodeImageAlt, hint, "an image without alternative text; its caption serves")
		} else {
			r.add(img.Pos(), book.CodeImageAlt, hint, "an image without alternative text")
		}
	}
	return f
}

// hasAlt reports whether alt was written, be it empty.
func (r *reading) hasAlt(img *inlineNode) bool {
	for _, kv := range img.what.(imageMark).attr.Values {
		if kv.Key == "alt" {
			return true
		}
	}
	return false
}

// checkAlt warns of images in running text that nothing describes.
func (r *reading) checkAlt(list []book.Inline) {
	book.Inlines(list, func(n book.Inline) bool {
		if img, ok := n.(*book.Image); ok && img.Alt == "" && !img.Decorative {
			r.problems.Add(img.Pos, book.CodeImageAlt, `write ![what can be seen](file), or add {alt=""} if it only decorates`, "an image without alternative text")
		}
		return true
	})
}

// image makes an image in running text. What stands in the brackets describes it and is
// not shown; words that would be lost so are a problem.
func (r *reading) image(n *inlineNode, t imageMark) *book.Image {
	inner := r.inlines(n)
	img := r.imageOf(n, t, inner)
	if words := strings.TrimSpace(book.PlainText(inner)); words != "" && words != img.Alt {
		r.add(n.Pos(), book.CodeImageAlt, "give the image a paragraph of its own, where they are its caption", "alt takes the place of the words in the brackets, which are not shown")
	}
	book.Inlines(inner, func(i book.Inline) bool {
		switch i.(type) {
		case *book.NoteCall, *book.Citation:
			r.problems.Add(i.Position(), book.CodeNoteInNote, "put it after the image, or give the image a paragraph of its own", "a note or a citation cannot stand in the description of an image")
		}
		return true
	})
	return img
}

// imageOf reads what images in running text and in figures have in common.
func (r *reading) imageOf(n *inlineNode, t imageMark, inner []book.Inline) *book.Image {
	img := &book.Image{Place: book.Place{Pos: r.Pos(n.Pos())}, Attr: t.attr, Src: t.href, Alt: strings.TrimSpace(book.PlainText(inner))}
	if t.title != "" {
		img.Attr.Values = append(img.Attr.Values, book.KeyValue{Key: "title", Value: t.title})
	}
	for i, kv := range img.Attr.Values {
		if kv.Key == "alt" {
			img.Alt, img.Decorative = kv.Value, strings.TrimSpace(kv.Value) == ""
			img.Attr.Values = append(img.Attr.Values[:i:i], img.Attr.Values[i+1:]...)
			break
		}
	}
	if t.href == "" {
		r.add(n.Pos(), book.CodeFileMissing, "write the file's name in the parentheses", "an image without a file")
	}
	return img
}
