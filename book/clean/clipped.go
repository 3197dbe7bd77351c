package clean

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// cleanMarkdown reads Markdown. An article that cleaning made, known by its front
// matter, is only set again, which changes nothing; what a clipper made loses the
// clipper's front matter, its links to notes and the site's words.
func cleanMarkdown(text string, opt Options) *draft {
	d := &draft{how: "its Markdown"}
	head, body := splitHead(text)
	d.meta.url = webAddress(opt.URL, "")
	finished := isFinished(head)
	if finished {
		d.head = "---\n" + head + "---\n\n"
		d.meta.lang = headValue(head, "lang")
	} else {
		d.readClipped(head)
	}
	if opt.Lang != "" {
		d.meta.lang = opt.Lang
	}
	if d.meta.lang == "" {
		d.meta.lang = guessLang(body)
	}
	blocks := markdownBlocks(body)
	if !finished {
		blocks = d.unclip(blocks)
	}
	for i := range blocks {
		if !isFence(blocks[i]) {
			blocks[i] = dropActive(blocks[i], d)
		}
	}
	d.body = strings.Join(blocks, "\n\n")
	if d.meta.publication == "" {
		d.meta.publication = hostName(d.meta.url)
	}
	if !finished {
		d.missing(&d.meta)
	}
	return d
}

// markdownBlocks divides Markdown at its empty lines; fenced code and divisions
// stay whole.
func markdownBlocks(body string) []string {
	var blocks []string
	var block []string
	fence := ""
	flush := func() {
		if len(block) > 0 {
			blocks = append(blocks, strings.Join(block, "\n"))
		}
		block = nil
	}
	for l := range strings.SplitSeq(body, "\n") {
		trimmed := strings.TrimLeft(l, " ")
		switch {
		case fence != "":
			block = append(block, l)
			if strings.HasPrefix(trimmed, fence) && strings.Trim(trimmed, fence[:1]+" ") == "" {
				fence = ""
			}
			continue
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			fence = trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, trimmed[:1]))]
		case strings.TrimSpace(l) == "":
			flush()
			continue
		}
		block = append(block, strings.TrimRight(l, " "))
	}
	flush()
	return blocks
}

// isFence reports whether a block is or holds fenced code.
func isFence(b string) bool {
	return strings.Contains("\n"+b, "\n```") || strings.Contains("\n"+b, "\n~~~") || strings.Contains(strings.ReplaceAll(b, " ", ""), "\n```")
}

// unclip finds title, notes and the site's words in what a clipper made.
func (d *draft) unclip(blocks []string) []string {
	for i := range blocks {
		if !isFence(blocks[i]) {
			blocks[i] = plainCalls(raisedNumbers(dropTags(blocks[i])))
		}
	}
	blocks = slices.DeleteFunc(blocks, func(b string) bool { return strings.TrimSpace(b) == "" })
	for i := range blocks {
		blocks[i] = pictureLink.ReplaceAllString(blocks[i], "$1")
	}
	blocks = d.dropLinks(atxHeadings(blocks))
	blocks = withCaptions(blocks)
	blocks = d.markdownHead(blocks)
	var text []textBlock
	for _, b := range blocks {
		text = append(text, textBlock{text: b})
	}
	if !hasDefinitions(blocks) {
		text = d.markdownNotes(text)
	}
	text = d.readTail(text)
	out := make([]string, 0, len(text))
	for _, t := range text {
		if isPause(t.text) && !strings.HasPrefix(t.text, "#") {
			t.text = "***"
		}
		out = append(out, t.text)
	}
	for len(out) > 0 && out[0] == "***" {
		out = out[1:]
	}
	for len(out) > 0 && out[len(out)-1] == "***" {
		out = out[:len(out)-1]
	}
	return levelHeadings(out)
}

// raised is a number in superscript, as Markdown has it.
var raised = regexp.MustCompile(`\^\[?(\d{1,3})\]?\^`)

// raisedNumbers writes numbers in superscript with the characters for them, by which
// marks are found.
func raisedNumbers(s string) string {
	return raised.ReplaceAllStringFunc(s, func(m string) string {
		return strings.Map(func(r rune) rune {
			if !isDigit(r) {
				return -1
			}
			return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
		}, m)
	})
}

// atxHeadings writes headings that are underlined with signs before their text.
func atxHeadings(blocks []string) []string {
	var out []string
	for _, b := range blocks {
		line, rest, ok := strings.Cut(b, "\n")
		under, more, _ := strings.Cut(rest, "\n")
		under = strings.TrimSpace(under)
		level := ""
		switch {
		case !ok || line == "" || len(under) < 3 || strings.HasPrefix(line, "    ") || strings.ContainsAny(line[:1], "|>#-*") || isFence(b):
		case strings.Trim(under, "=") == "":
			level = "# "
		case strings.Trim(under, "-") == "":
			level = "## "
		}
		if level == "" {
			out = append(out, b)
			continue
		}
		if out = append(out, level+strings.TrimSpace(line)); more != "" {
			out = append(out, more)
		}
	}
	return out
}

// pictureLink is an image that leads to a larger one.
var pictureLink = regexp.MustCompile(`^\[(!\[[^\]\n]*\]\([^()\s]+\))\]\([^()\s]+\)`)

// plainImage is an image by its words and its address.
var plainImage = regexp.MustCompile(`^!\[([^\]\n]*)\](\([^()\s]+\))$`)

// withCaptions gives images the captions that stand below them.
func withCaptions(blocks []string) []string {
	var out []string
	for _, b := range blocks {
		b = withCaption(b)
		if n := len(out); n > 0 && isCaptionText(b) && !strings.ContainsAny(b, "\n[]") {
			if m := plainImage.FindStringSubmatch(out[n-1]); m != nil && strings.Trim(b, "*_") != m[1] {
				alt := ""
				if m[1] != "" {
					alt = `{alt="` + strings.ReplaceAll(m[1], `"`, `\"`) + `"}`
				}
				out[n-1] = "![" + strings.Trim(b, "*_") + "]" + m[2] + alt
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// withCaption gives an image without words the line in emphasis below it.
func withCaption(b string) string {
	image, line, ok := strings.Cut(b, "\n")
	dest, bare := strings.CutPrefix(image, "![](")
	caption := strings.Trim(strings.TrimRight(line, " "), "*_")
	if !ok || !bare || strings.Contains(line, "\n") || destinationEnd(dest) != len(dest)-1 || len(line)-len(caption) < 2 || caption == "" || strings.ContainsAny(caption, "*_[]") {
		return b
	}
	return "![" + caption + "](" + dest
}

// dropLinks takes out what is the site's by its links: menus, buttons to share,
// lines that lead to other articles, and the excerpt that a clipper puts first.
func (d *draft) dropLinks(blocks []string) []string {
	return slices.DeleteFunc(blocks, func(b string) bool {
		plain, share := linkText(b)
		size := utf8.RuneCountInString(plain)
		why := ""
		switch {
		case isFence(b) || strings.HasPrefix(b, "!") || strings.HasPrefix(b, "[^"):
		case strings.HasPrefix(b, "> ## Excerpt\n"):
			why = "excerpt by the clipper"
		case share > 85 && size > 3 && strings.Count(b, "](") > 1:
			why = "block of links"
		case share > 30 && isSiteLine(squeeze(plain)), share > 85 && size < 80 && chromeScore(squeeze(plain)) > 0:
			why = "words of the site"
		case share > 30 && size < 250 && hasLead(strings.Trim(plain, "*_ "), relatedLeads):
			why = "leads to another article"
		}
		if why != "" {
			d.leaveOut(squeeze(plain), why)
		}
		return why != ""
	})
}

// hasDefinitions reports whether a text has footnotes by its own marks.
func hasDefinitions(blocks []string) bool {
	return slices.ContainsFunc(blocks, func(b string) bool {
		return strings.HasPrefix(b, "[^") && strings.Contains(b, "]:")
	})
}

// markdownHead reads title, byline and date before the first paragraph.
func (d *draft) markdownHead(blocks []string) []string {
	h1 := slices.IndexFunc(blocks, func(b string) bool { return strings.HasPrefix(b, "# ") })
	for i := 0; i < h1 && h1 < 10; i++ { // links above the title are the site's
		if plain, share := linkText(blocks[i]); share > 85 && !strings.HasPrefix(blocks[i], "!") {
			d.leaveOut(squeeze(plain), "words of the site")
			blocks = slices.Delete(blocks, i, i+1)
			i, h1 = i-1, h1-1
		}
	}
	blocks = splitHeadLines(blocks)
	for i := 0; i < len(blocks) && i < 10; {
		b := blocks[i]
		title, isTitle := strings.CutPrefix(b, "# ")
		plain, _ := linkText(b)
		t := textBlock{text: squeeze(strings.Trim(strings.NewReplacer("**", "", `\.`, ".").Replace(plain), "*_# "))}
		below := ""
		if i+1 < len(blocks) {
			below, _ = linkText(blocks[i+1])
			below = squeeze(strings.Trim(strings.ReplaceAll(below, "**", ""), "*_ "))
		}
		switch {
		case isATX(b) && !isTitle && (d.siteTitle(t.text) || sameText(t.text, d.meta.title)):
			t.spare = true
			if i > 0 && sameText(blocks[i-1], d.meta.publication) {
				blocks, i = slices.Delete(blocks, i-1, i), i-1
			}
		case isATX(b) && !isTitle && i < 3 && d.meta.title != "" && d.meta.subtitle == "" && (isByline(below) || isDateLine(below)):
			d.meta.subtitle = t.text
			t.spare = true
		case d.meta.publication != "" && sameText(t.text, d.meta.publication):
			t.spare = true
		case isTitle && d.siteTitle(squeeze(title)):
			t.spare = true
		case isPause(b) && !isTitle:
			t.spare = true
		case isTitle && (d.meta.title == "" || sameText(title, d.meta.title)):
			set(&d.meta.title, squeeze(title))
			t.spare = true
		case strings.HasPrefix(b, "!") && i == 0: // byline and date may stand below the first image
		case isBodyText(textBlock{text: plain}) || strings.HasPrefix(b, ">") || strings.HasPrefix(b, "!") || strings.HasPrefix(b, "## "):
			return blocks
		default:
			d.readHeadLine(&t)
		}
		if t.spare {
			blocks = slices.Delete(blocks, i, i+1)
		} else {
			i++
		}
	}
	return blocks
}

// splitHeadLines makes blocks of the lines of a byline's block.
func splitHeadLines(blocks []string) []string {
	var out []string
	for i, b := range blocks {
		lines := strings.Split(b, "\n")
		plain := func(l string) string { return strings.Trim(strings.ReplaceAll(l, "**", ""), "*_ ") }
		long := slices.ContainsFunc(lines, func(l string) bool { return utf8.RuneCountInString(l) > 140 })
		if i > 7 || len(lines) < 2 || long || isFence(b) || !slices.ContainsFunc(lines, func(l string) bool { return isByline(plain(l)) || isDateLine(plain(l)) }) {
			out = append(out, b)
			continue
		}
		out = append(out, lines...)
	}
	return out
}

// siteTitle reports whether a title is the one found before without the name of
// the site after it, and keeps the shorter one.
func (d *draft) siteTitle(title string) bool {
	rest, ok := strings.CutPrefix(d.meta.title, title)
	site := strings.TrimLeft(rest, " -–—|·•:»")
	if !ok || site == rest || site == "" {
		return false
	}
	d.meta.title = title
	set(&d.meta.publication, site)
	return true
}

// markdownNotes finds notes as in pasted text; a list of notes is one block and
// is divided into its lines first.
func (d *draft) markdownNotes(blocks []textBlock) []textBlock {
	var lines []textBlock
	for i, b := range blocks {
		parts := strings.Split(b.text, "\n")
		labelled := 0
		for _, p := range parts {
			if _, rest := leadLabel(defLine{text: p}); rest != "" {
				labelled++
			}
		}
		if labelled == len(parts) && labelled > 1 {
			for _, p := range parts {
				lines = append(lines, textBlock{text: p, group: i + 1})
			}
			continue
		}
		lines = append(lines, b)
	}
	before := len(d.notes)
	for i := range lines { // a heading of notes is known without its signs
		if h := strings.TrimLeft(lines[i].text, "# "); isNoteHead(h) {
			lines[i].text = strings.Trim(h, "*_ ")
		}
	}
	found := d.chapterNotes(guardLines(joinLabels(lines)))
	if len(d.notes) == before {
		return blocks
	}
	for i := range found {
		found[i].text = strings.ReplaceAll(found[i].text, string(signBreak), "\n")
	}
	for _, n := range d.notes {
		n.body = strings.ReplaceAll(n.body, string(signBreak), "\n")
	}
	return joinItems(found)
}

// joinItems joins the lines of a list that holds no notes again.
func joinItems(blocks []textBlock) []textBlock {
	var out []textBlock
	for _, b := range blocks {
		if n := len(out); n > 0 && b.group > 0 && out[n-1].group == b.group {
			out[n-1].text += "\n" + b.text
			continue
		}
		out = append(out, b)
	}
	for i := range out {
		out[i].group = 0
	}
	return out
}

// guardLines hides the line feeds within blocks, since plainNotes parts blocks by
// them.
func guardLines(blocks []textBlock) []textBlock {
	for i := range blocks {
		blocks[i].text = strings.ReplaceAll(blocks[i].text, "\n", string(signBreak))
	}
	return blocks
}

// levelHeadings gives the shallowest heading level two and the rest the levels
// below without gaps.
func levelHeadings(blocks []string) []string {
	used := map[int]int{}
	level := func(b string) int {
		if line, _, more := strings.Cut(b, "\n"); !more && isATX(line) {
			return len(line) - len(strings.TrimLeft(line, "#"))
		}
		return 0
	}
	for _, b := range blocks {
		if n := level(b); n > 0 {
			used[n] = 0
		}
	}
	next := 2
	for n := 1; n <= 6; n++ {
		if _, ok := used[n]; ok {
			used[n] = min(next, 6)
			next++
		}
	}
	for i, b := range blocks {
		if n := level(b); n > 0 {
			blocks[i] = strings.Repeat("#", used[n]) + b[n:]
		}
	}
	return blocks
}
