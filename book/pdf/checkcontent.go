package pdf

import (
	"bytes"
	"fmt"
)

// contentCheck reads a content stream operator by operator (ISO 32000-1, 7.8.2).
type contentCheck struct {
	*checker
	at        where
	container int // object number of the page or form XObject whose MCIDs these are
	resources dict

	marks   []mark
	key     contentKey // of the tagged content that was opened last
	inText  bool
	state   contentState
	saved   []contentState
	depth   int  // of form XObjects
	lenient int  // levels of BX
	broken  bool // told that the operators cannot be read
}

// contentState is what q and Q save.
type contentState struct {
	font      *checkedFont
	invisible bool // text rendering mode 3
}

// mark is what an open marked-content sequence makes of what is painted in it; one without
// meaning of its own has that of the sequence around it.
type mark uint8

const (
	markOther mark = iota
	markContent
	markArtifact
)

// maxOperands bounds what stands before an operator: more than any has (Annex C).
const maxOperands = 1000

// checkPage reads a page: its boxes, its content, its annotations.
func (c *checker) checkPage(i int) {
	p := &c.pages[i]
	at := where{page: i + 1, object: p.num}
	c.checkBoxes(at, p)
	k := &contentCheck{checker: c, at: at, container: p.num, resources: p.resources}
	k.read(c.pageContent(at, p))
	k.end()
	c.checkAnnotations(at, p)
}

// pageContent joins the page's content streams (7.7.3.3).
func (c *checker) pageContent(at where, p *checkedPage) []byte {
	o := c.f.resolve(p.dict["Contents"])
	list, ok := o.(array)
	if !ok {
		list = array{p.dict["Contents"]}
	}
	var all []byte
	for _, part := range list {
		s := c.f.stream(part)
		if s == nil {
			continue
		}
		data, err := c.f.decode(s)
		if err != nil {
			continue // told where every stream is visited
		}
		if len(list) == 1 {
			return data
		}
		all = append(append(all, data...), '\n')
	}
	return all
}

// checkBoxes looks at the page's size and boxes (ISO 19005-2, 6.1.13; ISO 32000-1, 14.11.2).
func (c *checker) checkBoxes(at where, p *checkedPage) {
	media, ok := c.numbersOf(p.media)
	if !ok {
		c.say(at, "media", "ISO 32000-1, 7.7.3.3", "the page has no MediaBox")
		return
	}
	w, h := media[2]-media[0], media[3]-media[1]
	if w < 3 || h < 3 || w > 14400 || h > 14400 {
		c.say(at, "page-size", "ISO 19005-2, 6.1.13", "the page is %.4g × %.4g points, beyond 3 to 14400", w, h)
	}
	for _, key := range []name{"CropBox", "TrimBox", "BleedBox", "ArtBox"} {
		if p.dict[key] == nil {
			continue
		}
		b, ok := c.numbersOf(c.f.array(p.dict[key]))
		if !ok || b[0] < media[0]-.01 || b[1] < media[1]-.01 || b[2] > media[2]+.01 || b[3] > media[3]+.01 || b[0] > b[2] || b[1] > b[3] {
			c.say(at, "box", "ISO 32000-1, 14.11.2", "the %s does not lie within the page", key)
		}
	}
}

// numbersOf reads four numbers, as a rectangle has them.
func (c *checker) numbersOf(a array) (list [4]float64, ok bool) {
	if len(a) != 4 {
		return list, false
	}
	for i, o := range a {
		switch v := c.f.resolve(o).(type) {
		case int64:
			list[i] = float64(v)
		case float64:
			list[i] = v
		default:
			return list, false
		}
	}
	return list, true
}

// read runs through the operators. Unreadable content is told once, and the rest of the
// stream left.
func (k *contentCheck) read(data []byte) {
	l := lexer{data: data}
	var operands []object
	for !l.atEnd() {
		o, err := l.object()
		if err != nil {
			k.say(k.at, "content", "ISO 32000-1, 7.8.2", "the content cannot be read: %s", err)
			k.broken = true
			return
		}
		op, ok := o.(keyword)
		if !ok {
			if operands = append(operands, o); len(operands) > maxOperands {
				k.say(k.at, "content", "ISO 32000-1, 7.8.2", "more than %d operands before an operator", maxOperands)
				k.broken = true
				return
			}
			continue
		}
		if op == "BI" {
			if !skipInlineImage(&l) {
				k.say(k.at, "content", "ISO 32000-1, 8.9.7", "an inline image without end")
				k.broken = true
				return
			}
			k.paint()
		} else {
			k.operator(op, operands)
		}
		operands = operands[:0]
	}
}

// skipInlineImage passes over an inline image: its data ends at the first EI that stands
// alone behind ID.
func skipInlineImage(l *lexer) bool {
	i := bytes.Index(l.data[l.pos:], []byte("ID"))
	if i < 0 {
		return false
	}
	for at := l.pos + i + 2; ; {
		j := bytes.Index(l.data[at:], []byte("EI"))
		if j < 0 {
			return false
		}
		at += j
		if isSpace(l.data[at-1]) && (at+2 == len(l.data) || isSpace(l.data[at+2])) {
			l.pos = at + 2
			return true
		}
		at += 2
	}
}

// operator does what the check needs of an operator; those of no concern are named all
// the same, since others are no operators (Annex A).
func (k *contentCheck) operator(op keyword, operands []object) {
	switch op {
	case "q":
		k.save()
	case "Q":
		k.restore()
	case "BT":
		k.beginText()
	case "ET":
		k.endText()
	case "BMC", "BDC":
		k.beginMark(operands)
	case "EMC":
		k.endMark()
	case "Tf":
		k.setFont(operands)
	case "Tr":
		k.state.invisible = first(operands) == int64(3)
	case "gs":
		k.setGraphics(operands)
	case "Tj", "TJ", "'", "\"":
		k.show(operands)
	case "Do":
		k.paintObject(operands)
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh":
		k.paint()
	case "k", "K":
		k.device("DeviceCMYK", 4)
	case "rg", "RG":
		k.device("DeviceRGB", 3)
	case "cs", "CS":
		k.colourOf(first(operands), k.resources)
	case "BX":
		k.lenient++
	case "EX":
		k.lenient--
	case "w", "J", "j", "M", "d", "ri", "i", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W", "W*",
		"Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*", "d0", "d1", "SC", "SCN", "sc", "scn", "G", "g", "MP", "DP":
	default:
		if k.lenient <= 0 {
			k.say(k.at, "operator", "ISO 19005-2, 6.2.2", "%q is no operator", clip(string(op)))
		}
	}
}

// save and restore keep the graphics state; PDF/A-2 allows 28 levels, and beyond ten thousand the
// check stops counting.
func (k *contentCheck) save() {
	if len(k.saved) == 28 {
		k.say(k.at, "save-depth", "ISO 19005-2, 6.1.13", "graphics states are saved more than 28 levels deep")
	}
	if len(k.saved) < 10_000 {
		k.saved = append(k.saved, k.state)
	}
}

func (k *contentCheck) restore() {
	if len(k.saved) == 0 {
		k.say(k.at, "restore", "ISO 32000-1, 8.4.2", "a graphics state is restored (Q) that was not saved")
		return
	}
	k.state, k.saved = k.saved[len(k.saved)-1], k.saved[:len(k.saved)-1]
}

func (k *contentCheck) beginText() {
	if k.inText {
		k.say(k.at, "text-object", "ISO 32000-1, 9.4.1", "a text object (BT) begins inside another")
	}
	k.inText = true
}

func (k *contentCheck) endText() {
	if !k.inText {
		k.say(k.at, "text-object", "ISO 32000-1, 9.4.1", "a text object ends (ET) that did not begin")
	}
	k.inText = false
}

// beginMark opens marked content (14.6). Artifacts and tagged content exclude each other
// (ISO 14289-1, 7.1).
func (k *contentCheck) beginMark(operands []object) {
	kind := markOther
	tag, _ := first(operands).(name)
	mcid := -1
	if len(operands) == 2 {
		d, _ := operands[1].(dict)
		if n, ok := operands[1].(name); ok {
			d = k.f.dict(k.f.dict(k.resources["Properties"])[n])
		}
		mcid = intOr(d["MCID"], -1)
	}
	switch {
	case tag == "Artifact":
		kind = markArtifact
	case mcid >= 0:
		kind, k.key = markContent, contentKey{k.container, mcid}
		k.noteContent(k.key)
	}
	around := k.inside()
	if kind != markOther && around != markOther {
		k.sayAccess(k.at, "nested", "ISO 14289-1, 7.1", "%s stands inside %s", kind, around)
	}
	if kind == markOther {
		kind = around
	}
	k.marks = append(k.marks, kind)
}

func (m mark) String() string {
	switch m {
	case markContent:
		return "tagged content"
	case markArtifact:
		return "an artifact"
	}
	return "marked content"
}

// inside is what the innermost sequence makes of what is painted now.
func (k *contentCheck) inside() mark {
	if n := len(k.marks); n > 0 {
		return k.marks[n-1]
	}
	return markOther
}

func (k *contentCheck) endMark() {
	if len(k.marks) == 0 {
		k.say(k.at, "marks", "ISO 32000-1, 14.6", "marked content ends (EMC) that did not begin")
		return
	}
	k.marks = k.marks[:len(k.marks)-1]
}

// noteContent holds marked content against the structure: the parent tree and the element's K
// must lead to each other.
func (k *contentCheck) noteContent(key contentKey) {
	if k.root == nil {
		return
	}
	if k.seen[key] && k.depth == 0 {
		k.sayAccess(k.at, "mcid-repeated", "ISO 32000-1, 14.7.4.2", "content %d occurs twice", key.mcid)
	}
	k.seen[key] = true
	e := k.content[key]
	if e == nil {
		k.sayAccess(k.at, "mcid-orphan", "ISO 14289-1, 7.1", "content %d belongs to no element", key.mcid)
		return
	}
	owner := k.f.dict(ref{num: key.container})["StructParents"]
	list := k.f.array(k.parents[intOr(k.f.resolve(owner), -1)])
	if owner == nil || key.mcid >= len(list) {
		k.sayAccess(k.at, "mcid-parent", "ISO 32000-1, 14.7.4.4", "the parent tree does not know content %d", key.mcid)
	} else if numOf(list[key.mcid]) != e.num {
		k.sayAccess(k.at, "mcid-parent", "ISO 32000-1, 14.7.4.4", "the parent tree leads from content %d to object %d, but object %d holds it", key.mcid, numOf(list[key.mcid]), e.num)
	}
}

func first(list []object) object {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// paint is asked at everything that leaves a mark on the page.
func (k *contentCheck) paint() {
	if k.root != nil && k.inside() == markOther {
		k.sayAccess(k.at, "unmarked", "ISO 14289-1, 7.1", "something is painted that is neither tagged nor an artifact")
	}
}

// setFont looks the font up among the resources of the page or form.
func (k *contentCheck) setFont(operands []object) {
	n, _ := first(operands).(name)
	o := k.f.dict(k.resources["Font"])[n]
	k.state.font = k.font(o)
	if k.state.font == nil {
		k.say(k.at, "font-missing", "ISO 19005-2, 6.2.2", "the font %q is not among the page's resources", clip(string(n)))
	}
}

// show notes which codes are drawn in which font.
func (k *contentCheck) show(operands []object) {
	if !k.inText {
		k.say(k.at, "text-outside", "ISO 32000-1, 9.4.3", "text is shown outside a text object")
	}
	k.paint()
	if len(operands) == 0 {
		return
	}
	if k.state.font == nil {
		k.say(k.at, "font-none", "ISO 32000-1, 9.3", "text is shown without a font")
		return
	}
	strings, _ := operands[len(operands)-1].(array)
	if strings == nil {
		strings = array{operands[len(operands)-1]}
	}
	for _, o := range strings {
		if t, ok := o.(text); ok {
			k.state.font.draw(k.at.page, t, k.state.invisible)
			if k.texts != nil && k.inside() == markContent {
				k.texts[k.key] = k.appendShown(k.texts[k.key], k.state.font, t)
			}
		}
	}
}

// maxForms bounds how deep form XObjects nest.
const maxForms = 20

// paintObject follows Do to an image or a form XObject.
func (k *contentCheck) paintObject(operands []object) {
	n, _ := first(operands).(name)
	o := k.f.dict(k.resources["XObject"])[n]
	s := k.f.stream(o)
	if s == nil {
		k.say(k.at, "xobject-missing", "ISO 19005-2, 6.2.2", "the image or form %q is not among the resources", clip(string(n)))
		return
	}
	switch k.f.name(s.dict["Subtype"]) {
	case "Form":
		k.paintForm(numOf(o), s)
	case "PS":
		k.say(k.at, "postscript", "ISO 19005-2, 6.2.9", "a PostScript object is painted")
	default:
		k.paint()
		k.colourOf(s.dict["ColorSpace"], k.resources)
	}
}

// paintForm reads a form XObject once. Inside marked content its own belongs to that.
func (k *contentCheck) paintForm(num int, s *stream) {
	if s.dict["Ref"] != nil {
		k.say(k.at, "reference", "ISO 19005-2, 6.2.9", "a form that stands for another file")
	}
	if k.forms[num] || k.depth >= maxForms {
		return
	}
	k.forms[num] = true
	data, err := k.f.decode(s)
	if err != nil {
		return
	}
	inner := &contentCheck{
		checker: k.checker, at: where{page: k.at.page, object: num}, container: num, resources: k.f.dict(s.dict["Resources"]),
		state: k.state, depth: k.depth + 1,
	}
	if inner.resources == nil {
		inner.resources = k.resources
	}
	if inside := k.inside(); inside != markOther {
		inner.marks = append(inner.marks, inside)
	}
	around := len(inner.marks)
	inner.read(data)
	if len(inner.marks) != around && !inner.broken {
		k.say(inner.at, "marks", "ISO 32000-1, 14.6", "marked content does not end in the form where it began")
	}
	inner.marks = nil
	inner.end()
}

// setGraphics looks into a graphics state dictionary for what PDF/A-2 forbids.
func (k *contentCheck) setGraphics(operands []object) {
	n, _ := first(operands).(name)
	d := k.f.dict(k.f.dict(k.resources["ExtGState"])[n])
	for _, key := range []name{"TR", "HTP"} {
		if d[key] != nil {
			k.say(k.at, "transfer", "ISO 19005-2, 6.2.5", "a graphics state has %s", key)
		}
	}
	if tr := k.f.name(d["TR2"]); d["TR2"] != nil && tr != "Default" {
		k.say(k.at, "transfer", "ISO 19005-2, 6.2.5", "a graphics state has a transfer function (TR2)")
	}
	if font := k.f.array(d["Font"]); len(font) == 2 {
		k.state.font = k.font(font[0])
	}
}

// Device colours must be those of the output intent (ISO 19005-2, 6.2.4.3), unless the
// resources give a default space for them. Grey goes with any.
func (k *contentCheck) device(space name, components int) {
	defaults := map[int]name{3: "DefaultRGB", 4: "DefaultCMYK"}
	if k.claim.intent != components && k.f.dict(k.resources["ColorSpace"])[defaults[components]] == nil {
		k.say(k.at, "colour", "ISO 19005-2, 6.2.4.3", "colours are %s, which the output intent does not define", space)
	}
}

// colourOf looks for device spaces in a colour space, also as the base of an indexed one.
func (k *contentCheck) colourOf(o object, resources dict) {
	for range 4 {
		switch s := k.f.resolve(o).(type) {
		case name:
			switch s {
			case "DeviceCMYK":
				k.device("DeviceCMYK", 4)
			case "DeviceRGB":
				k.device("DeviceRGB", 3)
			default:
				if o = k.f.dict(resources["ColorSpace"])[s]; o != nil {
					continue
				}
			}
			return
		case array:
			if kind := k.f.name(first(s)); (kind == "Indexed" || kind == "Pattern") && len(s) > 1 {
				o = s[1]
				continue
			}
			return
		default:
			return
		}
	}
}

// end tells what is still open at the end of a stream.
func (k *contentCheck) end() {
	if k.broken {
		return
	}
	if k.inText {
		k.say(k.at, "text-object", "ISO 32000-1, 9.4.1", "a text object does not end")
	}
	if len(k.marks) > 0 {
		k.say(k.at, "marks", "ISO 32000-1, 14.6", "%s not end", counted(len(k.marks), "marked content sequence does", "marked content sequences do"))
	}
	if len(k.saved) > 0 {
		k.say(k.at, "restore", "ISO 32000-1, 8.4.2", "%s not restored", counted(len(k.saved), "saved graphics state is", "saved graphics states are"))
	}
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// checkContentLinks tells what elements hold that no page shows.
func (c *checker) checkContentLinks() {
	for key, e := range c.content {
		if !c.seen[key] {
			c.sayAccess(c.at(key, e.num), "mcid-absent", "ISO 32000-1, 14.7.4.2", "an element holds content %d, which does not occur", key.mcid)
		}
	}
}
