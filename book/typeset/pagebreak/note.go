package pagebreak

import "cahier/book/unit"

// At a division of a note at least so many lines stand on either side.
const noteLines = 2

// mark is a place in the stream of notes: before a line of a note.
type mark struct{ note, line int32 }

// notes knows the heights of the flow's notes.
type notes struct {
	f *Flow
	// sums[n][k] is the height of the first k lines of note n; whole[n] of the notes
	// before n.
	sums  [][]unit.Length
	whole []unit.Length
}

func newNotes(f *Flow) notes {
	ns := notes{f: f, sums: make([][]unit.Length, len(f.Notes)), whole: make([]unit.Length, len(f.Notes)+1)}
	for n, note := range f.Notes {
		s := make([]unit.Length, len(note.Lines)+1)
		for k, h := range note.Lines {
			s[k+1] = s[k] + h
		}
		ns.sums[n] = s
		ns.whole[n+1] = ns.whole[n] + s[len(note.Lines)]
	}
	return ns
}

// lead is the height above a page's next note, h being taken by those before it.
func (ns *notes) lead(h unit.Length) unit.Length {
	if h == 0 {
		return ns.f.NoteRule
	}
	return ns.f.NoteGap
}

// least is the least height that the notes from the mark up to the called ones take on the
// page where the last of them is called: of that one, as many lines as a division needs.
func (ns *notes) least(m mark, called int) unit.Length {
	last := called - 1
	if int(m.note) > last {
		return 0
	}
	h := ns.f.NoteRule
	from := int(m.line)
	if int(m.note) < last {
		h += ns.whole[last] - ns.whole[m.note] - ns.sums[m.note][m.line] + unit.Length(last-int(m.note))*ns.f.NoteGap
		from = 0
	}
	n := len(ns.f.Notes[last].Lines)
	to := n
	if n-from >= 2*noteLines {
		to = from + noteLines
	}
	return h + ns.sums[last][to] - ns.sums[last][from]
}

// placed is what became of the notes on a page.
type placed struct {
	next   mark        // where the next page goes on
	height unit.Length // with the rule
	away   int         // notes that were called and have not begun
	left   int         // lines carried over of a note that has begun
}

// place sets the notes from the mark up to the called ones in the room. With force it sets
// one line at least, whatever the room.
func (ns *notes) place(m mark, called int, room unit.Length, force bool) placed {
	p := placed{next: m}
	for int(p.next.note) < called {
		n, from := p.next.note, int(p.next.line)
		s := ns.sums[n]
		end := len(s) - 1
		left := room - p.height - ns.lead(p.height)
		to := end
		if s[end]-s[from] > left {
			to = divide(s, from, left)
			if to == from && force && p.height == 0 {
				to = from + 1
			}
		}
		if to > from || end == 0 {
			p.height += ns.lead(p.height) + s[to] - s[from]
		}
		if to < end {
			p.next.line = int32(to)
			break
		}
		p.next = mark{n + 1, 0}
	}
	if int(p.next.note) < called {
		p.away = called - int(p.next.note)
		if p.next.line > 0 {
			p.away--
			p.left = len(ns.sums[p.next.note]) - 1 - int(p.next.line)
		}
	}
	return p
}

// divide is how many lines of the note with these sums may stand before a division when
// those up to from stand already and the rest has to fit in the room; from if none.
func divide(sums []unit.Length, from int, room unit.Length) int {
	to := from
	for to < len(sums)-1 && sums[to+1]-sums[from] <= room {
		to++
	}
	to = min(to, len(sums)-1-noteLines)
	if to < from+noteLines {
		return from
	}
	return to
}
