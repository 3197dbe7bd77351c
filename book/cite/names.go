package cite

import (
	"strings"

	"cahier/book"
)

// Numbers of names. Beyond them the first is followed by "et al.".
const (
	mostInNote = 3  // in a note
	mostInText = 2  // beside a year in the text, and in short forms
	mostInList = 10 // in the list of works, which then shows
	shownThen  = 7  // this many
)

// whose is the names that a reference begins with, and what they did if they are not
// its authors.
type whose struct {
	names []book.Name
	label [2]string // of one, of several; empty for authors
}

// creators finds the names that stand first in a reference: authors, else editors,
// directors, translators; none for a work known by its title.
func creators(s *book.Source, l *language) whose {
	if n := named(s, "author"); n != nil {
		return whose{names: n}
	}
	switch s.Type {
	case "motion_picture", "broadcast", "performance":
		if n := named(s, "director"); n != nil {
			return whose{n, l.director}
		}
	case "interview", "personal_communication":
		if n := named(s, "interviewer"); n != nil {
			return whose{names: n}
		}
	}
	if isPart(s) { // its editors are named with the work that holds it
		return whose{}
	}
	for _, role := range []string{"editor", "editorial-director", "compiler", "collection-editor"} {
		if n := named(s, role); n != nil {
			return whose{n, l.editor}
		}
	}
	return whose{}
}

// named lists the names of a role that say something.
func named(s *book.Source, role string) []book.Name {
	var names []book.Name
	for _, n := range s.Names[role] {
		if n.String() != "" {
			names = append(names, n)
		}
	}
	return names
}

// note is what stands after the names in brackets, with a space before it: their role
// and, if given, the year.
func (w whose) note(year string) string {
	label := w.label[0]
	if len(w.names) > 1 {
		label = w.label[1]
	}
	switch {
	case label != "" && year != "":
		return " (" + label + ", " + year + ")"
	case label != "" || year != "":
		return " (" + label + year + ")"
	}
	return ""
}

// inNote is the names in reading order.
func inNote(names []book.Name, l *language) string {
	return join(names, mostInNote, 1, l, book.Name.String)
}

// inList is the names with the first turned around, for sorting.
func inList(names []book.Name, l *language) string {
	first := true
	list := join(names, mostInList, shownThen, l, func(n book.Name) string {
		if first {
			first = false
			return n.Sort()
		}
		return n.String()
	})
	if len(names) == 2 && l.comma && names[0].Literal == "" {
		// A name turned around has a comma of its own, and needs another to end it.
		second := " " + and(l, names[1].String()) + " " + names[1].String()
		list = strings.TrimSuffix(list, second) + "," + second
	}
	return list
}

// short is the family names.
func short(names []book.Name, l *language) string {
	return join(names, mostInText, 1, l, family)
}

// withInitials is the family names with the initials that tell two persons apart.
func withInitials(names []book.Name, l *language) string {
	return join(names, mostInText, 1, l, func(n book.Name) string {
		if n.Literal != "" || n.Given == "" {
			return family(n)
		}
		return initials(n.Given) + "\u00A0" + family(n)
	})
}

func family(n book.Name) string {
	if n.Literal != "" {
		return n.Literal
	}
	if n.Family == "" {
		return n.String()
	}
	return strings.TrimSpace(n.NonDropping + " " + n.Family)
}

// initials is "J.-P." of "Jean-Philippe".
func initials(given string) string {
	var sb strings.Builder
	for i, word := range strings.Fields(given) {
		if i > 0 {
			sb.WriteString("\u00A0")
		}
		for k, half := range strings.Split(word, "-") {
			if half == "" {
				continue
			}
			if k > 0 {
				sb.WriteByte('-')
			}
			for _, r := range half {
				sb.WriteRune(r)
				break
			}
			sb.WriteByte('.')
		}
	}
	return sb.String()
}

// join names at most a number of persons; of more it shows the first few.
func join(names []book.Name, most, shown int, l *language, form func(book.Name) string) string {
	var parts []string
	for _, n := range names {
		if s := form(n); s != "" {
			parts = append(parts, s)
		}
	}
	switch n := len(parts); {
	case n == 0:
		return ""
	case n > most:
		return strings.Join(parts[:min(shown, n)], ", ") + " " + l.etal
	case n == 1:
		return parts[0]
	default:
		last := parts[n-1]
		joint := " " + and(l, last) + " "
		if l.american && n > 2 {
			joint = "," + joint
		}
		return strings.Join(parts[:n-1], ", ") + joint + last
	}
}

// and is the word between the last two of a list; Spanish changes it before the sound i.
func and(l *language, next string) string {
	if l.and == "y" {
		lower := strings.ToLower(next)
		if strings.HasPrefix(lower, "hi") && !strings.HasPrefix(lower, "hie") || strings.HasPrefix(lower, "i") || strings.HasPrefix(lower, "í") {
			return "e"
		}
	}
	return l.and
}
