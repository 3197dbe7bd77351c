package clean

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/marker"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// newConverter makes the converter: the library walks the tree and writes the
// common constructs; what Markdown has beyond CommonMark is written by renderers
// of our own.
func newConverter() *converter.Converter {
	conv := converter.NewConverter(
		converter.WithEscapeMode("disabled"), // escaping is done on the tree, see escape.go
		converter.WithPlugins(base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(
			commonmark.WithBulletListMarker("-"),
			commonmark.WithHorizontalRule("***"),
			commonmark.WithListEndComment(false),
			commonmark.WithLinkEmptyHrefBehavior(commonmark.LinkBehaviorSkip),
			commonmark.WithLinkEmptyContentBehavior(commonmark.LinkBehaviorSkip),
		)),
	)
	for _, r := range [...]struct {
		tag string
		f   func(converter.Context, converter.Writer, *html.Node) converter.RenderStatus
	}{
		{"table", renderTable}, {"br", renderBreak}, {"sup", renderSup}, {"sub", renderSub}, {"dl", renderDefinitions},
		{"figure", renderFigure}, {"img", renderImage}, {"span", renderSpan}, {"ol", renderOrdered}, {"del", renderStruck}, {"s", renderStruck}, {"a", renderLink},
		{"em", renderEmphasis}, {"i", renderEmphasis}, {"strong", renderEmphasis}, {"b", renderEmphasis}, {"cahier-verse", renderVerse}, {"cahier-epigraph", renderEpigraph}, {"cahier-caption", renderCaption}, {"q", renderQuote}, {"rt", renderReading},
	} {
		f := r.f
		tag := r.tag
		conv.Register.Renderer(func(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
			if n.Type != html.ElementNode || n.Data != tag {
				return converter.RenderTryNext
			}
			return f(ctx, w, n)
		}, converter.PriorityEarly)
	}
	conv.Register.TagType("cahier-verse", converter.TagTypeBlock, converter.PriorityEarly)
	conv.Register.TagType("cahier-epigraph", converter.TagTypeBlock, converter.PriorityEarly)
	conv.Register.TagType("cahier-caption", converter.TagTypeBlock, converter.PriorityEarly)
	conv.Register.TagType("figure", converter.TagTypeBlock, converter.PriorityEarly)
	return conv
}

// toMarkdown converts a tree of the article or of a note. The tree is changed.
func toMarkdown(conv *converter.Converter, n *html.Node) string {
	plainCode(n)
	looseSpaces(n)
	looseSigns(n)
	escapeTexts(n)
	doc := n
	if n.Type != html.DocumentNode {
		doc = &html.Node{Type: html.DocumentNode}
		remove(n)
		doc.AppendChild(n)
	}
	out, err := conv.ConvertNode(doc)
	if err != nil { // the library fails on its own set-up alone
		panic(err)
	}
	return tidyLines(tightLists(restore(string(out))))
}

// innerItem is the first item of a list within an item, after an empty line. A list that
// begins with another number needs the line.
var innerItem = regexp.MustCompile(`^ +(?:-|1\.) `)

// tightLists takes out the empty line before a list within an item, which would set all
// items apart as paragraphs.
func tightLists(s string) string {
	var lines []string
	fenced := false
	for l := range strings.SplitSeq(s, "\n") {
		if k := len(lines); !fenced && k >= 2 && strings.TrimSpace(lines[k-1]) == "" && strings.TrimSpace(lines[k-2]) != "" && innerItem.MatchString(l) {
			lines = lines[:k-1]
		}
		if strings.HasPrefix(strings.TrimSpace(l), "```") {
			fenced = !fenced
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "\n")
}

// tidyLines takes the spaces off the ends of lines, and the breaks that nothing
// follows.
func tidyLines(s string) string {
	lines := strings.Split(s, "\n")
	fenced := false
	for i, l := range lines {
		l = strings.TrimRightFunc(l, unicode.IsSpace)
		if strings.HasPrefix(strings.TrimSpace(l), "```") {
			fenced = !fenced
		}
		if last := i+1 == len(lines) || strings.TrimSpace(lines[i+1]) == ""; last && !fenced && strings.HasSuffix(l, "\\") && !strings.HasSuffix(l, "\\\\") {
			l = strings.TrimRightFunc(strings.TrimSuffix(l, "\\"), unicode.IsSpace)
		}
		lines[i] = l
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// inner renders what lies below n as text of a line.
func inner(ctx converter.Context, n *html.Node) string {
	var b bytes.Buffer
	ctx.RenderChildNodes(ctx, &b, n)
	return b.String()
}

func renderBreak(_ converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	if within(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Td, atom.Th, atom.Caption, atom.Figcaption) != nil {
		w.WriteString(" ")
	} else {
		w.WriteString("\\\n")
	}
	return converter.RenderSuccess
}

// renderSup writes a superscript, but plain letters for ordinals and the like:
// the contract leaves raising them to the build.
func renderSup(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	return renderRaised(ctx, w, n, "^")
}

func renderSub(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	return renderRaised(ctx, w, n, "~")
}

// ordinals are the raised letters that the build raises by itself.
const ordinals = " e er ers ère eres ème me re nd nde st th rd nd o os a as º ª le lle mme mmes ᵉ è es "

func renderRaised(ctx converter.Context, w converter.Writer, n *html.Node, sign string) converter.RenderStatus {
	text := strings.TrimSpace(inner(ctx, n))
	switch {
	case text == "":
	case hasMark(text) || strings.ContainsAny(text, "\n[") || within(n.Parent, atom.Sup, atom.Sub) != nil:
		w.WriteString(text)
	case sign == "^" && strings.Contains(ordinals, " "+strings.ToLower(text)+" "):
		w.WriteString(text)
	case !strings.Contains(text, " "):
		w.WriteString(sign + text + sign)
	default:
		w.WriteString(sign + strings.ReplaceAll(text, " ", `\ `) + sign)
	}
	return converter.RenderSuccess
}

// renderSpan writes a span that has a language of its own, or small capitals.
func renderSpan(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	mark := ""
	if lang := languageTag(attr(n, "lang")); lang != "" && !sameLang(lang, ancestorLang(n)) {
		mark = "{lang=" + lang + "}"
	} else if style := styleOf(n); hasClass(n, "smallcaps", "small-caps", "sc") || strings.Contains(style, "font-variant:small-caps") {
		mark = "{.smallcaps}"
	}
	text := inner(ctx, n)
	trimmed := strings.TrimSpace(text)
	if mark == "" || trimmed == "" || strings.Contains(trimmed, "\n\n") || hasBlock(n) {
		w.WriteString(text)
		return converter.RenderSuccess
	}
	lead := text[:len(text)-len(strings.TrimLeft(text, " \n"))]
	w.WriteString(lead + "[" + trimmed + "]" + mark + text[len(lead)+len(trimmed):])
	return converter.RenderSuccess
}

func renderStruck(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	if text := strings.TrimSpace(inner(ctx, n)); text != "" {
		w.WriteString("~~" + text + "~~")
	}
	return converter.RenderSuccess
}

// renderLink writes a link to the web or to a place of the article; anything
// else is text.
func renderLink(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	href := attr(n, "href")
	text := inner(ctx, n)
	trimmed := strings.TrimSpace(text)
	if href == "" || trimmed == "" || strings.Contains(trimmed, "\n\n") || hasBlock(n) {
		w.WriteString(text)
		return converter.RenderSuccess
	}
	lead := text[:len(text)-len(strings.TrimLeft(text, " \n"))]
	tail := text[len(lead)+len(trimmed):]
	w.WriteString(lead + "[" + strings.ReplaceAll(trimmed, "\\\n", " ") + "](" + destination(href) + ")" + tail)
	return converter.RenderSuccess
}

// destination writes an address so that Markdown reads it whole.
func destination(href string) string {
	return strings.NewReplacer(" ", "%20", "\n", "", "\t", "", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `"`, "%22", "\\", "%5C", "`", "%60").Replace(strings.TrimSpace(href))
}

// indent moves all lines but the first and the empty ones to the right.
func indent(s string, by int) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = strings.Repeat(" ", by) + lines[i]
		}
	}
	code := string(marker.MarkerCodeBlockNewline) // the library's line feed within code
	return strings.ReplaceAll(strings.Join(lines, "\n"), code, code+strings.Repeat(" ", by))
}

// collapseBlank makes every run of empty lines one.
func collapseBlank(s string) string {
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return s
}

// renderVerse writes the lines of a poem as a line block.
func renderVerse(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("\n\n")
	for l := range strings.SplitSeq(strings.Trim(inner(ctx, n), " \n\\"), "\n") {
		l = strings.TrimSuffix(strings.TrimRight(l, " "), "\\")
		w.WriteString(strings.TrimRight("| "+strings.TrimLeft(l, " "), " ") + "\n")
	}
	w.WriteString("\n")
	return converter.RenderSuccess
}

// renderEmphasis writes emphasis that holds line breaks line by line, the signs
// within each break; the library writes all other.
func renderEmphasis(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	if first(n, atom.Br) == nil || within(n.Parent, atom.Em, atom.I, atom.Strong, atom.B) != nil {
		return converter.RenderTryNext
	}
	sign := "*"
	if is(n, atom.Strong, atom.B) {
		sign = "**"
	}
	lines := strings.Split(inner(ctx, n), "\\\n")
	for i, l := range lines {
		if t := strings.TrimSpace(l); t != "" {
			lines[i] = strings.Replace(l, t, sign+t+sign, 1)
		}
	}
	w.WriteString(strings.Join(lines, "\\\n"))
	return converter.RenderSuccess
}

// renderCaption writes the caption of a picture that is not there.
func renderCaption(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("\n\n::: caption\n" + strings.TrimSpace(inner(ctx, n)) + "\n:::\n\n")
	return converter.RenderSuccess
}

// renderEpigraph writes a motto.
func renderEpigraph(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	w.WriteString("\n\n::: epigraph\n" + collapseBlank(strings.TrimSpace(inner(ctx, n))) + "\n:::\n\n")
	return converter.RenderSuccess
}

// renderQuote writes the marks that browsers draw around <q>.
func renderQuote(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	open, shut := "“", "”"
	switch lang, _, _ := strings.Cut(ancestorLang(n), "-"); lang {
	case "fr", "es", "it":
		open, shut = "«", "»"
	case "de":
		open, shut = "„", "“"
	}
	w.WriteString(open + strings.TrimSpace(inner(ctx, n)) + shut)
	return converter.RenderSuccess
}

// renderReading writes the reading above a character behind it: 漢 (kan).
func renderReading(ctx converter.Context, w converter.Writer, n *html.Node) converter.RenderStatus {
	text := strings.TrimSpace(inner(ctx, n))
	if text == "" {
		return converter.RenderSuccess
	}
	w.WriteString(" (" + text + ")")
	for next := n.NextSibling; next != nil; next = next.NextSibling { // the next character of the same word
		if textOf(next) != "" {
			if !is(next, atom.Rt, atom.Rtc) {
				w.WriteString(" ")
			}
			break
		}
	}
	return converter.RenderSuccess
}
