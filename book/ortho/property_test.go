package ortho

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"cahier/book"
)

var tongues = []string{"fr", "fr-CA", "fr-CH", "en", "en-GB", "de", "de-CH", "es", "es-MX", "pt", "pt-PT", "it", "sv", ""}

// wordsOf keeps of a text what the package promises never to change.
func wordsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, s)
}

// promises checks what holds of every text in every language.
func promises(t *testing.T, s string) {
	t.Helper()
	for _, lang := range tongues {
		for _, opt := range []Options{{}, {Plain: true}, {Report: true}} {
			got := Text(s, lang, opt)
			if wordsOf(got) != wordsOf(s) {
				t.Fatalf("%s: words changed\n from %q\n to   %q", lang, s, got)
			}
			if i := strings.IndexFunc(got, func(r rune) bool { return isThin(r) || isHidden(r) }); i >= 0 {
				t.Fatalf("%s: %q left in %q", lang, got[i:], got)
			}
		}
	}
}

// scraps are what texts of the random test are made of.
var scraps = strings.Split("a|mot|Mot|l|s|12|70 000|1917-18|1914-1918|20e|XIXe|Mme|no|p.|pp.|M.|z. B.|10 %|km|'|\"|’|‘|''|’’|“|”|«|»|„|‚|‹|›|"+
	"<<|>>|-|--|---|–|—|.|..|...|....|…|,|;|:|!|?|(|)|[|]|/|°|%| | | |  |\u00A0|\u202F|\u2009|\u00AD|\u200B|\n|http://a.b/c?d|www.a.b|a@b.c|é|É|\u0301|´|`|,,|II|\uFFFC|１|日本|🙂", "|")

func TestPromises(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var sb strings.Builder
		for range 1 + rng.IntN(12) {
			sb.WriteString(scraps[rng.IntN(len(scraps))])
		}
		promises(t, sb.String())
	}
}

// phrases are what sentences are made of: the signs stand where a writer puts them.
var phrases = strings.Split("mot|Mot|\"mot mot\"|\"mot 'mot' mot\"|'mot'|« mot »|«mot»|“mot”|„mot“|»mot«|’’mot mot’’|''mot''|<<mot>>|l'eau|dogs'|'tis|'20s|mot !|mot!|mot ?!|mot ;|mot:|mot : mot|"+
	"(mot: mot)|(mot ?)|mot...|... mot|mot. . . mot|-- mot --|– mot –|mot -- mot|mot--mot|mot - mot|mot---mot|--mot|10 %|57,5%|70 000|1 234 567|12 km|5'10\"|p. 12|pp. 12-15|1914-1918|1918-19|"+
	"M. Mot|Mme Mot|no 3|n° 3|z. B.|a. C.|J. R. Mot|Louis XIV|20e|XIXe|Ve|1.er|http://a.b/c?d:|10:30|mot.|mot,|mot , mot|mot\u00A0: mot|mot\u202F! mot|mot\u2009; mot|par\u00ADti|\n- mot|\n— mot|mot\n", "|")

// TestTwice sets sentences twice: what is set already must not change.
func TestTwice(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 800 {
		var words []string
		for range 1 + rng.IntN(10) {
			words = append(words, phrases[rng.IntN(len(phrases))])
		}
		s := strings.Join(words, " ")
		for _, lang := range tongues {
			for _, opt := range []Options{{}, {Plain: true}} {
				once := Text(s, lang, opt)
				if twice := Text(once, lang, opt); twice != once {
					t.Fatalf("%s:\n from  %q\n once  %q\n twice %q", lang, s, once, twice)
				}
			}
		}
	}
}

// TestMarkup divides texts by markup at random: words and objects stay, no Text is empty,
// and the signs are those of the undivided text.
func TestMarkup(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 800 {
		var list []book.Inline
		var plain strings.Builder
		notes := 0
		for range 1 + rng.IntN(8) {
			s := scraps[rng.IntN(len(scraps))]
			plain.WriteString(s)
			switch rng.IntN(4) {
			case 0:
				list = append(list, &book.Emphasis{Inlines: []book.Inline{text(s)}})
			case 1:
				list = append(list, text(s), &book.NoteCall{})
				notes++
			default:
				list = append(list, text(s))
			}
		}
		for _, lang := range tongues {
			got := Inlines(list, lang)
			if wordsOf(book.PlainText(got)) != wordsOf(plain.String()) {
				t.Fatalf("%s: %q became %q", lang, plain.String(), book.PlainText(got))
			}
			left := notes
			book.Inlines(got, func(n book.Inline) bool {
				switch n := n.(type) {
				case *book.NoteCall:
					left--
				case *book.Text:
					if n.Value == "" {
						t.Fatalf("%s: %q has an empty text", lang, plain.String())
					}
				}
				return true
			})
			if left != 0 {
				t.Fatalf("%s: %q lost %d calls", lang, plain.String(), left)
			}
			if notes == 0 && book.PlainText(got) != Text(plain.String(), lang, Options{}) && !strings.Contains(plain.String(), "\n") {
				whole := Inlines([]book.Inline{text(plain.String())}, lang)
				if book.PlainText(got) != book.PlainText(whole) && !dividesDoubled(list) {
					t.Fatalf("%s: %q divided is %q, whole %q", lang, plain.String(), book.PlainText(got), book.PlainText(whole))
				}
			}
		}
	}
}

// dividesDoubled reports whether a doubled mark may have been split by the markup, which
// keeps its halves apart.
func dividesDoubled(list []book.Inline) bool {
	s := strings.Map(func(r rune) rune {
		if isHidden(r) {
			return -1
		}
		return r
	}, book.PlainText(list))
	for _, d := range []string{"''", "’’", "``", ",,", "‘‘", "://", "www.", "@"} {
		if strings.Contains(s, d) {
			return true
		}
	}
	return false
}

func FuzzText(f *testing.F) {
	for _, s := range scraps {
		f.Add(s + " mot " + s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 2000 {
			t.Skip("the reader lets only valid UTF-8 through; longer texts say no more")
		}
		promises(t, s)
	})
}

// TestHostile sets long texts that make a rule look for what never comes: work must grow
// with the text alone.
func TestHostile(t *testing.T) {
	for _, s := range []string{"'a ", " 's 's", "\"a ", "<<a ", " --a", "000 ", "1 ", ". ", "-", ".", "''", "1'", "1\"", "« ", "@a.b ", "I ", "M. M", "-1", "“", "\u00AD", "a ?"} {
		text := strings.Repeat(s, 300000/len(s)) + strings.Repeat("»", 100000)
		for _, lang := range []string{"fr", "en", "de"} {
			if got := Text(text, lang, Options{}); wordsOf(got) != wordsOf(text) {
				t.Errorf("%s: words changed in a row of %q", lang, s)
			}
		}
	}
}
