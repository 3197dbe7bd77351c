package clean

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// stopWords are the commonest words of the six languages that differ between
// them.
var stopWords = [...]struct{ lang, words string }{
	{"fr", " les des est une dans qui pour sur par avec pas plus sont cette ces mais elle aux ont leur été et le la du au je nous vous même un que en il ne se ce son "},
	{"en", " the of and to is that was for with as his on be at by this had not are but from have they which she he were their it "},
	{"de", " der die und den das von zu ist des mit sich dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um noch wie "},
	{"es", " el los las que del una por con su para como más pero sus le ha sin sobre este ya entre cuando todo esta ser son dos también fue había y en la un se no lo "},
	{"pt", " os das que do da uma por com não dos para como mais mas foi ao ele sua ou ser quando muito nos já está também só pelo pela até isso ela entre era em no na e um "},
	{"it", " il che di gli della per non una sono si con del dei le alla nel più delle dal come anche ma si ha questo era nella suo stato degli ed al lo la e un perché senza chi "},
}

// guessLang tells a text's language by its commonest words, "" if it is short or
// none of the six.
func guessLang(text string) string {
	best, most, second := "", 0, 0
	text = text[:min(len(text), 20000)]
	words := strings.Fields(strings.ToLower(text))
	for i := range stopWords {
		n, seen := 0, map[string]bool{}
		for _, w := range words {
			if w = strings.Trim(w, ".,;:!?()«»“”\""); strings.Contains(stopWords[i].words, " "+w+" ") {
				n++
				seen[w] = true
			}
		}
		if n > most && len(seen) >= minStopWords {
			best, most, second = stopWords[i].lang, n, most
		} else {
			second = max(second, n)
		}
	}
	if most < 4 || most*12 < len(words) || most*10 < second*11 || !mostlyLatin(text) {
		return ""
	}
	return best
}

// minStopWords is the number of different common words that tell a language: Latin
// has the "et" of French.
const minStopWords = 4

// mostlyLatin reports whether half of a text's letters are of the Latin script, as all
// of the six languages' are.
func mostlyLatin(text string) bool {
	latin, other := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
		}
	}
	return latin >= other
}

// languageTag writes a language as BCP 47 does: "fr", "en-GB". A region that
// adds nothing to the spelling is left out.
func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "_", "-"), ",")
	lang, region, ok := strings.Cut(strings.TrimSpace(s), "-")
	lang = strings.ToLower(lang)
	if len(lang) < 2 || len(lang) > 3 || !isAlpha(lang) {
		return ""
	}
	if !ok || len(region) != 2 || strings.EqualFold(lang, region) {
		return lang
	}
	switch tag := lang + "-" + strings.ToUpper(region); tag {
	case "en-GB", "en-US", "pt-BR", "pt-PT", "de-CH", "de-AT", "fr-CA", "fr-CH", "es-MX", "en-AU", "en-CA":
		return tag
	}
	return lang
}

// sameLang reports whether two tags name one language, whatever the region.
func sameLang(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	return a == b
}

// ancestorLang is the language that holds around n.
func ancestorLang(n *html.Node) string {
	for p := n.Parent; p != nil; p = p.Parent {
		if l := languageTag(attr(p, "lang")); l != "" {
			return l
		}
	}
	return ""
}
