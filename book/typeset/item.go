package typeset

import (
	"cahier/book/typeset/linebreak"
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// pageRules are the prices of pages. A widow or an orphan is worse than a page nine lines
// short, and a heading without its text worse than any: where a figure or a table forces
// one or the other, the page stays short.
func pageRules(line unit.Length) pagebreak.Rules {
	r := pagebreak.Classic(line)
	r.Widow, r.Orphan, r.Stranded = 2_000_000, 2_000_000, 200_000_000
	return r
}

// settingShare brings linebreak's demerits to the scale of pagebreak.Classic.
const settingShare = 500

// item makes what the page breaker knows of a node. phase is how far the column has come
// since the last line of the grid, if no page ends before.
func (n *lines) item(j *job, phase *unit.Length) pagebreak.Item {
	p := &pagebreak.Paragraph{KeepNext: n.keepNext || n.texts[0].seemsToGoOn(), Whole: n.whole, Loose: n.loose}
	if len(n.texts) == 1 && len(n.texts[0].settings) > 1 {
		t := n.texts[0]
		for i := range t.settings {
			p.Settings = append(p.Settings, pagebreak.Setting{Lines: t.settingLines(i), Cost: t.settingCost(i)})
		}
	} else {
		var all []pagebreak.Line
		for _, t := range n.texts {
			if len(t.settings) > 0 {
				all = append(all, t.settingLines(t.best)...)
			}
		}
		if len(all) == 0 { // a label that stands alone
			all = []pagebreak.Line{{Height: n.texts[0].block.Leading}}
		}
		p.Settings = []pagebreak.Setting{{Lines: all}}
		for _, l := range all {
			*phase += l.Height
		}
		*phase %= j.print.Blocks.Text.Leading
	}
	return p
}

// seemsToGoOn reports whether a paragraph is one line that fills the measure: at the foot of
// a page it would look like the beginning of a longer one.
func (t *text) seemsToGoOn() bool {
	l := t.lines()
	return len(l) == 1 && t.vary && l[0].Empty-l[0].HangRight <= t.block.Size
}

// settingCost is what a setting costs over the best one. One that is made for the page's
// sake must not end in a runt.
func (t *text) settingCost(setting int) int64 {
	own, best := &t.settings[setting], &t.settings[t.best]
	cost := max(0, own.Demerits-best.Demerits) / settingShare
	if runt(own) && !runt(best) {
		cost += runtCost
	}
	return cost
}

func runt(s *linebreak.Setting) bool { return s.Lines[len(s.Lines)-1].Runt }

// runtCost is that of a page a line and a half short.
const runtCost = 10_000

// settingLines is what the page breaker knows of the lines of a setting.
func (t *text) settingLines(setting int) []pagebreak.Line {
	from := t.settings[setting].Lines
	list := make([]pagebreak.Line, len(from))
	call := 0
	for i := range from {
		l := &from[i]
		list[i] = pagebreak.Line{Height: t.block.Leading, Hyphen: l.Hyphen}
		for call < len(t.calls) && (int(t.calls[call]) < l.To || i == len(from)-1) {
			list[i].Notes++
			call++
		}
	}
	return list
}

func (n *slab) item(j *job, phase *unit.Length) pagebreak.Item {
	line := j.print.Blocks.Text.Leading
	b := &pagebreak.Block{Height: n.height(line), KeepNext: n.keepNext, Heading: n.heading, NewPage: n.newPage, Give: n.give}
	n.texts(func(t *text) { b.Notes += len(t.calls) })
	if n.repeat != nil {
		b.Top = n.repeat.height(line)
	}
	*phase = (*phase + b.Height) % line
	return b
}

func (n *white) item(j *job, phase *unit.Length) pagebreak.Item {
	line := j.print.Blocks.Text.Leading
	h := n.height
	if n.grid {
		h += (line - (*phase+h)%line) % line
	}
	*phase = (*phase + h) % line
	return &pagebreak.Space{Height: h, Stays: n.stays, KeepNext: n.keep}
}
