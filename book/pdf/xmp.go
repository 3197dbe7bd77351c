package pdf

import (
	"strings"
)

// xmp writes the metadata stream (ISO 16684-1; ISO 19005-2, 6.6). Schemas that PDF/A does
// not know are described in the packet itself (6.6.2.3).
func (m *metadata) xmp() []byte {
	x := xmpWriter{used: map[string]bool{}}
	m.describe(&x)
	var sb strings.Builder
	sb.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		"\n<rdf:Description rdf:about=\"\"")
	for _, s := range xmpSchemas {
		if x.used[s.prefix] {
			sb.WriteString("\n xmlns:" + s.prefix + "=\"" + s.uri + "\"")
		}
	}
	sb.WriteString(">\n" + x.body.String() + "</rdf:Description>\n")
	x.extensions(&sb)
	sb.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(sb.String())
}

// describe writes every property that the metadata has.
func (m *metadata) describe(x *xmpWriter) {
	level := "B"
	if m.claims {
		level = "A"
		x.text("pdfuaid", "part", "1")
	}
	x.text("pdfaid", "part", "2")
	x.text("pdfaid", "conformance", level)
	x.text("dc", "format", "application/pdf")
	x.alternative("dc", "title", m.lang, m.title)
	x.list("dc", "creator", "Seq", m.creators)
	x.list("dc", "contributor", "Bag", m.contributors)
	x.alternative("dc", "description", m.lang, m.subject)
	x.list("dc", "subject", "Bag", m.keywords)
	x.list("dc", "language", "Bag", some(m.lang))
	x.list("dc", "publisher", "Bag", some(m.publisher))
	x.list("dc", "date", "Seq", some(m.published))
	x.alternative("dc", "rights", m.lang, m.rights)
	x.text("dc", "identifier", m.identifier)
	m.describeSource(x)
	x.text("pdf", "Producer", m.program)
	x.text("pdf", "Keywords", m.keyword())
	x.text("xmp", "CreatorTool", m.program)
	x.text("xmp", "CreateDate", m.created)
	x.text("xmp", "ModifyDate", m.created)
	x.text("xmp", "MetadataDate", m.created)
	x.text("xmpMM", "DocumentID", m.identifier)
	if m.rights+m.licenceURL+m.usageTerms != "" {
		x.text("xmpRights", "Marked", "True")
	}
	x.text("xmpRights", "WebStatement", m.licenceURL)
	x.alternative("xmpRights", "UsageTerms", m.lang, m.usageTerms)
	x.text("prism", "isbn", m.isbn)
	x.text("prism", "doi", m.doi)
	x.text("prism", "seriesTitle", m.series)
	x.text("prism", "seriesNumber", m.place)
}

// describeSource says where a republished text was published before. A volume whose
// articles come from several places has the addresses of them all as relations.
func (m *metadata) describeSource(x *xmpWriter) {
	p := m.from
	if p == nil {
		x.list("dc", "relation", "Bag", m.sources)
		return
	}
	address := p.URL
	if address == "" && p.DOI != "" {
		address = "https://doi.org/" + p.DOI
	}
	x.text("dc", "source", address)
	x.list("dc", "relation", "Bag", m.sources)
	x.text("dcterms", "isVersionOf", address)
	x.text("dcterms", "bibliographicCitation", citation(m))
	x.text("dcterms", "issued", p.Date.ISO())
	x.text("dcterms", "alternative", p.OriginalTitle)
	x.text("prism", "publicationName", p.Publication)
	x.text("prism", "volume", p.Volume)
	x.text("prism", "number", p.Issue)
	x.text("prism", "pageRange", p.Page)
}

// citation names the earlier publication in one line, without words of any language.
func citation(m *metadata) string {
	p := m.from
	title := p.Title
	if title == "" {
		title = m.title
	}
	var parts []string
	for _, s := range []string{m.author(), title, p.Publication, p.Volume, p.Issue, p.Publisher, p.Date.ISO(), p.Page} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// xmpSchema is a namespace; one with properties is not known to PDF/A and has to be
// described.
type xmpSchema struct {
	prefix, uri, title string
	properties         []xmpProperty
}

type xmpProperty struct{ name, kind, description string }

var xmpSchemas = []xmpSchema{
	{prefix: "dc", uri: "http://purl.org/dc/elements/1.1/"},
	{prefix: "pdf", uri: "http://ns.adobe.com/pdf/1.3/"},
	{prefix: "pdfaid", uri: "http://www.aiim.org/pdfa/ns/id/"},
	{prefix: "xmp", uri: "http://ns.adobe.com/xap/1.0/"},
	{prefix: "xmpMM", uri: "http://ns.adobe.com/xap/1.0/mm/"},
	{prefix: "xmpRights", uri: "http://ns.adobe.com/xap/1.0/rights/"},
	{prefix: "pdfuaid", uri: "http://www.aiim.org/pdfua/ns/id/", title: "PDF/UA identification", properties: []xmpProperty{
		{"part", "Integer", "part of ISO 14289 that the file conforms to"},
	}},
	{prefix: "dcterms", uri: "http://purl.org/dc/terms/", title: "DCMI metadata terms", properties: []xmpProperty{
		{"isVersionOf", "Text", "address of the earlier publication"},
		{"bibliographicCitation", "Text", "the earlier publication in words"},
		{"issued", "Date", "date of the earlier publication"},
		{"alternative", "Text", "title of the original"},
	}},
	{prefix: "prism", uri: "http://prismstandard.org/namespaces/basic/3.0/", title: "PRISM basic metadata", properties: []xmpProperty{
		{"isbn", "Text", "ISBN"},
		{"doi", "Text", "DOI"},
		{"seriesTitle", "Text", "title of the series"},
		{"seriesNumber", "Text", "position in the series"},
		{"publicationName", "Text", "review or site of the earlier publication"},
		{"volume", "Text", "its volume"},
		{"number", "Text", "its issue"},
		{"pageRange", "Text", "its pages"},
	}},
}

// xmpWriter gathers properties and remembers what it used.
type xmpWriter struct {
	body strings.Builder
	used map[string]bool // prefixes, and "prefix:name"
}

func (x *xmpWriter) open(prefix, name string) string {
	x.used[prefix], x.used[prefix+":"+name] = true, true
	return prefix + ":" + name
}

func (x *xmpWriter) text(prefix, name, value string) {
	if value == "" {
		return
	}
	tag := x.open(prefix, name)
	x.body.WriteString("<" + tag + ">" + escapeXML(value) + "</" + tag + ">\n")
}

func (x *xmpWriter) list(prefix, name, kind string, values []string) {
	if len(values) == 0 {
		return
	}
	tag := x.open(prefix, name)
	x.body.WriteString("<" + tag + "><rdf:" + kind + ">")
	for _, v := range values {
		x.body.WriteString("<rdf:li>" + escapeXML(v) + "</rdf:li>")
	}
	x.body.WriteString("</rdf:" + kind + "></" + tag + ">\n")
}

// alternative writes a text with its language: first as the default, then under its own
// name.
func (x *xmpWriter) alternative(prefix, name, lang, value string) {
	if value == "" {
		return
	}
	tag := x.open(prefix, name)
	v := escapeXML(value) + "</rdf:li>"
	x.body.WriteString("<" + tag + `><rdf:Alt><rdf:li xml:lang="x-default">` + v)
	if lang != "" {
		x.body.WriteString(`<rdf:li xml:lang="` + escapeXML(lang) + `">` + v)
	}
	x.body.WriteString("</rdf:Alt></" + tag + ">\n")
}

// extensions describes the used properties of the schemas that need it.
func (x *xmpWriter) extensions(sb *strings.Builder) {
	var list strings.Builder
	for _, s := range xmpSchemas {
		if s.properties != nil && x.used[s.prefix] {
			x.extension(&list, s)
		}
	}
	if list.Len() == 0 {
		return
	}
	sb.WriteString("<rdf:Description rdf:about=\"\"" +
		"\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
		"\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" +
		"\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
		"<pdfaExtension:schemas><rdf:Bag>\n" + list.String() + "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n")
}

func (x *xmpWriter) extension(sb *strings.Builder, s xmpSchema) {
	sb.WriteString(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>` + s.title + "</pdfaSchema:schema><pdfaSchema:namespaceURI>" +
		s.uri + "</pdfaSchema:namespaceURI><pdfaSchema:prefix>" + s.prefix + "</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\n")
	for _, p := range s.properties {
		if x.used[s.prefix+":"+p.name] {
			sb.WriteString(`<rdf:li rdf:parseType="Resource"><pdfaProperty:name>` + p.name + "</pdfaProperty:name><pdfaProperty:valueType>" +
				p.kind + "</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>" +
				p.description + "</pdfaProperty:description></rdf:li>\n")
		}
	}
	sb.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
}

// escapeXML escapes markup and drops what XML 1.0 cannot hold (2.2).
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
