package clean

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// codeLanguage puts the language of a code block where the converter looks for
// it. Highlighters write it on the block, the code, or a box around both.
func codeLanguage(root *html.Node) {
	for _, pre := range tags(root, atom.Pre) { // the column of the lines' numbers
		if cell, text := within(pre, atom.Td), strings.Fields(textOf(pre)); cell != nil && len(text) > 0 && !slices.ContainsFunc(text, func(s string) bool { return !isNumber(s) }) && nextElement(cell) != nil && first(nextElement(cell), atom.Pre) != nil {
			remove(cell)
		}
	}
	for _, pre := range tags(root, atom.Pre) {
		code := first(pre, atom.Code)
		if code == nil {
			continue
		}
		lang := languageOf(code)
		for n, i := pre, 0; n != nil && lang == "" && i < 4; n, i = n.Parent, i+1 {
			lang = languageOf(n)
		}
		switch lang {
		case "plaintext", "none", "nohighlight":
			lang = ""
		}
		for _, n := range []*html.Node{pre, code} {
			setAttr(n, "class", "")
		}
		if lang != "" {
			setAttr(code, "class", "language-"+lang)
		}
	}
}

// plainCode takes the markup out of code within a line, where signs stand for themselves:
// a variable part in italics, code within code; and emphasis off what is nothing but code.
func plainCode(root *html.Node) {
	for _, code := range tags(root, codeKinds...) {
		if within(code, atom.Pre) != nil || code.Parent == nil {
			continue
		}
		for _, n := range tags(code, append([]atom.Atom{atom.Em, atom.I, atom.B, atom.Strong, atom.Span}, codeKinds...)...) {
			if n != code {
				unwrap(n)
			}
		}
		for p := code.Parent; is(p, atom.Em, atom.I, atom.B, atom.Strong) && len(children(p)) == 1; p = code.Parent {
			unwrap(p)
		}
	}
}

// codeKinds are the elements of code within a line.
var codeKinds = []atom.Atom{atom.Code, atom.Kbd, atom.Samp, atom.Tt}

// languageOf is the language that an element's class or attribute names.
func languageOf(n *html.Node) string {
	for _, key := range [...]string{"data-lang", "data-language"} {
		if v := attr(n, key); v != "" {
			return strings.ToLower(v)
		}
	}
	list := strings.Fields(attr(n, "class"))
	for i, c := range list {
		for _, lead := range [...]string{"language-", "lang-", "highlight-source-", "brush:"} {
			if v, ok := strings.CutPrefix(c, lead); ok && v != "" {
				return strings.ToLower(strings.TrimSuffix(v, ";"))
			}
		}
		if c == "sourceCode" && i+1 < len(list) { // pandoc: "sourceCode go"
			return strings.ToLower(list[i+1])
		}
	}
	return ""
}
