package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
)

const (
	svgNS   = "http://www.w3.org/2000/svg"
	xlinkNS = "http://www.w3.org/1999/xlink"
	xmlNS   = "http://www.w3.org/XML/1998/namespace"
)

// svgElements are the elements of a plain drawing (SVG 2). What is missing on purpose:
// script, foreignObject, image, feImage, a, and everything that moves.
var svgElements = set(`svg g defs symbol use title desc path rect circle ellipse line polyline polygon
	text tspan textPath style linearGradient radialGradient stop clipPath mask pattern marker switch
	filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
	feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
	feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// fromSVG writes a drawing anew with the elements and attributes that are known to be
// harmless. What could act or reach out is an error, not something to drop in silence;
// editors' private elements and metadata are dropped.
func fromSVG(data []byte) (*Image, *fault) {
	if len(data) > MaxSVGBytes {
		return nil, limit("save it as PNG", "is an SVG of more than %d MB", MaxSVGBytes>>20)
	}
	s := svgWriter{in: xml.NewDecoder(bytes.NewReader(data)), shadows: map[string]bool{}}
	for {
		tok, err := s.in.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			return nil, damaged("SVG", err)
		}
		if f := s.token(tok); f != nil {
			return nil, f
		}
	}
	if s.width == 0 {
		return nil, bad("give its svg element a viewBox, or width and height", "is an SVG without a size")
	}
	if f := s.uses(); f != nil {
		return nil, f
	}
	return &Image{Width: s.width, Height: s.height, Format: SVG, Data: s.out.Bytes()}, nil
}

type svgWriter struct {
	in            *xml.Decoder
	out           bytes.Buffer
	width, height int
	count         int
	open          []svgOpen
	targets       []string        // ids that use elements lead to
	shadows       map[string]bool // ids of elements that hold a use element
}

// svgOpen is an element that has begun: what it is and its id.
type svgOpen struct{ name, id string }

func (s *svgWriter) token(tok xml.Token) *fault {
	switch t := tok.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		s.out.WriteString("</" + t.Name.Local + ">")
		s.open = s.open[:len(s.open)-1]
	case xml.CharData:
		return s.text(t)
	case xml.Directive:
		if bytes.ContainsAny(t, "[") {
			return bad("remove the document type", "is an SVG that declares entities")
		}
	case xml.ProcInst:
		if t.Target == "xml-stylesheet" {
			return bad("put the styles into the drawing", "is an SVG with an external style sheet")
		}
	}
	return nil
}

func (s *svgWriter) start(t xml.StartElement) *fault {
	if len(s.open) > 0 && isGround(t) { // it is laid anew
		return s.skip()
	}
	s.count++
	switch {
	case s.count > MaxSVGElements:
		return limit("save it as PNG", "is an SVG of more than %d elements", MaxSVGElements)
	case len(s.open) >= MaxSVGDepth:
		return limit("save it as PNG", "is an SVG nested deeper than %d", MaxSVGDepth)
	case len(s.open) == 0 && (t.Name.Space != svgNS || t.Name.Local != "svg"):
		return bad("save it as JPEG or PNG", "is not an SVG: its first element is <%s>", t.Name.Local)
	case len(s.open) == 0 && s.width > 0:
		return bad("", "is an SVG with two root elements")
	case t.Name.Space != svgNS || t.Name.Local == "metadata": // editors' notes to themselves
		return s.skip()
	case !svgElements[t.Name.Local]:
		return bad("export it as a plain drawing, or save it as PNG", "is an SVG with <%s>, which a book may not hold", t.Name.Local)
	}
	if len(s.open) == 0 {
		s.size(t)
	}
	return s.element(t)
}

func (s *svgWriter) skip() *fault {
	if err := s.in.Skip(); err != nil {
		return damaged("SVG", err)
	}
	return nil
}

func (s *svgWriter) element(t xml.StartElement) *fault {
	o := svgOpen{name: t.Name.Local}
	s.out.WriteString("<" + t.Name.Local)
	if len(s.open) == 0 {
		s.out.WriteString(` xmlns="` + svgNS + `" xmlns:xlink="` + xlinkNS + `"`)
	}
	for _, a := range t.Attr {
		name, f := s.attribute(t.Name.Local, a)
		if f != nil {
			return f
		}
		if name == "" {
			continue
		}
		if name == "id" {
			o.id = a.Value
		}
		s.out.WriteString(" " + name + `="`)
		xml.EscapeText(&s.out, []byte(a.Value))
		s.out.WriteByte('"')
	}
	s.out.WriteByte('>')
	if len(s.open) == 0 {
		s.out.WriteString(ground(t))
	}
	s.open = append(s.open, o)
	if o.name == "use" {
		for _, outer := range s.open {
			s.shadows[outer.id] = true
		}
	}
	return nil
}

// attribute returns the name under which an attribute is written, "" to drop it.
func (s *svgWriter) attribute(element string, a xml.Attr) (string, *fault) {
	name, value := a.Name.Local, a.Value
	switch {
	case strings.HasPrefix(strings.ToLower(name), "on"):
		return "", bad("remove it", "is an SVG with the event handler %s", name)
	case name == "base" && a.Name.Space == xmlNS:
		return "", bad("remove it", "is an SVG with xml:base")
	case name == "href" && (a.Name.Space == xlinkNS || a.Name.Space == ""):
		if !strings.HasPrefix(value, "#") {
			return "", bad("draw it inside the image, or save it as PNG", "is an SVG that refers to %q outside itself", clip(value))
		}
		if element == "use" {
			s.targets = append(s.targets, value[1:])
		}
		return "xlink:href", nil
	case a.Name.Space == xmlNS && (name == "space" || name == "lang"):
		return "xml:" + name, nil
	case a.Name.Space != "" || name == "xmlns" || name == "src":
		return "", nil
	}
	if external(value) {
		return "", bad("draw it inside the image, or save it as PNG", "is an SVG whose %s refers outside itself", name)
	}
	return name, nil
}

func (s *svgWriter) text(t xml.CharData) *fault {
	if len(s.open) == 0 {
		return nil
	}
	if s.open[len(s.open)-1].name == "style" && external(string(t)) {
		return bad("use plain rules", "is an SVG whose style sheet refers outside itself")
	}
	xml.EscapeText(&s.out, t)
	return nil
}

var cssURL = regexp.MustCompile(`(?i)url\s*\(\s*["']?\s*([^"')\s]?)`)

// external reports whether a style or attribute value can lead out of the drawing.
// Backslash escapes, which hide such words, count as leading out.
func external(value string) bool {
	low := strings.ToLower(value)
	if strings.Contains(low, "@import") || strings.Contains(low, "javascript:") || strings.Contains(low, "expression(") ||
		strings.Contains(low, "image-set(") || strings.Contains(low, "src(") || strings.Contains(value, `\`) {
		return true
	}
	for _, m := range cssURL.FindAllStringSubmatch(value, -1) {
		if m[1] != "#" {
			return true
		}
	}
	return false
}

// uses refuses copies of copies: ten levels of ten are ten thousand million elements.
func (s *svgWriter) uses() *fault {
	for _, id := range s.targets {
		if id != "" && s.shadows[id] {
			return limit("draw it without nested copies, or save it as PNG", "is an SVG with copies of copies (<use> of #%s)", clip(id))
		}
	}
	return nil
}

// size reads the drawing's size in CSS pixels from width and height, else from the
// viewBox.
func (s *svgWriter) size(t xml.StartElement) {
	var w, h float64
	var box []string
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "width":
			w = cssPixels(a.Value)
		case "height":
			h = cssPixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, boxSpace)
		}
	}
	if (w == 0 || h == 0) && len(box) == 4 {
		w, h = cssPixels(box[2]), cssPixels(box[3])
	}
	const most = 100_000 // pixels; beyond it no drawing makes sense
	if w > 0 && h > 0 && w <= most && h <= most {
		s.width, s.height = max(1, int(math.Round(w))), max(1, int(math.Round(h)))
	}
}

// ground is a white rectangle under the whole of a drawing. Most are black on nothing, and vanish
// on the black page of a reader at night, which seldom tells style sheets what colour it has.
func ground(t xml.StartElement) string {
	x, y, w, h := "0", "0", "100%", "100%"
	for _, a := range t.Attr {
		if a.Name.Local != "viewBox" {
			continue
		}
		box := strings.FieldsFunc(a.Value, boxSpace)
		for _, n := range box {
			if v, err := strconv.ParseFloat(n, 64); err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
				box = nil
				break
			}
		}
		if len(box) == 4 {
			x, y, w, h = box[0], box[1], box[2], box[3]
		}
	}
	return `<rect class="` + groundClass + `" x="` + x + `" y="` + y + `" width="` + w + `" height="` + h + `" style="fill:#fff;stroke:none"/>`
}

const groundClass = "cahier-ground"

func isGround(t xml.StartElement) bool {
	return len(t.Attr) > 0 && t.Name.Local == "rect" && t.Attr[0].Name.Local == "class" && t.Attr[0].Value == groundClass
}

func boxSpace(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' || r == '\r' }

// cssPixels is a length in CSS pixels, 96 to the inch; 0 for a percentage or nonsense.
func cssPixels(v string) float64 {
	v = strings.TrimSpace(v)
	scale := 1.0
	for _, u := range []struct {
		unit string
		px   float64
	}{{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"em", 16}} {
		if strings.HasSuffix(v, u.unit) {
			v, scale = strings.TrimSuffix(v, u.unit), u.px
			break
		}
	}
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(n) || n < 0 {
		return 0
	}
	return n * scale
}

func clip(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}
