package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// claim is what a file says that it conforms to, and what its colours are.
type claim struct {
	part, conformance, ua string
	intent                int // components of the output intent's profile, 0 if none
}

// basicOnly says that the file claims PDF/A without accessibility.
func (c claim) basicOnly() bool {
	return c.part != "" && c.ua == "" && (c.conformance == "B" || c.conformance == "U")
}

// packet is the properties of an XMP packet by namespace and name. A property with a list has
// several values.
type packet struct {
	values    map[xml.Name][]string
	described map[xml.Name]bool // by extension schemas
}

const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDFA      = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA     = "http://www.aiim.org/pdfua/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// knownSchemas are the namespaces that PDF/A-2 takes as known (ISO 19005-2, 6.6.2.3: those of
// the XMP specification of 2005).
var knownSchemas = []string{
	nsRDF, nsDC, nsPDF, nsXMP, nsPDFA, nsExtension,
	"http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/bj/",
	"http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/",
	"http://ns.adobe.com/camera-raw-settings/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/",
}

// checkMetadata reads the XMP packet and holds it against Info.
func (c *checker) checkMetadata(root dict) {
	s := c.f.stream(root["Metadata"])
	at := where{object: numOf(root["Metadata"])}
	if s == nil {
		c.say(at, "xmp", "ISO 19005-2, 6.6.2.1", "the document has no metadata stream (XMP)")
		return
	}
	data, err := c.f.decode(s)
	if err != nil {
		return // told where every stream is visited
	}
	p, err := readPacket(data)
	if err != nil {
		c.say(at, "xmp", "ISO 19005-2, 6.6.2.1", "the metadata is no well-formed XMP: %s", err)
		return
	}
	c.checkClaims(at, p)
	if p.first(nsDC, "title") == "" {
		c.sayAccess(at, "title", "ISO 14289-1, 7.1", "the metadata has no title (dc:title)")
	}
	for n := range p.values {
		if !slices.Contains(knownSchemas, n.Space) && !p.described[n] {
			c.say(at, "extension", "ISO 19005-2, 6.6.2.3", "the metadata does not describe its property %s of %s", n.Local, n.Space)
		}
	}
	c.compareInfo(at, p)
}

// checkClaims reads what the file says that it conforms to.
func (c *checker) checkClaims(at where, p *packet) {
	c.claim.part, c.claim.conformance = p.first(nsPDFA, "part"), p.first(nsPDFA, "conformance")
	c.claim.ua = p.first(nsPDFUA, "part")
	switch {
	case c.claim.part == "":
		c.say(at, "claim-a", "ISO 19005-2, 6.6.4", "the metadata does not claim PDF/A (pdfaid)")
	case !slices.Contains([]string{"A", "B", "U"}, c.claim.conformance):
		c.say(at, "claim-a", "ISO 19005-2, 6.6.4", "the metadata claims PDF/A-%s of a level %q that does not exist", c.claim.part, c.claim.conformance)
	case c.claim.part != "2" && c.claim.part != "3":
		c.say(at, "claim-a", "ISO 19005-2, 6.6.4", "the metadata claims PDF/A-%s; this check knows part 2", c.claim.part)
	}
	if c.claim.ua != "1" {
		c.sayAccess(at, "claim-ua", "ISO 14289-1, 5", "the metadata does not claim PDF/UA-1 (pdfuaid)")
	}
}

// compareInfo holds Info against XMP, entry by entry.
func (c *checker) compareInfo(at where, p *packet) {
	info := c.f.dict(c.f.trailer["Info"])
	for _, e := range []struct{ key, space, local string }{
		{"Title", nsDC, "title"}, {"Author", nsDC, "creator"}, {"Subject", nsDC, "description"}, {"Keywords", nsPDF, "Keywords"},
		{"Creator", nsXMP, "CreatorTool"}, {"Producer", nsPDF, "Producer"},
		{"CreationDate", nsXMP, "CreateDate"}, {"ModDate", nsXMP, "ModifyDate"},
	} {
		value := strings.TrimSpace(c.textOf(info[name(e.key)]))
		values := p.values[xml.Name{Space: e.space, Local: e.local}]
		if value == "" {
			continue
		}
		same := false
		switch e.key {
		case "CreationDate", "ModDate":
			same = len(values) > 0 && sameTime(value, values[0])
		case "Author":
			same = value == strings.Join(values, "; ") || value == strings.Join(values, ", ")
		default:
			same = len(values) > 0 && value == values[0]
		}
		if !same {
			c.say(at, "info", "ISO 19005-2, 6.6.3", "Info says %s %q, the metadata says %q", e.key, clip(value), clip(strings.Join(values, "; ")))
		}
	}
}

// sameTime compares a date of Info with one of XMP as points in time.
func sameTime(info, iso string) bool {
	info = strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(info, "D:"), "'", ""), "Z")
	a, err := time.Parse("20060102150405-0700", info)
	if err != nil {
		if a, err = time.Parse("20060102150405", info); err != nil {
			return false
		}
	}
	for _, form := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02"} {
		if b, err := time.Parse(form, iso); err == nil {
			return a.Equal(b)
		}
	}
	return false
}

func (p *packet) first(space, local string) string {
	if v := p.values[xml.Name{Space: space, Local: local}]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// xmlNode is an element of a packet.
type xmlNode struct {
	name xml.Name
	attr []xml.Attr
	data []byte
	kids []*xmlNode
}

func (n *xmlNode) text() string { return strings.TrimSpace(string(n.data)) }

// readPacket reads the RDF of an XMP packet (ISO 16684-1, 7).
func readPacket(data []byte) (*packet, error) {
	root, err := readXML(data)
	if err != nil {
		return nil, err
	}
	p := &packet{values: map[xml.Name][]string{}, described: map[xml.Name]bool{}}
	rdf := root.find(nsRDF, "RDF")
	if rdf == nil {
		return nil, errors.New("there is no RDF in it")
	}
	for _, d := range rdf.kids {
		if d.name != (xml.Name{Space: nsRDF, Local: "Description"}) {
			continue
		}
		for _, a := range d.attr {
			if a.Name.Space != "" && a.Name.Space != nsRDF && a.Name.Space != "xmlns" && !strings.HasPrefix(a.Name.Space, "http://www.w3.org/XML") {
				p.values[a.Name] = append(p.values[a.Name], a.Value)
			}
		}
		for _, k := range d.kids {
			p.values[k.name] = append(p.values[k.name], k.values()...)
			if k.name == (xml.Name{Space: nsExtension, Local: "schemas"}) {
				p.describe(k)
			}
		}
	}
	return p, nil
}

// describe notes the properties of extension schemas.
func (p *packet) describe(schemas *xmlNode) {
	for _, schema := range schemas.items() {
		uri := ""
		if n := schema.find(nsSchema, "namespaceURI"); n != nil {
			uri = n.text()
		}
		properties := schema.find(nsSchema, "property")
		if properties == nil {
			continue
		}
		for _, property := range properties.items() {
			if n := property.find(nsProperty, "name"); n != nil {
				p.described[xml.Name{Space: uri, Local: n.text()}] = true
			}
		}
	}
}

// values are the items of a list, or the text itself.
func (n *xmlNode) values() []string {
	var list []string
	for _, li := range n.items() {
		list = append(list, li.text())
	}
	if list == nil {
		list = []string{n.text()}
	}
	return list
}

// items are the rdf:li elements of a Seq, Bag or Alt.
func (n *xmlNode) items() []*xmlNode {
	var list []*xmlNode
	for _, k := range n.kids {
		switch {
		case k.name.Space != nsRDF:
		case k.name.Local == "li":
			list = append(list, k)
		case k.name.Local == "Seq" || k.name.Local == "Bag" || k.name.Local == "Alt":
			list = append(list, k.items()...)
		}
	}
	return list
}

func (n *xmlNode) find(space, local string) *xmlNode {
	if n.name.Space == space && n.name.Local == local {
		return n
	}
	for _, k := range n.kids {
		if found := k.find(space, local); found != nil {
			return found
		}
	}
	return nil
}

// maxPacket bounds a metadata stream.
const maxPacket = 16 << 20

// readXML reads a whole packet; packets are small. The decoder resolves no entities but
// those of XML itself, so that nothing can be made to grow.
func readXML(data []byte) (*xmlNode, error) {
	if len(data) > maxPacket {
		return nil, fmt.Errorf("it is larger than %d MiB", maxPacket>>20)
	}
	root := &xmlNode{}
	stack := []*xmlNode{root}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return root, nil
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, errors.New("it is nested too deep")
			}
			n := &xmlNode{name: t.Name, attr: slices.Clone(t.Attr)}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.data = append(top.data, t...)
		}
	}
}
