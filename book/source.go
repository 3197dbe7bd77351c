package book

// Source is a work that can be cited: an item of CSL-JSON 1.0.2, typed.
type Source struct {
	Pos    Pos
	Key    string
	Type   string            // CSL type: "book", "article-journal", "chapter", "webpage", …
	Fields map[string]string // CSL standard variables as plain text: "container-title", "publisher", "page", "URL", "DOI", …
	Names  map[string][]Name // CSL name variables: "author", "editor", "translator", …
	Dates  map[string]Date   // CSL date variables: "issued", "accessed", "original-date"
	// Title is the "title" variable as inlines: emphasis and quotations in titles
	// survive.
	Title []Inline
}

// Library is sources by key, in the order they were written.
type Library struct {
	Sources []*Source
	// Incomplete says that reading a part of it failed: that a key is not there says nothing.
	Incomplete bool
}

// Find returns the source of a key, or nil.
func (l *Library) Find(key string) *Source {
	if l == nil {
		return nil
	}
	for _, s := range l.Sources {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// Entry is a line of a list of works, worded by cite.
type Entry struct {
	Source *Source
	ID     string // anchor, unique in the book: "a1-w-carr1974"
	Text   *Paragraph
	Cited  []*Citation // where it is cited, in reading order
}

// Name is a person's or a body's name: the parts of a CSL name.
type Name struct {
	Family, Given string
	Dropping      string // dropping particle: "de" in "Alexis de Tocqueville"
	NonDropping   string // kept in the short form: "van" in "van Gogh"
	Suffix        string // "Jr"
	Literal       string // a body, or a name whose parts are unknown
}

// String is the name in reading order: "Jean-Philippe Divès".
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	return joinNonEmpty(" ", n.Given, n.Dropping, n.NonDropping, n.Family, n.Suffix)
}

// Sort is the name in order of lists: "Divès, Jean-Philippe".
func (n Name) Sort() string {
	if n.Literal != "" {
		return n.Literal
	}
	return joinNonEmpty(", ", joinNonEmpty(" ", n.NonDropping, n.Family), joinNonEmpty(" ", n.Given, n.Dropping), n.Suffix)
}

func joinNonEmpty(sep string, parts ...string) string {
	s := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if s != "" {
			s += sep
		}
		s += p
	}
	return s
}
