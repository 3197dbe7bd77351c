package layout_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"cahier/book"
	"cahier/book/layout"
)

// Every key of front matter and of republished-from with a word of its own, by the field
// that it fills. A W stands for a number that makes the words of two heads different.
var said = []struct{ field, yaml, words string }{
	{"Title", "title: wtitleW", "wtitleW"},
	{"Subtitle", "subtitle: wsubW", "wsubW"},
	{"Date", "date: wsummerW 1917", "wsummerW 1917"},
	{"Contributors", contributorsYAML, contributorsWords},
	{"Publisher", "publisher: wpublisherW", "wpublisherW"},
	{"Place", "publisher-place: wplaceW", "wplaceW"},
	{"Rights", "rights: wrightsW", "wrightsW"},
	{"Licence", "licence: wlicenceW", "wlicenceW"},
	{"Identifiers", "identifier: [widW, {scheme: url, text: \"https://example.org/urlW\"}, {scheme: isbn, text: 978-3-16-148410-0}, 10.1234/doiW]", "widW https://example.org/urlW 978-3-16-148410-0 10.1234/doiW"},
	{"Abstract", "abstract: wabstractW", "wabstractW"},
	{"Series", "series: {title: wseriesW, position: wposW}", "wseriesW wposW"},
	{"Epigraph", "epigraph: wepigraphW", "wepigraphW"},
	{"Dedication", "dedication: wdedicationW", "wdedicationW"},
	{"Republished.Publication", "republished-from:\n  publication: wpublicationW", "wpublicationW"},
	{"Republished.Title", "  title: wthereW", "wthereW"},
	{"Republished.Volume", "  volume: wvolumeW", "wvolumeW"},
	{"Republished.Issue", "  issue: wissueW", "wissueW"},
	{"Republished.Page", "  page: wpageW", "wpageW"},
	{"Republished.Publisher", "  publisher: wfirstW", "wfirstW"},
	{"Republished.URL", "  url: https://example.org/whereW", "https://example.org/whereW"},
	{"Republished.DOI", "  doi: 10.1234/whereW", "10.1234/whereW"},
	{"Republished.Date", "  date: {literal: wspringW}", "wspringW"},
	{"Republished.Retrieved", "  retrieved: wautumnW 2018", "wautumnW 2018"},
	{"Republished.CopiedFrom", "  copied-from: wcopiedW", "wcopiedW"},
	{"Republished.OriginalTitle", "  original-title: woriginalW", "woriginalW"},
	{"Republished.Licence", "  licence: wtheirsW", "wtheirsW"},
	{"Republished.Permission", "  permission: wleaveW", "wleaveW"},
	{"Republished.Changes", "  changes: [wchangeW, wotherW]", "wchangeW wotherW"},
}

// unsaid are the fields that no reader of the text needs, and why.
var unsaid = map[string]string{
	"Pos": "for problems", "CoverPos": "for problems", "Republished.Pos": "for problems",
	"ShortTitle": "short for the title: in running heads and on the half-title",
	"Lang":       "decides", "Cite": "decides", "Republished.OriginalLang": "a code, for metadata",
	"Modified": "the date of the edition", "LicenceURL": "the licence's link",
	"Keywords": "metadata", "Access": "metadata", "Cover": "an image",
	"Republished": "by its own fields",
}

var roleNames = []string{"author", "editor", "translator", "illustrator", "introduction", "afterword", "contributor", "preface", "foreword",
	"annotator", "commentator", "compiler", "designer", "cover-designer", "interviewer", "interviewee", "photographer", "proofreader", "transcriber", "xyz"}

var contributorsYAML, contributorsWords = people()

func people() (yaml, words string) {
	yaml = "contributor:"
	for _, r := range roleNames {
		name := "w" + strings.ReplaceAll(r, "-", "") + "W"
		yaml += fmt.Sprintf("\n  - {name: %s, role: %s}", name, r)
		words += name + " "
	}
	yaml += "\n  - {name: wscholarW, role: author, affiliation: wcollegeW, orcid: 0000-0002-1825-0097, url: \"https://example.org/meW\"}"
	return yaml, words + "wscholarW wcollegeW 0000-0002-1825-0097 https://example.org/meW"
}

// head is the front matter of all keys with their words, and those words.
func head(n int) (yaml string, words []string) {
	for _, s := range said {
		yaml += strings.ReplaceAll(s.yaml, "W", fmt.Sprint(n)) + "\n"
		words = append(words, strings.Fields(strings.ReplaceAll(s.words, "W", fmt.Sprint(n)))...)
	}
	return yaml + "\nlang: en\n", words
}

// readable is all text that every edition of a volume shows.
func readable(v *layout.Volume) string {
	var sb strings.Builder
	blocks := func(list []book.Block) {
		book.Blocks(list, func(b book.Block) bool {
			sb.WriteString(book.LeafText(b) + "\n")
			return true
		})
	}
	for _, s := range v.Sections {
		if s.PrintOnly {
			continue
		}
		blocks(s.Blocks)
		for _, n := range s.Notes {
			blocks(n.Blocks)
		}
		blocks(s.After)
	}
	return sb.String()
}

// TestNothingLost: each word of front matter stands in the text of the volume, whether it
// is an article, an article with a book.yaml, or several.
func TestNothingLost(t *testing.T) {
	first, firstWords := head(1)
	second, secondWords := head(2)
	third, thirdWords := head(3)
	one, two := "---\n"+first+"---\n\nText.\n", "---\n"+second+"---\n\nText.\n"
	for name, c := range map[string]struct {
		files []string
		words [][]string
	}{
		"article":          {[]string{"one.md", one}, [][]string{firstWords}},
		"book of one":      {[]string{"book.yaml", third + "contents: [one.md]\n", "one.md", one}, [][]string{firstWords, thirdWords}},
		"bare book of one": {[]string{"book.yaml", "title: Bare\nlang: en\ncontents: [one.md]\n", "one.md", one}, [][]string{firstWords}},
		"part of one":      {[]string{"book.yaml", "title: Bare\nlang: en\ncontents: [{part: P, contents: [one.md]}]\n", "one.md", one}, [][]string{firstWords}},
		"book of two":      {[]string{"book.yaml", third + "contents: [one.md, two.md]\n", "one.md", one, "two.md", two}, [][]string{firstWords, secondWords, thirdWords}},
		"book with one part": {[]string{"book.yaml", third + "contents: [{part: wpart, contents: [one.md]}, two.md]\n", "one.md", one, "two.md", two},
			[][]string{firstWords, secondWords, thirdWords, {"wpart"}}},
	} {
		v, problems := arranged(t, c.files...)
		if len(problems) > 0 {
			t.Error(name, problems)
		}
		text := readable(v)
		for _, words := range c.words {
			for _, w := range words {
				if !strings.Contains(text, w) {
					t.Errorf("%s: %s is lost", name, w)
				}
			}
		}
	}
}

// TestAllFieldsTested: a new field of front matter has a word in the test above, or a reason.
func TestAllFieldsTested(t *testing.T) {
	tested := map[string]bool{}
	for _, s := range said {
		tested[s.field] = true
	}
	check := func(typ reflect.Type, prefix string) {
		for i := range typ.NumField() {
			if name := prefix + typ.Field(i).Name; !tested[name] && unsaid[name] == "" {
				t.Errorf("no test looks for %s", name)
			}
		}
	}
	check(reflect.TypeFor[book.FrontMatter](), "")
	check(reflect.TypeFor[book.Provenance](), "Republished.")
}
