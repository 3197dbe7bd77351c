package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// whyFurniture is why a page's furniture is left out.
const whyFurniture = "running head or page number"

// dropFurniture takes out what a PDF prints on every page: page numbers, running
// heads, and lines that recur but for their numbers. The notes at the foot of a page
// are lifted; what the pages parted is joined again.
func dropFurniture(lines []string, words wordSet, d *draft) []string {
	lines = d.dropPostal(lines)
	width := wrapWidth(lines)
	furniture := furnitureLines(lines)
	var pages [][]string
	var page []string
	turn := func() {
		if page = trimBlank(page); len(page) > 0 {
			pages = append(pages, page)
		}
		page = nil
	}
	for i, l := range lines {
		if furniture[i] {
			d.leaveOut(squeeze(l), whyFurniture)
			turn()
			continue
		}
		if strings.Contains(l, "\f") {
			turn()
		}
		page = append(page, strings.ReplaceAll(l, "\f", ""))
	}
	turn()
	if len(pages) < 2 {
		return slices.Concat(pages...)
	}
	foot := &feet{words: words, last: "0"}
	var out []string
	last := 0 // where the page before begins
	for _, page := range pages {
		p := trimBlank(foot.lift(page, d))
		if len(p) == len(page) && len(out) > 0 { // a mark on the page before may have its note here
			both := append(rejoin(slices.Clone(out[last:]), p[0], width), p...)
			if lifted := trimBlank(foot.lift(both, d)); len(lifted) < len(both) {
				out = append(out[:last], lifted...)
				last = max(0, len(out)-len(p))
				continue
			}
		}
		if len(out) > 0 && len(p) > 0 {
			out = rejoin(out, p[0], width)
		}
		last = len(out)
		out = append(out, p...)
	}
	return out
}

// postalLeads begin the paragraph that says where the author lives.
var postalLeads = []string{"anschrift des verfassers", "anschrift der verfasserin", "anschrift des autors", "anschrift der autorin", "anschrift der verfasser", "adresse de l'auteur", "adresse de l’auteur", "adresse de l'autrice", "adresse de l’autrice", "adresse de l'auteure", "adresse de l’auteure", "adresse des auteurs", "author's address", "author’s address", "authors' address", "authors’ addresses", "address of the author", "address for correspondence", "correspondence address", "dirección del autor", "dirección de la autora", "dirección para correspondencia", "endereço do autor", "endereço da autora", "morada do autor", "morada da autora", "indirizzo dell'autore", "indirizzo dell’autore", "indirizzo dell'autrice", "indirizzo dell’autrice"}

// dropPostal takes out the paragraph below a text that says where the author lives.
func (d *draft) dropPostal(lines []string) []string {
	for i := len(lines) / 2; i < len(lines); i++ {
		if i == 0 || strings.TrimSpace(lines[i-1]) != "" || !hasLead(lines[i], postalLeads) {
			continue
		}
		end := i + 1
		for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
			end++
		}
		if text := squeeze(strings.Join(lines[i:end], " ")); utf8.RuneCountInString(text) < 300 {
			d.leaveOut(text, "the author's address")
			return slices.Delete(slices.Clone(lines), i, end)
		}
	}
	return lines
}

// trimBlank takes the empty lines off both ends.
func trimBlank(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// isCapitals reports a line in capitals, such as a title that the pages repeat.
func isCapitals(l string) bool { return strings.ToUpper(l) == l && strings.ToLower(l) != l }

// rejoin makes sure of an empty line before what a new page begins with, unless
// the paragraph before it goes on there: a line as wide as the others that has lines
// above it and no stop at its end is no heading.
func rejoin(out []string, next string, width int) []string {
	prev := strings.TrimSpace(out[len(out)-1])
	r := firstRune(strings.TrimSpace(next))
	within := len(out) > 1 && strings.TrimSpace(out[len(out)-2]) != ""
	if within && width > 0 && !isCapitals(prev) && !endsSentence(prev) && utf8.RuneCountInString(prev)*4 > width*3 && !isCapitals(next) {
		return out
	}
	if !isCapitals(prev) && !endsSentence(prev) && (unicode.IsLower(r) || strings.HasSuffix(prev, "-") || strings.HasSuffix(prev, ",")) {
		return out
	}
	return append(out, "")
}

// furnitureLines finds the lines that a PDF prints on every page.
func furnitureLines(lines []string) []bool {
	count := map[string]int{}
	for _, l := range lines {
		if key := furnitureKey(l); key != "" {
			count[key]++
		}
	}
	drop := pageNumbers(lines, count)
	out := slices.Clone(drop)
	first := slices.IndexFunc(lines, func(l string) bool { return strings.TrimSpace(l) != "" })
	head := journal{}
	if first >= 0 {
		head, _ = readJournal(lines[first])
	}
	seen := 0
	for i, l := range lines {
		key := furnitureKey(l)
		if i > first && sameText(l, head.name) && besideNumber(lines, drop, i) {
			out[i] = true
			continue
		}
		if key == "" || utf8.RuneCountInString(key) >= 90 || !isRunning(l, key) {
			continue
		}
		seen++
		if count[key] >= 3 && !isChapter(l) && (seen > 3 || len(key) != len(squeeze(l))) || count[key] >= 2 && seen > 3 && besideNumber(lines, drop, i) {
			out[i] = true
		}
	}
	return out
}

// besideNumber reports whether a page's number is the line next to i, empty
// ones aside.
func besideNumber(lines []string, numbers []bool, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for j := i + step; j >= 0 && j < len(lines); j += step {
			if numbers[j] {
				return true
			}
			if strings.TrimSpace(lines[j]) != "" {
				break
			}
		}
	}
	return false
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

// isRunning reports whether a recurring line may be a running head: not a
// sentence, and not a list's item.
func isRunning(l, key string) bool {
	l = squeeze(l)
	return !strings.HasSuffix(l, ".") && !strings.HasSuffix(l, ",") && !strings.HasSuffix(l, ";") && len([]rune(key)) >= 6 && !strings.HasPrefix(l, "- ") && !strings.HasPrefix(l, "•")
}

// chapterNumber is a heading that recurs but for its number.
var chapterNumber = regexp.MustCompile(`(?i)^\W*(chapter|chapitre|kapitel|capítulo|capitolo|part|partie|teil|parte|letter|lettre|brief|carta|lettera|section|abschnitt|sección|seção|sezione|scene|scène|szene|act|acte|akt|atto|acto|ato|day|jour|tag|día|dia|giorno|lesson|leçon|lektion|figure|table|tableau|tabelle)\W+\d+\W*$`)

func isChapter(l string) bool { return chapterNumber.MatchString(squeeze(l)) }

// numbered is a line that may hold a page's number.
type numbered struct{ line, n int }

// sideNumber is a number at either end of a line.
var sideNumber = regexp.MustCompile(`^\s*(?:(\d{1,4})(\s+)(\pL.*)|(.*[\pL.)])(\s+)(\d{1,4}))\s*$`)

// pageNumbers finds the lines that are or hold a page's number: alone on their
// line or beside a running head, in an ascending row of two or more.
func pageNumbers(lines []string, count map[string]int) []bool {
	var list []numbered
	for i := range lines {
		if n, ok := pageNumber(lines, i, count); ok {
			list = append(list, numbered{i, n})
		}
	}
	pages := make([]bool, len(lines))
	for i, a := range list {
		for _, b := range list[i+1:] {
			if b.n == a.n+1 && b.line-a.line > 8 {
				pages[a.line], pages[b.line] = true, true
			}
		}
	}
	for i := range list[:max(0, len(list)-2)] { // short pages, if they are three and do not count notes from one
		a, b, c := list[i], list[i+1], list[i+2]
		if a.n > 3 && b.n == a.n+1 && c.n == b.n+1 && b.line-a.line > 4 && c.line-b.line > 4 {
			pages[a.line], pages[b.line], pages[c.line] = true, true, true
		}
	}
	for i := range list[:max(0, len(list)-1)] { // the last page may be short
		if a, b := list[i], list[i+1]; pages[a.line] && b.n == a.n+1 && b.line-a.line > 3 {
			pages[b.line] = true
		}
	}
	for i := len(list) - 2; i >= 0; i-- { // at the foot of a page, right over the next one's at its head
		if a, b := list[i], list[i+1]; pages[b.line] && b.n == a.n+1 && len(trimBlank(lines[a.line+1:b.line])) == 0 {
			pages[a.line] = true
		}
	}
	return pages
}

// pageNumber is the page's number that line i may be or hold.
func pageNumber(lines []string, i int, count map[string]int) (int, bool) {
	l := strings.ReplaceAll(lines[i], "\f", "")
	s := strings.ToLower(strings.Trim(squeeze(l), "-–—[]| ."))
	for _, w := range [...]string{"page ", "seite ", "página ", "pagina ", "p. ", "s. "} {
		s = strings.TrimPrefix(s, w)
	}
	s, _, _ = strings.Cut(s, "/")
	for _, w := range [...]string{" of ", " sur ", " von ", " de ", " di "} {
		s, _, _ = strings.Cut(s, w)
	}
	if s = strings.TrimSpace(s); isNumber(s) && len(s) <= 4 {
		return atoi(s), true
	}
	m := sideNumber.FindStringSubmatch(l)
	if m == nil || utf8.RuneCountInString(l) > 120 || isChapter(l) || endsSentence(strings.TrimRight(l, " 0123456789")) {
		return 0, false
	}
	blank := func(j int) bool { return j < 0 || j >= len(lines) || strings.TrimSpace(lines[j]) == "" }
	if !blank(i-1) && !blank(i+1) || len(m[2])+len(m[5]) < 2 && count[furnitureKey(l)] < 2 {
		return 0, false
	}
	return atoi(m[1] + m[6]), true
}

// atoi is the value of at most four digits.
func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}
