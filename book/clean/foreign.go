package clean

import "strings"

// quotePairs open and close quotations.
var quotePairs = [...][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}, {"\"", "\""}}

// markForeign marks quotations of some length that are in another of the six
// languages, so that they are hyphenated and read aloud in it. Signs of our own stand for
// the brackets until the text is escaped.
func markForeign(s, lang string) string {
	if lang == "" {
		return s
	}
	lang, _, _ = strings.Cut(lang, "-")
	for _, q := range quotePairs {
		from := 0
		for {
			i := strings.Index(s[from:], q[0])
			if i < 0 {
				break
			}
			i += from + len(q[0])
			j := strings.Index(s[i:], q[1])
			if j < 0 {
				break
			}
			in := s[i : i+j]
			trimmed := strings.Trim(in, " \u00a0\u202f")
			from = i + j + len(q[1])
			if other := foreignLang(trimmed, lang); other != "" && !strings.ContainsAny(trimmed, "[]\n") && !hasMark(trimmed) {
				marked := string(signOpen) + trimmed + string(signShut) + "lang=" + other + string(signEnd)
				lead := in[:strings.Index(in, trimmed)]
				tail := in[len(lead)+len(trimmed):]
				s = s[:i] + lead + marked + tail + s[i+j:]
				from += len(marked) - len(trimmed)
			}
		}
	}
	return s
}

// foreignSpans lists the spans of a text that are marked as another language's,
// for the report.
func foreignSpans(md string) []doubt {
	var list []doubt
	for rest := md; ; {
		before, after, ok := strings.Cut(rest, "]{lang=")
		if !ok {
			return list
		}
		lang, tail, ok := strings.Cut(after, "}")
		if i := strings.LastIndexByte(before, '['); ok && i >= 0 && len(lang) < 12 {
			list = append(list, doubt{what: "marked as being in the language " + lang, near: before[i+1:]})
		}
		rest = tail
	}
}

// foreignLang is the language of a quotation if it is plainly another one: at
// least five words, two of them among the commonest of that language, and none of the
// text's own that the other has not.
func foreignLang(s, lang string) string {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 5 {
		return ""
	}
	count := func(list string) int {
		n := 0
		for _, w := range words {
			if strings.Contains(list, " "+strings.Trim(w, ".,;:!?()’'")+" ") {
				n++
			}
		}
		return n
	}
	best, most, own := "", 0, 0
	for _, l := range stopWords {
		n := count(l.words)
		if l.lang == lang {
			own = n
		} else if n > most {
			best, most = l.lang, n
		}
	}
	if most >= 2 && own == 0 && most*6 >= len(words) {
		return best
	}
	return ""
}
