package pagebreak

// A fault is what is wrong with a break: nothing, or one or more of these.
type fault uint8

const (
	widow fault = 1 << iota
	orphan
	stranded
	hyphen
)

// cost is the price of the faults.
func (r *Rules) cost(f fault, recto bool) int64 {
	var c int64
	if f&widow != 0 {
		c += r.Widow
	}
	if f&orphan != 0 {
		c += r.Orphan
	}
	if f&stranded != 0 {
		c += r.Stranded
	}
	if f&hyphen != 0 {
		c += r.Hyphen
		if recto {
			c += r.Hyphen
		}
	}
	return c
}

// faultInside is what is wrong with a break before line k of a setting with n lines.
func (p *Paragraph) faultInside(k, n int) fault {
	var f fault
	if p.Whole {
		f |= stranded
	}
	if p.Loose {
		return f
	}
	if k == 1 {
		f |= orphan
	}
	if k == n-1 {
		f |= widow
	}
	return f
}

// faultBefore is what is wrong with a break before item i: that the one before it is kept
// with what follows, or is a single line under a heading.
func faultBefore(items []Item, i int) fault {
	for k := i; k < len(items); k++ {
		s, ok := items[k].(*Space)
		if !ok {
			break
		}
		if s.KeepNext {
			return stranded
		}
	}
	k := before(items, i)
	if k < 0 {
		return 0
	}
	switch it := items[k].(type) {
	case *Block:
		if it.KeepNext || it.Heading {
			return stranded
		}
	case *Paragraph:
		if it.KeepNext || len(it.Settings[0].Lines) == 1 && underHeading(items, k) {
			return stranded
		}
	}
	return 0
}

// before is the last item before i that is not a space, −1 if there is none.
func before(items []Item, i int) int {
	for i--; i >= 0; i-- {
		if _, ok := items[i].(*Space); !ok {
			break
		}
	}
	return i
}

func underHeading(items []Item, i int) bool {
	k := before(items, i)
	if k < 0 {
		return false
	}
	b, ok := items[k].(*Block)
	return ok && b.Heading
}
