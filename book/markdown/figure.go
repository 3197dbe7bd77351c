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
// it, with a warning: a caption says what a picture means, not what can be seen.
func (r *reading) figure(n ast.Node, img *inlineNode) *book.Figure {
	caption := r.inlines(img)
	f := &book.Figure{Node: r.node(n), Image: r.imageOf(img, img.what.(imageMark), caption)}
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
