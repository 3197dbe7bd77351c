package manuscript

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"cahier/book"
)

// people reads contributors: a string, a mapping, or a list of such.
func people(role book.Role) key {
	return func(h *head, n *node) {
		items := n.all()
		if n.kind == scalar && strings.Contains(n.text, ";") {
			items = splitNames(n)
		}
		for _, item := range items {
			if c, ok := h.contributor(item, role); ok {
				h.front.Contributors = append(h.front.Contributors, c)
			}
		}
		slices.SortStableFunc(h.front.Contributors, func(a, b book.Contributor) int {
			return authorLast(b) - authorLast(a)
		})
	}
}

// authorLast orders authors before all others, if sorted downwards.
func authorLast(c book.Contributor) int {
	if c.Role == book.RoleAuthor {
		return 1
	}
	return 0
}

// splitNames parts "A; B".
func splitNames(n *node) []*node {
	var items []*node
	for _, name := range strings.Split(n.text, ";") {
		items = append(items, &node{pos: n.pos, kind: scalar, text: name, lines: n.lines})
	}
	return items
}

// contributor reads one person or body; false if there is no name.
func (h *head) contributor(n *node, role book.Role) (book.Contributor, bool) {
	c := book.Contributor{Role: role}
	switch n.kind {
	case scalar:
		c.Name = parseName(n.trimmed())
	case mapping:
		h.person(n, &c)
	default:
		h.add(n.pos, book.CodeBadValue, "write a name, or {given: …, family: …}", "a name is wanted here, not %s", n.kind)
	}
	if c.Name == (book.Name{}) {
		if n.kind == mapping {
			h.add(n.pos, book.CodeBadValue, "write {name: …}, or {given: …, family: …}", "a person without a name")
		}
		return c, false
	}
	return c, true
}

// person reads a mapping: a name in one piece or in CSL's parts, and what is known of
// its bearer.
func (h *head) person(n *node, c *book.Contributor) {
	part := func(field *string) key {
		return func(h *head, n *node) { *field = h.value(n) }
	}
	var literal string
	h.read(n, map[string]key{
		"name":                  part(&literal),
		"given":                 part(&c.Name.Given),
		"family":                part(&c.Name.Family),
		"dropping-particle":     part(&c.Name.Dropping),
		"non-dropping-particle": part(&c.Name.NonDropping),
		"suffix":                part(&c.Name.Suffix),
		"literal":               part(&c.Name.Literal),
		"sort":                  part(&c.SortAs),
		"file-as":               part(&c.SortAs),
		"url":                   part(&c.URL),
		"orcid":                 func(h *head, n *node) { c.ORCID = h.orcid(n) },
		"affiliation":           func(h *head, n *node) { c.Affiliation = h.affiliation(n) },
		"role":                  func(h *head, n *node) { c.Role = h.role(n, c.Role) },
		"text":                  part(&literal), // Pandoc's creator: {role, text}
		"email":                 func(*head, *node) {},
	})
	if literal != "" && c.Name == (book.Name{}) {
		c.Name = parseName(literal)
	}
}

var orcidForm = regexp.MustCompile(`^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$`)

// orcid takes an ORCID with or without its address.
func (h *head) orcid(n *node) string {
	id := strings.TrimPrefix(strings.TrimPrefix(h.value(n), "https://orcid.org/"), "http://orcid.org/")
	if !orcidForm.MatchString(id) {
		h.add(n.pos, book.CodeBadValue, "write it as 0000-0002-1825-0097", "%q is not an ORCID", id)
		return ""
	}
	return id
}

// affiliation joins institutions, given as words or as {name: …}.
func (h *head) affiliation(n *node) string {
	var parts []string
	for _, item := range n.all() {
		if item.kind == mapping {
			item = item.get("name")
		}
		if item != nil {
			parts = append(parts, h.value(item))
		}
	}
	return strings.Join(parts, "; ")
}

// roles are the words for MARC relators; any code of three letters will do too.
var roles = map[string]book.Role{
	"author": book.RoleAuthor, "editor": book.RoleEditor, "translator": book.RoleTranslator, "illustrator": book.RoleIllustrator,
	"introduction": book.RoleIntroduction, "afterword": book.RoleAfterword, "contributor": book.RoleContributor,
	"preface": "wpr", "foreword": "wfw", "annotator": "ann", "commentator": "cmm", "compiler": "com", "designer": "dsr",
	"cover-designer": "cov", "interviewer": "ivr", "interviewee": "ive", "photographer": "pht", "proofreader": "pfr", "transcriber": "trc",
}

// role reads a word or a MARC code.
func (h *head) role(n *node, usual book.Role) book.Role {
	word := strings.ToLower(h.value(n))
	if r, ok := roles[word]; ok {
		return r
	}
	if len(word) == 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" {
		return book.Role(word)
	}
	h.add(n.pos, book.CodeBadValue, "write author, editor, translator, … or a MARC code such as ctb", "%q is not a role", word)
	return usual
}

// parseName parts a name in its own order, "Given Family", or in that of lists,
// "Family, Given". What looks like the name of a body, or is one word, stays whole, and
// so does a name in braces.
func parseName(s string) book.Name {
	s = strings.Join(strings.Fields(s), " ")
	if inner, braced := strings.CutPrefix(s, "{"); braced {
		return book.Name{Literal: strings.TrimSuffix(inner, "}")}
	}
	if family, given, inverted := strings.Cut(s, ", "); inverted {
		return invertedName(family, given)
	}
	words := strings.Split(s, " ")
	if len(words) == 1 || isBody(words) {
		return book.Name{Literal: s}
	}
	n := book.Name{}
	if last := words[len(words)-1]; isSuffix(last) && len(words) > 2 {
		n.Suffix, words = last, words[:len(words)-1]
	}
	n.Family = words[len(words)-1]
	first := len(words) - 1
	for first > 1 && isParticle(words[first-1]) {
		first--
	}
	particle := strings.Join(words[first:len(words)-1], " ")
	n.Given = strings.Join(words[:first], " ")
	if isDropping(particle) {
		n.Dropping = particle
	} else {
		n.NonDropping = particle
	}
	return n
}

// invertedName reads "Tocqueville, Alexis de", "van Gogh, Vincent" and "King, Martin
// Luther, Jr."
func invertedName(family, given string) book.Name {
	n := book.Name{Family: family}
	if before, suffix, found := strings.Cut(given, ", "); found {
		given, n.Suffix = before, suffix
	}
	words := strings.Split(given, " ")
	first := len(words)
	for first > 1 && isParticle(words[first-1]) {
		first--
	}
	n.Given, n.Dropping = strings.Join(words[:first], " "), strings.Join(words[first:], " ")
	words = strings.Split(family, " ")
	first = 0
	for first < len(words)-1 && isParticle(words[first]) {
		first++
	}
	n.NonDropping, n.Family = strings.Join(words[:first], " "), strings.Join(words[first:], " ")
	return n
}

// isParticle reports whether a word inside a name is written small: "de", "von".
func isParticle(w string) bool {
	return strings.IndexFunc(w, unicode.IsUpper) < 0 && strings.IndexFunc(w, unicode.IsLetter) == 0
}

// isDropping tells French "de", which lists put behind the given name, from the
// particles that stay with the family's.
func isDropping(particle string) bool {
	return particle == "de" || particle == "d'" || particle == "d’"
}

// isSuffix reports whether a word behind a family name is no part of it.
func isSuffix(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Jr", "Sr", "II", "III", "IV", "fils", "père":
		return true
	}
	return false
}

// bodyWords give away a body: they are not parts of a person's name.
var bodyWords = wordSet(`les the das los and et und & of für per
	collectif collective kollektiv collettivo colectivo coletivo comité committee komitee comitato comitê commission
	groupe group gruppe gruppo grupo parti party partei partito partido union unión unione syndicat ligue league liga lega
	association asociación associazione associação éditions editions verlag press presses institut institute instituto istituto
	université university universität universidad fondation foundation stiftung fundación fondazione
	organisation organization organización international internationale internationaler federation fédération revue redaktion rédaction
	cercle circle front mouvement movement archive archives library bibliothèque society société gesellschaft`)

// wordSet is the set of the words in a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isBody reports whether one of the words gives away a body.
func isBody(words []string) bool {
	for _, w := range words {
		if bodyWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
