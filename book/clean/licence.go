package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// licenceCode is a Creative Commons licence by its letters and version.
var licenceCode = regexp.MustCompile(`(?i)\b(?:CC|Creative[ -]Commons)(?:[ -](?:\pL+ )?)?\(?((?:BY(?:[- ](?:NC|ND|SA))*|0|zero))\)?\b(?:,? (?:\pL+ )?v?(\d\.\d))?`)

// licenceAddress is the address of such a licence.
var licenceAddress = regexp.MustCompile(`https?://creativecommons\.org/(?:licenses|publicdomain)/[\w./-]+`)

// licenceWords name the elements of such a licence in full, by language.
var licenceWords = []struct{ element, words string }{
	{"BY", "attribution|namensnennung|atribución|reconocimiento|atribuição|attribuzione|paternité"},
	{"NC", "noncommercial|non-commercial|pas d’utilisation commerciale|pas d'utilisation commerciale|nicht kommerziell|nicht-kommerziell|no comercial|nocomercial|não comercial|não-comercial|non commerciale"},
	{"ND", "noderivatives|no derivatives|noderivs|pas de modification|keine bearbeitung|keine bearbeitungen|sin derivadas|sinobraderivada|sem derivações|sem derivados|non opere derivate"},
	{"SA", "sharealike|share-alike|share alike|partage dans les mêmes conditions|partage à l’identique|weitergabe unter gleichen bedingungen|compartir igual|compartirigual|compartilhaigual|partilha nos mesmos termos|condividi allo stesso modo"},
}

// licenceVersion is the number of a licence.
var licenceVersion = regexp.MustCompile(`\b[1-4]\.\d\b`)

// licenceIn is the Creative Commons licence that a short line names, written by
// its letters, "" if none.
func licenceIn(text string) string {
	if utf8.RuneCountInString(text) > 400 {
		return ""
	}
	if u := licenceAddress.FindString(text); u != "" {
		return strings.TrimRight(u, ".")
	}
	if m := licenceCode.FindStringSubmatch(text); m != nil {
		code := strings.ReplaceAll(strings.ToUpper(m[1]), " ", "-")
		if code == "ZERO" || code == "0" {
			return squeeze("CC0 " + m[2])
		}
		return squeeze("CC " + code + " " + m[2])
	}
	low := strings.ToLower(text)
	if !strings.Contains(low, "creative commons") {
		return ""
	}
	var elements []string
	for _, e := range licenceWords {
		if slices.ContainsFunc(strings.Split(e.words, "|"), func(w string) bool { return strings.Contains(low, w) }) {
			elements = append(elements, e.element)
		}
	}
	if len(elements) == 0 {
		return ""
	}
	return squeeze("CC " + strings.Join(elements, "-") + " " + licenceVersion.FindString(text))
}

// isLicenceLine reports a line that says under which licence the article stands.
func isLicenceLine(text string) bool {
	n := utf8.RuneCountInString(text)
	return n < 300 && licenceIn(text) != "" && (n < 60 || hasWord(text, []string{"licence", "license", "licensed", "licencia", "licença", "licenza", "lizenz", "lizenziert", "unter einer creative", "sous creative", "sotto creative"}))
}

// licenceLink is the address of the licence of Creative Commons to which an
// element links, "" if it does not.
func licenceLink(n *html.Node) string {
	for _, a := range tags(n, atom.A) {
		if href := attr(a, "href"); strings.Contains(href, "creativecommons.org/licenses/") || strings.Contains(href, "creativecommons.org/publicdomain/") {
			return href
		}
	}
	return ""
}

// readLicence reads a short block at the end that says under which licence the
// text stands, and reports whether it is one.
func (m *metadata) readLicence(n *html.Node) bool {
	text := textOf(n)
	size := utf8.RuneCountInString(text)
	licence := licenceLink(n)
	if licence == "" && (isLicenceLine(text) || size <= 160 && licenceCode.MatchString(text)) {
		licence = licenceIn(text)
	}
	if licence == "" || size > 420 {
		return false
	}
	set(&m.licence, licence)
	return true
}
