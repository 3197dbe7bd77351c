package manuscript

import (
	"regexp"
	"strings"
)

// licence keeps what is written, and the address if it is known.
func (h *head) licence(n *node) {
	h.front.Licence = h.value(n)
	h.front.LicenceURL = licenceURL(h.front.Licence)
}

// creativeCommons takes the name of a licence of Creative Commons, lower case with
// hyphens: its terms, version and country.
var creativeCommons = regexp.MustCompile(`^(?:cc|creative-commons)-(by(?:-nc)?(?:-sa|-nd)?)(?:-(\d\.\d)(?:-([a-z]{2}|igo))?)?$`)

// publicDomain are the names of what nobody owns.
var publicDomain = map[string]string{
	"cc0": "https://creativecommons.org/publicdomain/zero/1.0/", "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
	"cc-0": "https://creativecommons.org/publicdomain/zero/1.0/", "cc-zero": "https://creativecommons.org/publicdomain/zero/1.0/",
	"public-domain": markURL, "public-domain-mark": markURL, "public-domain-mark-1.0": markURL, "domaine-public": markURL,
	"gemeinfrei": markURL, "dominio-público": markURL, "domínio-público": markURL, "pubblico-dominio": markURL, "dominio-pubblico": markURL,
}

const markURL = "https://creativecommons.org/publicdomain/mark/1.0/"

// licenceURL is the address of a licence given by name or address, "" if it is not
// known. Creative Commons without a version is taken for 4.0.
func licenceURL(s string) string {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return s
	}
	name := strings.ToLower(strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '_' || c == '-' || c == '/' }), "-"))
	if url, ok := publicDomain[name]; ok {
		return url
	}
	for _, long := range [][2]string{{"attribution", "by"}, {"noncommercial", "nc"}, {"non-commercial", "nc"}, {"sharealike", "sa"}, {"share-alike", "sa"}, {"noderivatives", "nd"}, {"no-derivatives", "nd"}, {"-international", ""}} {
		name = strings.ReplaceAll(name, long[0], long[1])
	}
	m := creativeCommons.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	url := "https://creativecommons.org/licenses/" + m[1] + "/"
	if m[2] == "" {
		return url + "4.0/"
	}
	url += m[2] + "/"
	if m[3] != "" {
		url += m[3] + "/"
	}
	return url
}
