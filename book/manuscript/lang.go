package manuscript

import (
	"regexp"
	"strings"

	"cahier/book"
)

// langForm is a BCP 47 tag as far as books use them: language, script, region,
// variants (RFC 5646 section 2.1).
var langForm = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*$`)

// lang reads the language of the text.
func (h *head) lang(n *node) { h.front.Lang = h.language(n) }

// language returns a tag in its usual case, "pt-BR".
func (h *head) language(n *node) string {
	written := h.value(n)
	if written == "" {
		return ""
	}
	tag, err := Language(written)
	if err != nil {
		h.problems.Fail(n.pos, book.CodeBadValue, err)
	}
	return tag
}

// Language brings a language's tag into its usual case, "pt-BR" for "PT_br". What has not
// the form of one is an error with a hint.
func Language(written string) (string, error) {
	written = strings.ReplaceAll(written, "_", "-")
	if !langForm.MatchString(written) {
		return "", book.Fault("write a code such as fr, en-GB or pt-BR", "%q is not a language", written)
	}
	parts := strings.Split(written, "-")
	for i, p := range parts {
		switch {
		case i > 0 && len(p) == 2:
			parts[i] = strings.ToUpper(p)
		case i > 0 && len(p) == 4 && p[0] > '9':
			parts[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			parts[i] = strings.ToLower(p)
		}
	}
	return strings.Join(parts, "-"), nil
}
