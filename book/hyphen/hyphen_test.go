package hyphen

import (
	"bufio"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// mark writes a text with a hyphen at each of its breaks.
func mark(l *Language, text string) string {
	var b strings.Builder
	at := 0
	for _, i := range l.Breaks(nil, text) {
		b.WriteString(text[at:i] + "-")
		at = i
	}
	return b.String() + text[at:]
}

func find(t testing.TB, tag string) *Language {
	t.Helper()
	var all Languages
	l, ok := all.Find(tag)
	if !ok {
		t.Fatalf("no patterns for %s", tag)
	}
	return l
}

func TestDictionaryWords(t *testing.T) {
	seen := map[string]bool{}
	for tag, words := range dictionary(t) {
		seen[tag] = true
		l := find(t, tag)
		for _, want := range words {
			if got := mark(l, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", tag, got, want)
			}
		}
	}
	for _, l := range languages {
		if !seen[l.tag] {
			t.Errorf("no words for %s", l.tag)
		}
	}
}

// dictionary reads testdata/words.txt: tag to words.
func dictionary(t testing.TB) map[string][]string {
	f, err := os.Open("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if tag, words, ok := strings.Cut(lines.Text(), "\t"); ok {
			all[tag] = strings.Fields(words)
		}
	}
	return all
}

// reference hyphenates as The TeXbook, appendix H tells it, with nothing but a map: every
// part of ".word." is looked up, and the greatest value at each place counts.
type reference struct {
	patterns   map[string]string // letters to pattern
	exceptions map[string]string
	limits     Limits
}

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'", "᾽", "'", "᾿", "'")

var comment = regexp.MustCompile(`%.*`)

func newReference(t testing.TB, l *Language) reference {
	r := reference{map[string]string{}, map[string]string{}, l.Limits()}
	for _, name := range l.info.files {
		b, err := os.ReadFile("patterns/hyph-" + name + ".tex")
		if err != nil {
			t.Fatal(err)
		}
		text := comment.ReplaceAllString(string(b), "")
		for _, m := range regexp.MustCompile(`(?s)\\(patterns|hyphenation)\s*\{(.*?)\}`).FindAllStringSubmatch(text, -1) {
			for _, w := range strings.Fields(m[2]) {
				w = apostrophes.Replace(strings.ToLower(w))
				if m[1] == "patterns" {
					r.patterns[regexp.MustCompile(`\d`).ReplaceAllString(w, "")] = w
				} else {
					r.exceptions[strings.ReplaceAll(w, "-", "")] = w
				}
			}
		}
	}
	return r
}

func (r reference) hyphenate(word string) string {
	if e, ok := r.exceptions[word]; ok {
		return r.limit(e)
	}
	letters := []rune("." + word + ".")
	values := make([]rune, len(letters)+1)
	for i := range letters {
		for j := i + 1; j <= len(letters); j++ {
			k := i
			for _, c := range r.patterns[string(letters[i:j])] {
				if c < '0' || c > '9' {
					k++
				} else if values[k] < c {
					values[k] = c
				}
			}
		}
	}
	var b strings.Builder
	for i, c := range letters[1 : len(letters)-1] {
		if i > 0 && (values[i+1]-'0')%2 == 1 {
			b.WriteByte('-')
		}
		b.WriteRune(c)
	}
	return r.limit(b.String())
}

// limit drops the breaks that leave too few letters.
func (r reference) limit(marked string) string {
	var b strings.Builder
	n, total := 0, utf8.RuneCountInString(strings.ReplaceAll(marked, "-", ""))
	for _, c := range marked {
		if c == '-' {
			if n >= r.limits.Left && total-n >= r.limits.Right {
				b.WriteByte('-')
			}
			continue
		}
		n++
		b.WriteRune(c)
	}
	return b.String()
}

// TestReference compares with the reference on the dictionary's words and on words glued
// together from the patterns themselves, which meet every pattern in some word.
func TestReference(t *testing.T) {
	words := dictionary(t)
	for _, info := range languages {
		l := find(t, info.tag)
		ref := newReference(t, l)
		var parts []string
		for p := range ref.patterns {
			parts = append(parts, strings.Trim(p, ".'"))
		}
		slices.Sort(parts)
		random := rand.New(rand.NewPCG(1, uint64(len(parts))))
		list := words[info.tag]
		for i, p := range parts {
			if len(parts) > 4000 && i%(len(parts)/4000) != 0 {
				continue
			}
			list = append(list, p+parts[random.IntN(len(parts))], parts[random.IntN(len(parts))]+p+parts[random.IntN(len(parts))])
		}
		for e := range ref.exceptions {
			list = append(list, e)
		}
		for _, w := range list {
			w = strings.ReplaceAll(w, "-", "")
			if strings.Contains(w, "'") || w == "" || w != strings.ToLower(w) { // these follow rules of their own
				continue
			}
			if got, want := mark(l, w), ref.hyphenate(w); got != want {
				t.Errorf("%s: %s, want %s", info.tag, got, want)
			}
		}
	}
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"fr", "aujourd’hui", "au-jour-d’hui"},
		{"fr", "aujourd'hui", "au-jour-d'hui"},
		{"fr", "AUJOURD’HUI", "AU-JOUR-D’HUI"},
		{"fr", "l’ami", "l’ami"}, // one letter after the elision
		{"fr", "l’abbaye", "l’ab-baye"},
		{"fr", "quelqu’un", "quel-qu’un"},
		{"fr", "«office»,", "«of-fice»,"},
		{"fr", "grand-mère", "grand-mère"},
		{"fr", "gouvernement-majorité", "gou-ver-ne-ment-ma-jo-rité"},
		{"fr", norm.NFD.String("élémentaire"), norm.NFD.String("élé-men-taire")},
		{"fr", "UNESCO", "UNESCO"},
		{"fr", "l’UNICEF", "l’UNICEF"},
		{"fr", "CONSTITUTION", "CONSTI-TU-TION"},
		{"fr", "LXXXVIII", "LXXXVIII"},
		{"fr", "article2constitution", "article2constitution"},
		{"fr", "https://gouvernement.example/constitution", "https://gouvernement.example/constitution"},
		{"fr", "gouvernement.example", "gouvernement.example"},
		{"fr", "personne@gouvernement.example", "personne@gouvernement.example"},
		{"fr", "gouvernement.", "gou-ver-ne-ment."},
		{"fr", "(gouvernement)", "(gou-ver-ne-ment)"},
		{"fr", "consti\u00adtution", "consti-\u00adtution"},
		{"fr", "constitution\u00ad", "constitution\u00ad"},
		{"fr", "", ""},
		{"fr", "’", "’"},
		{"en", "couldn’t", "couldn’t"},
		{"en", "government’s", "gov-ern-ment’s"},
		{"en", "Project", "Project"}, // an exception
		{"it", "dell’università", "del-l’uni-ver-si-tà"},
		{"tr", "ISPARTA’da", "IS-PAR-TA’da"},
		{"de", "Fußballweltmeisterschaft", "Fuß-ball-welt-meis-ter-schaft"},
	} {
		if got := mark(find(t, c.tag), c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	var all Languages
	for tag, want := range map[string]string{
		"fr": "fr", "fr-CA": "fr", "FR_fr": "fr", "en": "en-US", "en-US": "en-US", "en-GB": "en-GB", "en-AU": "en-GB", "en-GB-oxendict": "en-GB",
		"de-AT": "de", "no": "nb", "no-NO": "nb", "nb-NO": "nb", "pt-BR": "pt", "el-GR": "el", "el-polyton": "el-polyton", "zh": "", "cs": "", "ro": "", "": "",
	} {
		l, ok := all.Find(tag)
		if ok != (want != "") || ok && l.Tag() != want {
			t.Errorf("%q leads to %v", tag, l)
		}
	}
}

func TestWith(t *testing.T) {
	l, err := find(t, "fr").With(Limits{Left: 3, Right: 4}, []string{"cru-ci-ver-biste", "constitution"})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Cruciverbiste": "Cru-ci-ver-biste", "constitution": "constitution", "horizontal": "hori-zontal",
	} {
		if got := mark(l, text); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, bad := range []string{"", "a--b", "-a", "a1-b", "deux mots"} {
		if _, err := l.With(Limits{}, []string{bad}); err == nil {
			t.Errorf("exception %q was taken", bad)
		}
	}
}

func TestLicences(t *testing.T) {
	for _, l := range Licences() {
		if len(l.Text) < 200 || l.Name == "" || l.Kind == "" || !strings.Contains(strings.ToLower(l.Text), "copyright") {
			t.Errorf("%s has no notice: %.80q", l.File, l.Text)
		}
		if strings.Contains(l.Text, "name: GPL\n%     version") || strings.Contains(l.Text, "text: [None]") {
			t.Errorf("%s may not be embedded", l.File)
		}
	}
}

func FuzzBreaks(f *testing.F) {
	for _, s := range []string{"aujourd’hui", "e\u0301le\u0301ment", "a\u00adb", "x.y", "ÀÉ’l’’m", "\xff\xfeconstitution"} {
		f.Add(s)
	}
	var all Languages
	var used []*Language
	for _, tag := range []string{"fr", "tr", "el-polyton", "en-GB", "uk"} {
		l, _ := all.Find(tag)
		used = append(used, l)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range used {
			last := 0
			for _, b := range l.Breaks(nil, s) {
				if b <= last || b >= len(s) || !utf8.RuneStart(s[b]) {
					t.Fatalf("%q: break at %d after %d", s, b, last)
				}
				last = b
			}
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	for tag, words := range dictionary(b) {
		if tag != "fr" && tag != "de" && tag != "en-US" {
			continue
		}
		b.Run(tag, func(b *testing.B) {
			l := find(b, tag)
			for i, w := range words {
				words[i] = strings.ReplaceAll(w, "-", "")
			}
			var dst []int
			for i := 0; b.Loop(); i++ {
				dst = l.Breaks(dst[:0], words[i%len(words)])
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, tag := range []string{"fr", "en-US", "de", "nb", "hu"} {
		b.Run(tag, func(b *testing.B) {
			for b.Loop() {
				var all Languages
				all.Find(tag)
			}
		})
	}
}
