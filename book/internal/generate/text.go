package generate

import (
	"fmt"
	"strings"
)

// hostile are strings that break what is written carelessly. None is raw HTML, an
// active link or a control character, which the reader refuses.
var hostile = []string{
	`\<script\>alert(1)\</script\>`, "&amp;", "&lt;b&gt;", "&nbsp;x", "&copy;", `\]\]\>`, `\-\->`, `"`, "'", `\\`, "％", "a&b", "AT&T", "x \\< y \\> z",
	"\u202ftight\u2009thin\u2060join\u00adsoft", "\ufeffmark", "\u200bzero\u200d", "שלום עולם", "\u202bابجد\u202c", "漢字かな交じり文", "👩\u200d👩\u200d👧", "𝔘𝔫𝔦", "e\u0301\u0327\u0302",
	"\ue000private", "\ufffd", "\u2028line", "é́", "Ω≈ç√", "« guillemets »", "“quotes”", "l’apostrophe", "20e", "XIXe", "n° 5", "10 000", "50 %", "etc…", "a--b",
	"Anticonstitutionnellement" + strings.Repeat("issime", 40), "http&#58;//x", "${x}", "%s%n", "{{x}}", "\\[x\\]", "`</code>`", "``a`b``", "\\*", "CON", "../../etc/passwd",
	"\u0600", "ſ", "ﬁ", "\U0001F1EB\U0001F1F7", "ﷺ", "\u0085next"[2:], "\u00a0",
}

var plain = strings.Fields(`le livre la page une note un lecteur texte marge ligne mot lettre encre papier presse
	the book of a reader margin and line where paper folds in eight der Bogen wird gefaltet und geheftet`)

// word is a word, one in twelve of them hostile.
func (w *writer) word() string {
	if w.r.IntN(12) == 0 {
		return hostile[w.r.IntN(len(hostile))]
	}
	return plain[w.r.IntN(len(plain))]
}

func (w *writer) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = w.word()
	}
	return strings.Join(list, " ")
}

func (w *writer) sentence() string {
	return "Un " + w.words(3+w.r.IntN(12)) + w.pick(".", " !", " ?", "…", " ;")
}

func (w *writer) title() string { return "Titre " + w.words(1+w.r.IntN(7)) }

// text is running text with every inline.
func (w *writer) text() string {
	var parts []string
	for range 1 + w.r.IntN(5) {
		parts = append(parts, w.words(1+w.r.IntN(12)), w.inline())
	}
	return "Phrase " + strings.Join(parts, " ") + "."
}

func (w *writer) inline() string {
	if w.depth > 6 {
		return w.words(2)
	}
	w.depth++
	defer func() { w.depth-- }()
	switch w.r.IntN(22) {
	case 0:
		return "*mots " + w.inner() + "*"
	case 1:
		return "**mots " + w.inner() + "**"
	case 2:
		return "[mots " + w.inner() + "]{.smallcaps}"
	case 3:
		return fmt.Sprintf("[mots %s]{lang=%s}", w.inner(), w.pick("en", "ar", "xx-not-a-language-tag", "zh-Hant", "x-private", "de-1996", "123"))
	case 4:
		return "[mots " + w.words(2) + "](" + w.address() + ")"
	case 5:
		return "[mots " + w.words(2) + "](" + w.address() + ` "titre & \"guillemets\" \<b\>")`
	case 6:
		return "`code <&> " + strings.ReplaceAll(w.pick(plain...), "`", "") + "`"
	case 7:
		return "H~2~O, x^2^"
	case 8:
		return "~~" + "rayé " + w.inner() + "~~"
	case 9, 10, 11:
		return w.call()
	case 12:
		if len(w.ids) > 0 {
			return "[ailleurs](#" + w.ids[w.r.IntN(len(w.ids))] + ")"
		}
	case 13, 14:
		return w.citation()
	case 15:
		return w.pick(`![](picture.png){alt=""}`, `![une image & \<b\>](picture.png)`, `![](drawing.svg){alt="dessin \"cité\" <x>"}`)
	case 16:
		return w.place("[mots]{#%s .classe-à-é .plain}")
	case 17:
		return "fin\\\nde ligne"
	}
	return w.words(1)
}

func (w *writer) inner() string { return w.words(1) + " " + w.inline() + " fin" }

// address is an address, odd ones among them.
func (w *writer) address() string {
	return w.pick("https://example.org", "http://example.org/a?b=c&d=e#f", "mailto:ada@example.org?subject=a%20b", "tel:+33123456789",
		"<https://example.org/a b\"c>", "https://example.org/%zz", "https://example.org/{x}|y^z", "http://bücher.example/ä", "<https://ex ample.org/>",
		"http://[bad", "https://example.org:99999/", "https://", "https://a..b/", "http://exa_mple.org/", "https://[::1]/x", "https://例え.テスト/パス")
}

// place makes a place that links can lead to.
func (w *writer) place(form string) string {
	w.count++
	id := fmt.Sprintf("%s-%d", w.pick("lieu", "été", "a1-n1", "page-3", "titlepage", "kobo", "x_y"), w.count)
	w.ids = append(w.ids, id)
	return fmt.Sprintf(form, id)
}

// call calls a note: written, inline, or one that was called before. Notes call none.
func (w *writer) call() string {
	if w.head == 0 {
		return "sans appel"
	}
	switch {
	case w.chance(20):
		return "mot^[Note *en ligne* : " + w.words(4) + ".]"
	case w.chance(20) && len(w.notes) > 0:
		return "mot[^" + w.notes[w.r.IntN(len(w.notes))] + "]"
	}
	w.count++
	id := fmt.Sprintf("%s%d", w.pick("n", "note-", "é", "1"), w.count)
	w.notes = append(w.notes, id)
	return "mot[^" + id + "]"
}

func (w *writer) citation() string {
	if len(w.keys) == 0 || w.head == 0 {
		return w.words(1)
	}
	key := w.keys[w.r.IntN(len(w.keys))]
	return w.pick("[voir @"+key+", p. 33-35]", "@"+key, "[-@"+key+"]", "[@"+key+"; @"+w.keys[0]+", chap. 2]", "[@inconnu]")
}
