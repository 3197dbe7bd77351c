package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// plainCalls writes the links of note calls as brackets, "[1]", and takes the
// ways back out of definitions.
func plainCalls(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		text, dest, n := markdownLink(s[i:])
		if n == 0 || i > 0 && (s[i-1] == '!' || s[i-1] == '\\') {
			_, size := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
			i += size
			continue
		}
		plain := strings.NewReplacer("\\", "", "<sup>", "", "</sup>", "", "^", "").Replace(text)
		_, frag, hasFrag := strings.Cut(dest, "#")
		switch {
		case hasFrag && frag != "" && (strings.Trim(plain, backSigns) == "" || isBackWord(plain)):
		case hasFrag && noteLabel(plain) != "" && (noteLike(frag) || isNumber(noteLabel(plain))):
			b.WriteString("[" + noteLabel(plain) + "]")
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	out := strings.NewReplacer("\\[", "[", "\\]", "]").Replace(b.String())
	for _, pair := range [...][2]string{{"[[", "]]"}, {"^[", "]^"}} { // brackets around the link
		out = unbracket(out, pair[0], pair[1])
	}
	return strings.TrimRight(out, " ")
}

// unbracket makes single brackets of double ones around a label.
func unbracket(s, open, shut string) string {
	for from := 0; ; {
		i := strings.Index(s[from:], open)
		if i < 0 {
			return s
		}
		i += from
		j := strings.Index(s[i:], shut)
		if j < 0 {
			return s
		}
		in := s[i+len(open) : i+j]
		if noteLabel(in) == "" {
			from = i + len(open)
			continue
		}
		s = s[:i] + "[" + in + "]" + s[i+j+len(shut):]
		from = i
	}
}

// maxLinkText bounds the search for a link's end.
const maxLinkText = 2000

// markdownLink reads an inline link at the beginning of s: its text, its
// destination, and its length, 0 if there is none.
func markdownLink(s string) (text, dest string, n int) {
	if s == "" || s[0] != '[' {
		return "", "", 0
	}
	depth := 0
	for i := 0; i < len(s) && i < maxLinkText; i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth > 0 {
				continue
			}
			if !strings.HasPrefix(s[i+1:], "(") {
				return "", "", 0
			}
			end := destinationEnd(s[i+2:])
			if end < 0 {
				return "", "", 0
			}
			dest = s[i+2 : i+2+end]
			return s[1:i], strings.TrimSpace(dest), i + 3 + end
		}
	}
	return "", "", 0
}

// destinationEnd is the place of the parenthesis that ends a destination.
func destinationEnd(s string) int {
	depth := 0
	for i := 0; i < len(s) && i < maxLinkText; i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			if strings.HasPrefix(s[i:], "\n\n") {
				return -1
			}
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// linkText is a block's text without its links' destinations, and the share of
// it that stands in links, in percent.
func linkText(s string) (plain string, share int) {
	var b, links strings.Builder
	linked := 0
	for i := 0; i < len(s); {
		text, _, n := markdownLink(s[i:])
		if n > 0 {
			b.WriteString(text)
			links.WriteString(text + " ")
			linked += len(text)
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(s[i : i+size])
		i += size
	}
	total := linked
	for w := range strings.FieldsSeq(b.String()) { // without the signs of lists and the bars between links
		if strings.Trim(w, "-*+|·•>/") != "" {
			total += len(w)
		}
	}
	total = max(linked, total-len(strings.Join(strings.Fields(links.String()), "")))
	if total == 0 {
		return b.String(), 0
	}
	return b.String(), min(100, linked*100/total)
}

// dropTags takes raw HTML out of Markdown: its text stays, what runs goes.
func dropTags(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	skip := ""
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch {
		case kind == html.ErrorToken:
			return b.String()
		case kind == html.TextToken:
			if skip == "" {
				b.WriteString(raw)
			}
		case kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch tag := string(name); {
			case strings.Contains(raw, "://") && (tag == "http" || tag == "https" || strings.HasPrefix(raw, "<http")): // an autolink
				b.WriteString(raw)
			case tag == "br":
				b.WriteString("\\\n")
			case tag == "sup":
				b.WriteString("^")
			case tag == "script" || tag == "style" || tag == "iframe" || tag == "object" || tag == "svg" || tag == "form" || tag == "noscript" || tag == "noembed" || tag == "noframes" || tag == "textarea" || tag == "template":
				if kind == html.StartTagToken {
					skip = tag
				} else if skip == tag {
					skip = ""
				}
			}
		}
	}
}

// dropActive takes links off their text whose addresses run something or read
// the reader's disk.
func dropActive(s string, d *draft) string {
	for from := 0; from < len(s); {
		i := strings.IndexByte(s[from:], '[')
		if i < 0 {
			return s
		}
		i += from
		text, dest, n := markdownLink(s[i:])
		if n == 0 || !isActive(dest) {
			from = i + 1
			continue
		}
		d.doubts = append(d.doubts, doubt{what: "a link that runs a script or reads a file was taken off its text", near: text})
		start := i
		if i > 0 && s[i-1] == '!' {
			start--
		}
		s = s[:start] + text + s[i+n:]
		from = start
	}
	return s
}

// isActive reports addresses that no manuscript may have.
func isActive(dest string) bool {
	low := strings.ToLower(strings.TrimLeft(dest, "< \t\n"))
	low = strings.NewReplacer("\t", "", "\n", "", "\\", "", "&colon;", ":", "&#58;", ":", "&#x3a;", ":").Replace(low)
	for _, scheme := range [...]string{"javascript:", "vbscript:", "data:", "file:", "blob:"} {
		if strings.HasPrefix(low, scheme) {
			return true
		}
	}
	return false
}
