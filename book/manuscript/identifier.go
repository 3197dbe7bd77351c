package manuscript

import (
	"regexp"
	"strings"

	"cahier/book"
)

// identified is a key whose value is an identifier of a known scheme.
func identified(scheme string) key {
	return func(h *head, n *node) {
		for _, item := range n.all() {
			h.addIdentifier(item, scheme, h.value(item))
		}
	}
}

// identifier takes a string, {scheme, text} as Pandoc has it, or a list of such.
func (h *head) identifier(n *node) {
	for _, item := range n.all() {
		if item.kind != mapping {
			h.addIdentifier(item, "", h.value(item))
			continue
		}
		scheme, value := strings.ToLower(item.get("scheme").trimmed()), item.get("text")
		if value == nil {
			value = item.get("value")
		}
		if value == nil {
			h.add(item.pos, book.CodeBadValue, "write {scheme: isbn, text: …}", "an identifier without its text")
			continue
		}
		if strings.HasPrefix(scheme, "isbn") {
			scheme = "isbn"
		}
		h.addIdentifier(value, scheme, h.value(value))
	}
}

var (
	doiForm  = regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	uuidForm = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
)

// addIdentifier checks what can be checked and keeps the bare form.
func (h *head) addIdentifier(n *node, scheme, value string) {
	if value == "" {
		return
	}
	guessed, bare := bareIdentifier(value)
	if scheme == "" {
		scheme = guessed
	}
	ok, hint, written := true, "", ""
	switch scheme {
	case "isbn":
		if compact := compactISBN(bare); compact != bare {
			bare, written = compact, bare
		}
		ok, hint = validISBN(bare), "an ISBN has 13 or 10 digits, the last of which checks the others"
	case "doi":
		ok, hint = doiForm.MatchString(bare), "a DOI looks like 10.1234/abc"
	case "uuid":
		bare = strings.ToLower(bare)
		ok, hint = uuidForm.MatchString(bare), "a UUID has 32 hexadecimal digits in groups of 8-4-4-4-12"
	case "url":
		bare = h.address(n)
		ok = true
	}
	if !ok {
		h.add(n.pos, book.CodeBadValue, hint, "%q is not a valid %s", value, strings.ToUpper(scheme))
		return
	}
	if bare != "" {
		h.front.Identifiers = append(h.front.Identifiers, book.Identifier{Scheme: scheme, Value: bare, Written: written})
	}
}

// bareIdentifier guesses the scheme and takes off what only names it.
func bareIdentifier(s string) (scheme, bare string) {
	for _, p := range []struct{ prefix, scheme string }{
		{"urn:uuid:", "uuid"}, {"urn:isbn:", "isbn"}, {"isbn:", "isbn"}, {"isbn ", "isbn"}, {"uuid:", "uuid"}, {"doi:", "doi"},
		{"https://doi.org/", "doi"}, {"http://doi.org/", "doi"}, {"https://dx.doi.org/", "doi"}, {"http://dx.doi.org/", "doi"},
	} {
		if len(s) > len(p.prefix) && strings.EqualFold(s[:len(p.prefix)], p.prefix) {
			return p.scheme, strings.TrimSpace(s[len(p.prefix):])
		}
	}
	switch {
	case doiForm.MatchString(s):
		return "doi", s
	case uuidForm.MatchString(strings.ToLower(s)):
		return "uuid", s
	case looksLikeISBN(s):
		return "isbn", s
	case strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://"):
		return "url", s
	}
	return "", s
}

// doi reads a DOI in any of its forms.
func (h *head) doi(n *node) string {
	_, bare := bareIdentifier(h.value(n))
	if bare != "" && !doiForm.MatchString(bare) {
		h.add(n.pos, book.CodeBadValue, "a DOI looks like 10.1234/abc", "%q is not a valid DOI", bare)
		return ""
	}
	return bare
}

// isbnForm is an ISBN as it is printed: thirteen digits that begin with 978 or 979, or ten of
// which the last may be an X, together or in groups parted by hyphens or spaces.
var isbnForm = regexp.MustCompile(`^(97[89][- ]?)?\d{1,5}[- ]?\d{1,7}[- ]?\d{1,7}[- ]?[\dXx]$`)

// looksLikeISBN tells an ISBN from other numbers. One of thirteen digits, or in groups, is meant
// for one even if its check digit is wrong, which then is told; ten digits together might count
// anything and must check.
func looksLikeISBN(s string) bool {
	bare := compactISBN(s)
	if !isbnForm.MatchString(s) || len(bare) != 13 && len(bare) != 10 {
		return false
	}
	parted := strings.Count(s, "-")+strings.Count(s, " ") == 3
	return len(bare) == 13 && (strings.HasPrefix(bare, "978") || strings.HasPrefix(bare, "979")) || len(bare) == 10 && (parted || validISBN(bare))
}

func compactISBN(s string) string {
	return strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(s))
}

// validISBN checks the last digit (ISO 2108: modulo 10 for thirteen digits, modulo 11 for
// ten).
func validISBN(s string) bool {
	sum := 0
	for i, c := range s {
		digit := int(c - '0')
		if c == 'X' && len(s) == 10 && i == 9 {
			digit = 10
		} else if digit < 0 || digit > 9 {
			return false
		}
		switch {
		case len(s) == 10:
			sum += digit * (10 - i)
		case i%2 == 1:
			sum += 3 * digit
		default:
			sum += digit
		}
	}
	return len(s) == 13 && sum%10 == 0 || len(s) == 10 && sum%11 == 0
}
