package hyphen

import "strings"

// info is a language as this package knows it.
type info struct {
	tag, name string
	files     []string // under patterns/, later exceptions winning
	limits    Limits
	licence   licence
	elides    bool // words lose a vowel before an apostrophe (l’ami)
	turkic    bool // I and ı are one letter, İ and i another
}

// languages are those whose patterns are embedded. The limits are those of the pattern
// files, save that French keeps three letters after a break, as its printers do, and
// Greek two at either end.
//
// Not embedded: Czech (cs), whose patterns are under the GPL, and Romanian (ro), whose
// patterns state no licence.
var languages = []info{
	{tag: "ca", name: "Catalan", files: []string{"ca"}, limits: Limits{2, 2}, licence: lppl, elides: true},
	{tag: "da", name: "Danish", files: []string{"da"}, limits: Limits{2, 2}, licence: mit},
	{tag: "de", name: "German", files: []string{"de-1996"}, limits: Limits{2, 2}, licence: mit},
	{tag: "el", name: "Greek", files: []string{"el-monoton"}, limits: Limits{2, 2}, licence: lppl},
	{tag: "el-polyton", name: "Greek, polytonic", files: []string{"el-polyton"}, limits: Limits{2, 2}, licence: lppl},
	{tag: "en-GB", name: "British English", files: []string{"en-gb"}, limits: Limits{2, 3}, licence: mit},
	{tag: "en-US", name: "American English", files: []string{"en-us"}, limits: Limits{2, 3}, licence: permissive},
	{tag: "es", name: "Spanish", files: []string{"es"}, limits: Limits{2, 2}, licence: mit},
	{tag: "fr", name: "French", files: []string{"fr"}, limits: Limits{2, 3}, licence: mit, elides: true},
	{tag: "hu", name: "Hungarian", files: []string{"hu"}, limits: Limits{2, 2}, licence: mpl},
	{tag: "it", name: "Italian", files: []string{"it"}, limits: Limits{2, 2}, licence: mit, elides: true},
	{tag: "la", name: "Latin", files: []string{"la"}, limits: Limits{2, 2}, licence: mit},
	{tag: "nb", name: "Norwegian Bokmål", files: []string{"no", "nb"}, limits: Limits{2, 2}, licence: permissive},
	{tag: "nl", name: "Dutch", files: []string{"nl"}, limits: Limits{2, 2}, licence: lppl},
	{tag: "nn", name: "Norwegian Nynorsk", files: []string{"no", "nn"}, limits: Limits{2, 2}, licence: permissive},
	{tag: "pl", name: "Polish", files: []string{"pl"}, limits: Limits{2, 2}, licence: mit},
	{tag: "pt", name: "Portuguese", files: []string{"pt"}, limits: Limits{2, 3}, licence: bsd},
	{tag: "ru", name: "Russian", files: []string{"ru"}, limits: Limits{2, 2}, licence: lppl},
	{tag: "sv", name: "Swedish", files: []string{"sv"}, limits: Limits{2, 2}, licence: lppl},
	{tag: "tr", name: "Turkish", files: []string{"tr"}, limits: Limits{2, 2}, licence: lppl, turkic: true},
	{tag: "uk", name: "Ukrainian", files: []string{"uk"}, limits: Limits{2, 2}, licence: lppl},
}

// lookup finds a tag or the longest beginning of it that is known.
func lookup(tag string) (info, bool) {
	tag = canonical(tag)
	for {
		for _, l := range languages {
			if strings.EqualFold(l.tag, tag) {
				return l, true
			}
		}
		i := strings.LastIndexByte(tag, '-')
		if i < 0 {
			return info{}, false
		}
		tag = tag[:i]
	}
}

// canonical names English by the spelling that a region writes, and Norwegian as Bokmål.
// English without a region is American, as it is for most programs.
func canonical(tag string) string {
	tag = strings.ReplaceAll(strings.ToLower(tag), "_", "-")
	language, region, _ := strings.Cut(tag, "-")
	switch language {
	case "en":
		switch {
		case tag == "en" || strings.HasPrefix(region, "us") || strings.HasPrefix(region, "ca") || strings.HasPrefix(region, "ph"):
			return "en-us"
		}
		return "en-gb"
	case "no":
		return "nb"
	case "el":
		if strings.Contains(region, "polyton") {
			return "el-polyton"
		}
	}
	return tag
}
