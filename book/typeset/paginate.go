package typeset

import (
	"slices"
	"strconv"

	"cahier/book"
	"cahier/book/layout"
	"cahier/book/style"
	"cahier/book/typeset/linebreak"
	"cahier/book/typeset/pagebreak"
	"cahier/book/unit"
)

// plan is a page before it is painted.
type plan struct {
	galley   *galley          // nil: a blank page
	columns  []pagebreak.Page // from left to right; to the page breaker each is a page
	index    int              // physical, from 0
	first    bool             // the section opens on it
	folio    string
	start    PageStart
	counts   Stats
	numbered int // lines before it that count for the numbers in the margin
}

func (p *plan) recto() bool { return p.index%2 == 0 }

// paginate divides the galleys into pages, in order, adds the blank pages that openings
// ask for, and gives every page its folio and every anchor its page.
func (j *job) paginate(galleys []*galley) []*plan {
	var plans []*plan
	blank := func() { plans = append(plans, &plan{index: len(plans)}) }
	front := 0
	roman := j.print.Heads.RomanFront
	for i, g := range galleys {
		body := g.section.Matter() != layout.FrontMatter
		opens := g.opens
		if body && (i == 0 || galleys[i-1].section.Matter() == layout.FrontMatter) && roman {
			opens = style.OpenRecto
		}
		switch {
		case g.verso && len(plans)%2 == 0 && i > 0:
			blank()
		case !g.verso && opens == style.OpenRecto && len(plans)%2 == 1:
			blank()
		}
		if body && front == 0 {
			front = len(plans)
		}
		columns := j.pages(g, len(plans)%2 == 1)
		for k := 0; k < len(columns); k += g.columns {
			plans = append(plans, &plan{galley: g, columns: columns[k:min(k+g.columns, len(columns))], index: len(plans), first: k == 0})
		}
	}
	if !roman {
		front = 0
	}
	j.labels = make([]string, len(plans))
	for i, p := range plans {
		p.folio = strconv.Itoa(i + 1 - front)
		if i < front {
			p.folio = book.Roman(i + 1)
		}
		j.labels[i] = p.folio
	}
	j.find(plans)
	j.count(plans)
	return plans
}

// pages divides one galley into columns, which are pages where there is one on each. A page
// that ends in a hyphen is tried again with the paragraph set so that this line ends in none.
func (j *job) pages(g *galley, verso bool) []pagebreak.Page {
	j.fill(g)
	j.runOn(g)
	pages := j.divide(g, verso, j.heights(g))
	for range hyphenRounds {
		if !j.unhyphen(g, pages) {
			break
		}
		pages = j.divide(g, verso, j.heights(g))
	}
	if len(pages) == 0 {
		pages = []pagebreak.Page{{}}
	}
	pages = j.level(g, pages)
	j.lower(g, pages)
	return pages
}

// hyphenRounds is how often a section is divided again for the sake of hyphens at the foot
// of pages; each round may bring others there.
const hyphenRounds = 3

// unhyphen sets the paragraphs again that end a page in a hyphen, and reports whether
// there were any.
func (j *job) unhyphen(g *galley, pages []pagebreak.Page) bool {
	c := j.compositor()
	defer j.release(c)
	again := false
	for i := range pages {
		p := &pages[i]
		if !p.Hyphen || len(p.Parts) == 0 {
			continue
		}
		last := p.Parts[len(p.Parts)-1]
		n, ok := g.nodes[last.Item].(*lines)
		if !ok || len(n.texts) != 1 || last.To == 0 {
			continue
		}
		t := n.texts[0]
		if slices.Contains(t.solid, last.To-1) {
			continue // it was tried
		}
		t.solid = append(t.solid, last.To-1)
		slices.Sort(t.solid)
		c.set(t)
		again = true
	}
	return again
}

// divide divides a galley once. The columns of a page face each other.
func (j *job) divide(g *galley, verso bool, heights []unit.Length) []pagebreak.Page {
	line := j.print.Blocks.Text.Leading
	f := pagebreak.Flow{
		Heights: heights, Verso: verso || g.columns > 1,
		NoteRule: j.print.Notes.Above + j.print.Notes.RuleWeight + j.print.Notes.Below, NoteGap: j.print.Notes.Gap,
	}
	phase := unit.Length(0)
	for _, n := range g.nodes {
		f.Items = append(f.Items, n.item(j, &phase))
	}
	for _, note := range g.notes {
		heights := make([]unit.Length, len(note.rows))
		for i, r := range note.rows {
			heights[i] = r.height
		}
		f.Notes = append(f.Notes, pagebreak.Note{Lines: heights})
	}
	return pagebreak.Break(f, pageRules(line))
}

// runOn lets go of what is higher than a page though it should stand on one: a heading of a
// thousand words is set as its lines.
func (j *job) runOn(g *galley) {
	line := j.print.Blocks.Text.Leading
	page := unit.Length(j.print.Lines) * line
	c := j.compositor()
	defer j.release(c)
	var nodes []node
	for _, n := range g.nodes {
		if s, ok := n.(*slab); ok && s.height(line) > page && s.textual() {
			s.texts(func(t *text) {
				if s == g.span { // no more across the columns: its lines are theirs
					t.measures, t.x, t.balanced = []linebreak.Measure{{Width: g.column}}, 0, false
					c.set(t)
				}
				nodes = append(nodes, &lines{texts: []*text{t}})
			})
			if s == g.span {
				g.span = nil
			}
			continue
		}
		nodes = append(nodes, n)
	}
	g.nodes = nodes
}

// fill divides what a page of display leaves empty among the whites that fill.
func (j *job) fill(g *galley) {
	if !g.display {
		return
	}
	line := j.print.Blocks.Text.Leading
	room := unit.Length(j.print.Lines) * line
	shares := 0
	for _, n := range g.nodes {
		switch n := n.(type) {
		case *white:
			room -= n.height
			shares += n.fill
		case *lines:
			for _, t := range n.texts {
				room -= t.height()
			}
		case *slab:
			room -= n.height(line)
		}
	}
	if shares == 0 || room <= 0 {
		return
	}
	for _, n := range g.nodes {
		if w, ok := n.(*white); ok && w.fill > 0 {
			w.height = room * unit.Length(w.fill) / unit.Length(shares)
		}
	}
}

// find gives every anchor the page on which it stands, and every section its last page.
func (j *job) find(plans []*plan) {
	j.where, j.ends = map[string]int{}, map[string]int{}
	note := func(name string, page int) {
		if _, had := j.where[name]; !had && name != "" {
			j.where[name] = page
		}
	}
	for _, p := range plans {
		if p.galley == nil {
			continue
		}
		if p.first {
			note(p.galley.section.ID, p.index)
		}
		j.ends[p.galley.section.ID] = p.index
		p.texts(func(t *text, setting, from, to int) {
			if from == 0 {
				for _, a := range t.anchors {
					note(a, p.index)
				}
			}
			if setting >= len(t.settings) {
				return
			}
			all := t.settings[setting].Lines
			for _, m := range t.marks {
				if from < to && int(m.item) >= all[from].From && (int(m.item) < all[to-1].To || to == len(all)) {
					note(m.ref, p.index)
				}
			}
		})
	}
}

// texts calls visit for each text on the page with its setting and the lines of it that
// stand there, in order, without those of notes at the foot.
func (p *plan) texts(visit func(t *text, setting, from, to int)) {
	for _, column := range p.columns {
		for _, part := range column.Parts {
			switch n := p.galley.nodes[part.Item].(type) {
			case *lines:
				n.each(part, visit)
			case *slab:
				n.texts(func(t *text) { visit(t, t.best, 0, len(t.lines())) })
			}
		}
	}
}

// each calls visit for the texts of which some lines fall into the part.
func (n *lines) each(part pagebreak.Part, visit func(t *text, setting, from, to int)) {
	before := 0
	for _, t := range n.texts {
		setting := t.best
		if len(n.texts) == 1 && len(t.settings) > 1 {
			setting = part.Setting
		}
		count := 0
		if setting < len(t.settings) {
			count = len(t.settings[setting].Lines)
		} else if part.From == 0 {
			visit(t, setting, 0, 0)
		}
		from, to := max(0, part.From-before), min(count, part.To-before)
		if from < to {
			visit(t, setting, from, to)
		}
		before += count
	}
}
