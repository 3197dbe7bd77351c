package cite

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	xlanguage "golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"cahier/book"
)

// scope is the works of one list: an article's, or the volume's.
type scope struct {
	lang    *language
	prefix  string // of the entries' ids
	byYear  bool   // author-date
	plain   bool   // addresses in the entries are no links
	entries []*book.Entry
	of      map[*book.Source]*book.Entry
	suffix  map[*book.Source]string // "a", "b" after equal years
	alike   map[string]bool         // family names that two persons share
}

func newScope(tag, prefix string, byYear bool) *scope {
	return &scope{lang: find(tag), prefix: prefix, byYear: byYear, of: map[*book.Source]*book.Entry{},
		suffix: map[*book.Source]string{}, alike: map[string]bool{}}
}

// include makes the source one of the list.
func (sc *scope) include(s *book.Source) {
	if sc.of[s] == nil {
		e := &book.Entry{Source: s}
		sc.of[s] = e
		sc.entries = append(sc.entries, e)
	}
}

// finish sorts the works, names them and words their entries. Nothing is included
// after that.
func (sc *scope) finish() {
	sc.sort()
	sc.tellApart()
	used := map[string]bool{}
	for _, e := range sc.entries {
		e.ID = sc.id(e.Source.Key, used)
		byYear := ""
		if sc.byYear {
			byYear = sc.year(e.Source, sc.lang)
		}
		w := wording{lang: sc.lang, list: listReference(e.Source, byYear, sc.lang)}
		if sc.plain {
			linked := w.list
			w.list = nil
			w.add(clone(linked)...)
		}
		e.Text = &book.Paragraph{Node: book.Node{Pos: e.Source.Pos}, Inlines: w.list}
	}
}

// sort orders the works by names, year and title as the language's readers look them up.
func (sc *scope) sort() {
	if len(sc.entries) < 2 {
		return
	}
	tag, err := xlanguage.Parse(sc.lang.tag)
	if err != nil {
		tag = xlanguage.Und
	}
	c := collate.New(tag)
	type key struct{ name, title string }
	keys := map[*book.Entry]key{}
	for _, e := range sc.entries {
		t := sortTitle(book.PlainText(e.Source.Title), sc.lang)
		name := inList(creators(e.Source, sc.lang).names, sc.lang)
		if name == "" {
			name = t
		}
		keys[e] = key{name, t}
	}
	slices.SortStableFunc(sc.entries, func(a, b *book.Entry) int {
		return cmp.Or(
			c.CompareString(keys[a].name, keys[b].name),
			a.Source.Dates["issued"].Compare(b.Source.Dates["issued"]),
			c.CompareString(keys[a].title, keys[b].title),
			cmp.Compare(a.Source.Key, b.Source.Key),
		)
	})
}

// sortTitle is a title without the marks and the article at its head.
func sortTitle(t string, l *language) string {
	t = strings.TrimLeftFunc(t, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, a := range l.articles {
		if len(t) > len(a) && strings.EqualFold(t[:len(a)], a) {
			return t[len(a):]
		}
	}
	return t
}

// tellApart finds equal labels in the text: initials for different persons of one
// family name, letters after equal years of the same persons.
func (sc *scope) tellApart() {
	persons := map[string]string{}
	for _, e := range sc.entries {
		names := creators(e.Source, sc.lang).names
		if len(names) == 0 {
			continue
		}
		label, full := short(names, sc.lang), inNote(names[:1], sc.lang)
		if known, ok := persons[label]; ok && known != full {
			sc.alike[label] = true
		}
		persons[label] = full
	}
	equal := map[string][]*book.Source{}
	for _, e := range sc.entries {
		label := book.PlainText(sc.label(e.Source, sc.lang)) + "\x00" + sc.year(e.Source, sc.lang)
		equal[label] = append(equal[label], e.Source)
	}
	for _, sources := range equal {
		if len(sources) < 2 {
			continue
		}
		for i, s := range sources {
			sc.suffix[s] = book.Letters(i + 1)
		}
	}
}

// label is what a work is known by in the text: family names, else its short title.
func (sc *scope) label(s *book.Source, l *language) []book.Inline {
	names := creators(s, l).names
	label := short(names, l)
	if sc.alike[label] {
		label = withInitials(names, l)
	}
	if label != "" {
		return []book.Inline{text(label)}
	}
	if t := shortTitle(s, l); t != nil {
		return t
	}
	return []book.Inline{text(unnamed(s))}
}

// year is the year that a work is cited by, with its letter.
func (sc *scope) year(s *book.Source, l *language) string {
	y, letter := year(s.Dates["issued"], l), sc.suffix[s]
	if y == "" {
		y = l.undated
		if st := s.Fields["status"]; st != "" {
			y = st
		}
		if letter != "" {
			letter = "-" + letter
		}
	}
	return y + letter
}

// id makes an anchor of a key: lower-case ASCII, unique in the list.
func (sc *scope) id(key string, used map[string]bool) string {
	base := sc.prefix + "w-" + slug(key)
	id := base
	for n := 2; used[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	used[id] = true
	return id
}

// slug keeps the ASCII letters and digits of a key, accents taken off; what stands
// between them becomes one hyphen.
func slug(key string) string {
	var sb strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(key)) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && sb.Len() > 0 {
				sb.WriteByte('-')
			}
			gap = false
			sb.WriteRune(r)
		case !unicode.IsMark(r):
			gap = true
		}
	}
	if sb.Len() == 0 {
		return "x"
	}
	return sb.String()
}
