package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropFurniture takes out what a PDF prints on every page: page numbers, and
// lines that recur but for their numbers. What they parted is joined again.
func dropFurniture(lines []string, d *draft) []string {
	count := map[string]int{}
	for _, l := range lines {
		if key := furnitureKey(l); key != "" {
			count[key]++
		}
	}
	pages := pageNumbers(lines)
	out := make([]string, 0, len(lines))
	cut := false
	for i, l := range lines {
		page := strings.Contains(l, "\f")
		l = strings.ReplaceAll(l, "\f", "")
		if key := furnitureKey(l); pages[i] || key != "" && count[key] >= 3 && utf8.RuneCountInString(key) < 90 && isRunning(l, key, count[key]) {
			d.removed = append(d.removed, Removal{Text: excerpt(squeeze(l)), Why: "running head or page number"})
			cut = true
			continue
		}
		if cut || page {
			if strings.TrimSpace(l) == "" {
				cut = true
				continue
			}
			out = rejoin(out, l)
			cut = false
		}
		out = append(out, l)
	}
	return out
}

// rejoin takes the empty lines off the end if the paragraph before them goes on
// in the next line, and makes sure of one if it does not.
func rejoin(out []string, next string) []string {
	end := len(out)
	for end > 0 && strings.TrimSpace(out[end-1]) == "" {
		end--
	}
	if end == 0 {
		return out
	}
	prev := strings.TrimSpace(out[end-1])
	r := firstRune(strings.TrimSpace(next))
	if !endsSentence(prev) && (unicode.IsLower(r) || strings.HasSuffix(prev, "-") || strings.HasSuffix(prev, ",")) {
		return out[:end]
	}
	if end == len(out) && endsSentence(prev) {
		return append(out, "")
	}
	return out
}

// furnitureKey is a line without its numbers, "" for lines without letters.
func furnitureKey(l string) string {
	l = squeeze(strings.ReplaceAll(l, "\f", ""))
	key := strings.Map(func(r rune) rune {
		if isDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, l)
	if strings.IndexFunc(key, unicode.IsLetter) < 0 {
		return ""
	}
	return squeeze(key)
}

// isRunning reports whether a recurring line is a running head: not a sentence,
// and not a list's item.
func isRunning(l, key string, count int) bool {
	l = squeeze(l)
	return !strings.HasSuffix(l, ".") && !strings.HasSuffix(l, ",") && !strings.HasSuffix(l, ";") && len([]rune(key)) >= 6 && !strings.HasPrefix(l, "- ") && !strings.HasPrefix(l, "•")
}

// pageNumbers finds the lines that are a page's number: alone on their line, in
// an ascending row of two or more.
func pageNumbers(lines []string) map[int]bool {
	type numbered struct{ line, n int }
	var list []numbered
	for i, l := range lines {
		s := strings.ToLower(strings.Trim(squeeze(strings.ReplaceAll(l, "\f", "")), "-–—[]| ."))
		for _, w := range [...]string{"page ", "seite ", "página ", "pagina ", "p. ", "s. "} {
			s = strings.TrimPrefix(s, w)
		}
		s, _, _ = strings.Cut(s, "/")
		for _, w := range [...]string{" of ", " sur ", " von ", " de ", " di "} {
			s, _, _ = strings.Cut(s, w)
		}
		if s = strings.TrimSpace(s); isNumber(s) && len(s) <= 4 {
			n := 0
			for _, r := range s {
				n = n*10 + int(r-'0')
			}
			list = append(list, numbered{i, n})
		}
	}
	pages := map[int]bool{}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if b.n == a.n+1 && b.line-a.line > 8 {
				pages[a.line], pages[b.line] = true, true
			}
		}
	}
	return pages
}
