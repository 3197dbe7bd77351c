package cite

import (
	"strings"

	"cahier/book"
)

// parts are the types of CSL 1.0.2 that stand inside something else: their titles are
// quoted. All other titles are in italics.
var parts = map[string]bool{
	"article": true, "article-journal": true, "article-magazine": true, "article-newspaper": true, "chapter": true,
	"entry": true, "entry-dictionary": true, "entry-encyclopedia": true, "paper-conference": true, "webpage": true,
	"post": true, "post-weblog": true, "review": true, "review-book": true, "speech": true, "interview": true,
	"personal_communication": true, "manuscript": true, "song": true, "hearing": true,
}

// isPart reports whether a source is a part of another work. A type that the style does
// not know is one if it names the work that holds it.
func isPart(s *book.Source) bool {
	if parts[s.Type] {
		return true
	}
	switch s.Type {
	case "book", "thesis", "report", "motion_picture", "pamphlet", "periodical", "collection", "classic", "map", "graphic", "dataset",
		"software", "standard", "patent", "musical_score", "legislation", "bill", "legal_case", "treaty", "regulation":
		return false
	}
	return s.Fields["container-title"] != ""
}

// title is the title in italics or between quotation marks, in its own language.
func title(s *book.Source, l *language) []book.Inline { return setTitle(s, clone(s.Title), l) }

// shortTitle is the title without its subtitle, or the one that the source gives.
func shortTitle(s *book.Source, l *language) []book.Inline {
	if t := s.Fields["title-short"]; t != "" {
		return setTitle(s, []book.Inline{text(t)}, l)
	}
	if t := s.Fields["shortTitle"]; t != "" {
		return setTitle(s, []book.Inline{text(t)}, l)
	}
	return setTitle(s, beforeSubtitle(clone(s.Title)), l)
}

// beforeSubtitle cuts a title at the sign that begins its subtitle.
func beforeSubtitle(list []book.Inline) []book.Inline {
	for i, n := range list {
		t, ok := n.(*book.Text)
		if !ok {
			continue
		}
		cut := -1
		for _, sign := range []string{" : ", "\u00A0: ", "\u202F: ", ": ", " – ", " — ", ". "} {
			if at := strings.Index(t.Value, sign); at > 2 && (cut < 0 || at < cut) {
				cut = at
			}
		}
		if cut >= 0 {
			t.Value = t.Value[:cut]
			return list[:i+1]
		}
	}
	return list
}

func setTitle(s *book.Source, list []book.Inline, l *language) []book.Inline {
	if len(list) == 0 {
		return nil
	}
	list = inLanguage(s, list, l)
	if !isPart(s) {
		return []book.Inline{italic(list...)}
	}
	list = nest(list, l)
	w := wording{lang: l}
	w.text(l.quote[0])
	w.add(list...)
	w.text(l.quote[1])
	return w.list
}

// inLanguage marks a title in another language than the text's, so that it is
// hyphenated and spaced by its own.
func inLanguage(s *book.Source, list []book.Inline, l *language) []book.Inline {
	own := s.Fields["language"]
	if base(own) == base(l.tag) || !isTag(own) {
		return list
	}
	return []book.Inline{&book.Span{Attr: book.Attr{Lang: own}, Inlines: list}}
}

// isTag reports whether a source's language is a BCP 47 tag and not a name ("English").
func isTag(s string) bool {
	if n := len(base(s)); n < 2 || n > 3 {
		return false
	}
	for _, r := range s {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-') {
			return false
		}
	}
	return true
}

func base(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}
