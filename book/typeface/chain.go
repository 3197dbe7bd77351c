package typeface

// Run is a stretch of text that one face sets.
type Run struct {
	Face *Face
	Text string
	// Missing says that no face of the chain covers the text; Face is then the first,
	// whose .notdef would show.
	Missing bool
}

// Chain is the faces that may set a text, in the order in which they are asked. Later
// families are opened only when an earlier one lacks a character.
type Chain struct {
	families []*Family
	style    Style
}

// NewChain is a chain of families in one style. There must be at least one family.
func NewChain(style Style, families ...*Family) Chain { return Chain{families, style} }

// Face is the first face of the chain: the one that measures and metrics come from.
func (c Chain) Face() (*Face, error) { return c.families[0].Face(c.style) }

// Split appends to runs the text, cut so that each letter with its marks is set by the
// first face of the chain that covers it. The texts of the runs joined are the text. The
// error is the *Error of a face that cannot be used.
func (c Chain) Split(runs []Run, text string) ([]Run, error) {
	first, err := c.Face()
	if err != nil {
		return runs, err
	}
	from := len(runs)
	for rest := text; rest != ""; {
		n := ClusterLength(rest)
		face, missing, err := c.choose(first, rest[:n])
		if err != nil {
			return runs, err
		}
		if k := len(runs) - 1; k >= from && runs[k].Face == face && runs[k].Missing == missing {
			end := len(text) - len(rest)
			start := end - len(runs[k].Text)
			runs[k].Text = text[start : end+n]
		} else {
			runs = append(runs, Run{face, rest[:n], missing})
		}
		rest = rest[n:]
	}
	return runs, nil
}

func (c Chain) choose(first *Face, cluster string) (face *Face, missing bool, err error) {
	if first.coversCluster(cluster) {
		return first, false, nil
	}
	for _, family := range c.families[1:] {
		face, err := family.Face(c.style)
		if err != nil {
			return nil, false, err
		}
		if face.coversCluster(cluster) {
			return face, false, nil
		}
	}
	return first, true, nil
}
