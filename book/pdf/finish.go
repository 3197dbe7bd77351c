package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// finish links gofpdf's file anew: it takes the content streams and the images as they
// are, leaves behind what nothing leads to, and adds fonts, structure, navigation and
// metadata. Objects are numbered in the order of writing, so that the bytes depend on
// nothing but the document.
func finish(w io.Writer, raw []byte, d *document) error {
	f, err := openFile(raw)
	if err != nil {
		return fmt.Errorf("the container is damaged: %w", err)
	}
	l := linker{file: f, emit: newEmitter(w), document: d, numbers: map[int]int{}}
	return l.link()
}

// linker carries objects from one file to another.
type linker struct {
	file     *file
	emit     *emitter
	document *document
	numbers  map[int]int // of the container's objects in the new file
	pageNums []int
}

// link writes the whole file. Contents come first, since they are what readers of a part of it
// want least to wait for; the catalog's number is 1.
func (l *linker) link() error {
	e, d := l.emit, l.document
	catalog := e.reserve()
	for range d.pages {
		l.pageNums = append(l.pageNums, e.reserve())
	}
	contents, resources, err := l.container()
	if err != nil {
		return err
	}
	b := []byte("<</Type/Catalog/Pages ")
	if d.tree != nil {
		root, annots := l.structure()
		b = appendRef(b, l.pageTree(contents, annots, resources))
		b = appendRef(append(b, "/StructTreeRoot "...), root)
		b = append(b, "/MarkInfo<</Marked true>>"...)
	} else {
		b = appendRef(b, l.pageTree(contents, nil, resources))
	}
	m := gatherMetadata(d.volume, d.options.Program)
	m.claims = d.tree != nil && !d.lacksAlt
	b = l.appendCatalog(b, &m)
	e.put(catalog, append(b, ">>"...))
	return e.close(catalog, m.write(e))
}

// container carries over what gofpdf holds: the pages' contents and the images, with the
// fonts among the resources.
func (l *linker) container() (contents []int, resources int, err error) {
	pages, err := l.containerPages()
	if err != nil {
		return nil, 0, err
	}
	contents = make([]int, len(l.document.pages))
	for i := range contents {
		if contents[i], err = l.content(pages[i]); err != nil {
			return nil, 0, err
		}
	}
	resources, err = l.resources(pages[len(contents)])
	return contents, resources, err
}

// structure writes the structure tree and the annotations, which name each other's
// numbers.
func (l *linker) structure() (root int, annots [][]int) {
	tree := l.document.tree
	for _, link := range tree.links {
		link.num = l.emit.reserve()
	}
	root = tree.write(l.emit, l.pageNums)
	return root, tree.writeLinks(l.emit, l.pageNums, l.document.places)
}

// containerPages lists the page dictionaries: the document's, and the one that names the
// images.
func (l *linker) containerPages() ([]dict, error) {
	var pages []dict
	for _, kid := range l.file.array(l.file.dict(l.file.root()["Pages"])["Kids"]) {
		pages = append(pages, l.file.dict(kid))
	}
	if len(pages) != len(l.document.pages)+1 {
		return nil, fmt.Errorf("the container has %d pages instead of %d", len(pages), len(l.document.pages)+1)
	}
	return pages, nil
}

// content writes the content stream of a page: what stands behind the mark, without the
// line feed that gofpdf adds.
func (l *linker) content(page dict) (int, error) {
	s := l.file.stream(page["Contents"])
	if s == nil {
		return 0, errors.New("the container has a page without content")
	}
	_, data, ok := bytes.Cut(s.data, []byte(contentMark))
	if !ok {
		return 0, errors.New("the container has a page without mark")
	}
	num := l.emit.reserve()
	l.emit.rawStream(num, "/Filter/FlateDecode", bytes.TrimSuffix(data, []byte{'\n'}))
	return num, nil
}

// resources writes the one resource dictionary that all pages share.
func (l *linker) resources(last dict) (int, error) {
	b := []byte("<<")
	if fonts := l.document.fonts; len(fonts) > 0 {
		b = append(b, "/Font<<"...)
		for _, f := range fonts {
			if len(f.slots) == 0 {
				continue
			}
			num, err := f.write(l.emit)
			if err != nil {
				return 0, err
			}
			b = appendRef(append(b, "/"+f.label+" "...), num)
		}
		b = append(b, ">>"...)
	}
	names, err := l.imageNames(last)
	if err != nil {
		return 0, err
	}
	if len(names) > 0 {
		objects := l.file.dict(l.file.dict(last["Resources"])["XObject"])
		b = append(b, "/XObject<<"...)
		for i, n := range names {
			num, err := l.copy(objects[n])
			if err != nil {
				return 0, err
			}
			b = appendRef(append(b, "/"+imageLabel(i+1)+" "...), num)
		}
		b = append(b, ">>"...)
	}
	return l.emit.add(append(b, ">>"...)), nil
}

func imageLabel(number int) string { return "I" + strconv.Itoa(number) }

// imageNames reads from the container's last page under which name each image is a
// resource, in the order of their numbers.
func (l *linker) imageNames(last dict) ([]name, error) {
	s := l.file.stream(last["Contents"])
	if s == nil {
		return nil, errors.New("the container does not name its images")
	}
	var names []name
	lex := lexer{data: s.data}
	for !lex.atEnd() {
		o, err := lex.object()
		if err != nil {
			return nil, err
		}
		if n, ok := o.(name); ok {
			names = append(names, n)
		}
	}
	return names, nil
}

// copy brings an object of the container and all that it leads to into the new file,
// once each, and returns its number.
func (l *linker) copy(o object) (int, error) {
	r, ok := o.(ref)
	if !ok {
		return 0, errors.New("the container lacks an image")
	}
	if num, ok := l.numbers[r.num]; ok {
		return num, nil
	}
	num := l.emit.reserve()
	l.numbers[r.num] = num
	target := l.file.load(r.num)
	s, isStream := target.(*stream)
	if isStream {
		delete(s.dict, "Length")
		target = s.dict
	}
	for _, inner := range references(target) {
		if _, err := l.copy(inner); err != nil {
			return 0, err
		}
	}
	body := appendObject(nil, target, func(r ref) int { return l.numbers[r.num] })
	if isStream {
		keys := string(body[2 : len(body)-2])
		l.emit.rawStream(num, keys, s.data)
	} else {
		l.emit.put(num, body)
	}
	return num, nil
}

// references lists the references in an object, in the order of writing.
func references(o object) []ref {
	switch o := o.(type) {
	case ref:
		return []ref{o}
	case array:
		var list []ref
		for _, e := range o {
			list = append(list, references(e)...)
		}
		return list
	case dict:
		var list []ref
		for _, k := range sortedKeys(o) {
			list = append(list, references(o[k])...)
		}
		return list
	}
	return nil
}

// branchSize is the number of kids of a node of the page tree.
const branchSize = 64

// pageTree writes the pages and the tree above them, of as many levels as it takes.
func (l *linker) pageTree(contents []int, annots [][]int, resources int) int {
	e := l.emit
	levels := [][]int{l.pageNums}
	for len(levels[len(levels)-1]) > 1 || len(levels) == 1 {
		below := levels[len(levels)-1]
		var nodes []int
		for range (len(below) + branchSize - 1) / branchSize {
			nodes = append(nodes, e.reserve())
		}
		levels = append(levels, nodes)
	}
	for i := range l.pageNums {
		e.put(l.pageNums[i], l.page(i, levels[1][i/branchSize], contents[i], annots, resources))
	}
	count := func(level, i int) int {
		size := 1
		for range level {
			size *= branchSize
		}
		return min(size, len(l.pageNums)-i*size)
	}
	for level := 1; level < len(levels); level++ {
		for i, num := range levels[level] {
			b := []byte("<</Type/Pages/Kids[")
			below := levels[level-1]
			for _, kid := range below[i*branchSize : min((i+1)*branchSize, len(below))] {
				b = appendRef(appendSeparator(b, ref{}), kid)
			}
			b = append(b, "]/Count "+strconv.Itoa(count(level, i))...)
			if level+1 < len(levels) {
				b = appendRef(append(b, "/Parent "...), levels[level+1][i/branchSize])
			}
			e.put(num, append(b, ">>"...))
		}
	}
	return levels[len(levels)-1][0]
}

// page is the dictionary of a page. Boxes are written out on each: some readers do not inherit
// trim and bleed.
func (l *linker) page(i, parent, content int, annots [][]int, resources int) []byte {
	info, tree := &l.document.pages[i], l.document.tree
	b := appendRef([]byte("<</Type/Page/Parent "), parent)
	b = appendRect(append(b, "/MediaBox"...), info.media)
	b = appendRect(append(b, "/TrimBox"...), info.trim)
	b = appendRect(append(b, "/BleedBox"...), info.bleed)
	b = appendRef(append(b, "/Resources "...), resources)
	b = appendRef(append(b, "/Contents "...), content)
	if tree == nil {
		return append(b, ">>"...)
	}
	b = append(b, "/Tabs/S"...)
	if i < len(tree.pages) && len(tree.pages[i]) > 0 {
		b = append(b, "/StructParents "+strconv.Itoa(i)...)
	}
	if len(annots[i]) > 0 {
		b = append(b, "/Annots["...)
		for _, num := range annots[i] {
			b = appendRef(appendSeparator(b, ref{}), num)
		}
		b = append(b, ']')
	}
	return append(b, ">>"...)
}

// appendCatalog writes the rest of the catalog: language, metadata, colour, navigation
// and how the document opens.
func (l *linker) appendCatalog(b []byte, m *metadata) []byte {
	e, d := l.emit, l.document
	meta := e.reserve()
	e.rawStream(meta, "/Type/Metadata/Subtype/XML", m.xmp())
	profile := e.reserve()
	e.stream(profile, "/N 3", srgbProfile())
	b = appendRef(append(b, "/Metadata "...), meta)
	b = append(b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2-1)/DestOutputProfile "...)
	b = append(appendRef(b, profile), ">>]"...)
	if m.lang != "" {
		b = appendText(append(b, "/Lang"...), textString(m.lang))
	}
	b = d.appendPreferences(b)
	folios := make([]string, len(d.pages))
	for i := range d.pages {
		folios[i] = d.pages[i].folio
	}
	b = appendLabels(append(b, "/PageLabels"...), folios)
	if d.options.Spreads {
		b = append(b, "/PageLayout/TwoPageRight"...)
	}
	b = append(appendRef(append(b, "/OpenAction["...), l.pageNums[0]), "/Fit]"...)
	if names := writeNamedPlaces(e, d.volume.Outline, d.places, l.pageNums); names > 0 {
		b = append(appendRef(append(b, "/Names<</Dests "...), names), ">>"...)
	}
	if outline := writeOutline(e, d.volume.Outline, d.places, l.pageNums); outline > 0 {
		b = appendRef(append(b, "/Outlines "...), outline)
		b = append(b, "/PageMode/UseOutlines"...)
	}
	return b
}

// appendPreferences writes how a viewer shows and prints the document (12.2). Sheets must
// not be scaled to the paper: they are as large as it is.
func (d *document) appendPreferences(b []byte) []byte {
	b = append(b, "/ViewerPreferences<</DisplayDocTitle true"...)
	if d.print {
		b = append(b, "/PrintScaling/None"...)
	}
	if d.options.Duplex != "" {
		b = append(b, "/Duplex/"+d.options.Duplex...)
	}
	return append(b, ">>"...)
}
