package typeset

import "cahier/book/unit"

// arrange calls at for each part of the slab with its top, measured from the slab's, and
// returns the height of the whole. line is the leading of the grid.
func (n *slab) arrange(line unit.Length, at func(p *part, y unit.Length)) unit.Length {
	lead := n.above
	if n.grid {
		bare := n.above + n.content(line, nil, 0) + n.below
		lead += (line - bare%line) % line
	}
	return lead + n.content(line, at, lead) + n.below
}

// content goes through the columns of parts and returns the height of the highest.
func (n *slab) content(line unit.Length, at func(p *part, y unit.Length), top unit.Length) unit.Length {
	var y, highest unit.Length
	for i := range n.parts {
		p := &n.parts[i]
		if p.foot {
			y = highest + p.gap
		} else if p.column {
			y = 0
		}
		if !p.foot {
			y += p.leadGap()
		}
		if at != nil {
			at(p, top+y)
		}
		y += p.height(line)
		if p.rule && !p.foot {
			y += p.gap
		}
		highest = max(highest, y)
	}
	return highest
}

// leadGap is the white above a part; that of a rule stands below it.
func (p *part) leadGap() unit.Length {
	if p.rule {
		return 0
	}
	return p.gap
}

func (p *part) height(line unit.Length) unit.Length {
	switch {
	case p.text != nil:
		return p.text.height()
	case p.slab != nil:
		return p.slab.height(line)
	}
	return p.h
}

func (n *slab) height(line unit.Length) unit.Length { return n.arrange(line, nil) }

// textual reports whether a slab is texts alone, one under the other.
func (n *slab) textual() bool {
	for i := range n.parts {
		p := &n.parts[i]
		if p.column && i > 0 || p.text == nil && (p.slab == nil || !p.slab.textual()) {
			return false
		}
	}
	return true
}

// texts calls visit for every text of the slab, in order.
func (n *slab) texts(visit func(*text)) {
	for i := range n.parts {
		if n.parts[i].text != nil {
			visit(n.parts[i].text)
		}
		if n.parts[i].slab != nil {
			n.parts[i].slab.texts(visit)
		}
	}
}
