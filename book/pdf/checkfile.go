package pdf

import (
	"bytes"
	"slices"
)

// checkTrailer looks at the end of the file and its identifier.
func (c *checker) checkTrailer() {
	id := c.f.array(c.f.trailer["ID"])
	good := len(id) == 2
	for _, o := range id {
		t, ok := o.(text)
		good = good && ok && len(t) > 0
	}
	if !good {
		c.say(where{}, "id", "ISO 19005-2, 6.1.3", "the trailer has no file identifier (ID)")
	}
	end := bytes.LastIndex(c.f.data, []byte("%%EOF"))
	if end < 0 {
		c.say(where{}, "eof", "ISO 19005-2, 6.1.3", "the file does not end with %%%%EOF")
		return
	}
	if rest := bytes.TrimLeft(c.f.data[end+len("%%EOF"):], "\r\n"); len(rest) > 0 {
		c.say(where{}, "eof", "ISO 19005-2, 6.1.3", "%d bytes stand after the end of the file", len(rest))
	}
}

// numbers lists the numbers of all objects in use.
func (c *checker) numbers() []int {
	list := make([]int, 0, len(c.f.places))
	for num, p := range c.f.places {
		if p.pack > 0 || p.offset >= 0 {
			list = append(list, num)
		}
	}
	slices.Sort(list)
	return list
}

// forbiddenActions are the actions that PDF/A-2 does not allow (6.5.1).
var forbiddenActions = map[name]bool{
	"Launch": true, "Sound": true, "Movie": true, "ResetForm": true, "ImportData": true, "Hide": true,
	"SetOCGState": true, "Rendition": true, "Trans": true, "GoTo3DView": true, "JavaScript": true, "SubmitForm": true,
}

// checkObjects visits every object of the file: the form of streams, and what may stand
// nowhere.
func (c *checker) checkObjects() {
	for _, num := range c.numbers() {
		o := c.f.load(num)
		if s, ok := o.(*stream); ok {
			c.checkStream(num, s)
			o = s.dict
		}
		c.checkDicts(num, o, 0)
		if c.f.places[num].pack == 0 {
			delete(c.f.loaded, num) // streams are large and not needed again
		}
	}
}

// checkStream looks at the line ends around a stream's bytes, and its filters (6.1.7).
func (c *checker) checkStream(num int, s *stream) {
	at := where{object: num}
	if s.at >= 0 {
		data, end := c.f.data, s.at+len(s.data)
		if s.at > 0 && data[s.at-1] != '\n' {
			c.say(at, "stream-start", "ISO 19005-2, 6.1.7.1", "the word stream is not followed by a line feed")
		}
		if end < len(data) && data[end] != '\n' && data[end] != '\r' {
			c.say(at, "stream-end", "ISO 19005-2, 6.1.7.1", "no line end stands before endstream")
		}
	}
	if s.dict["F"] != nil || s.dict["FFilter"] != nil {
		c.say(at, "stream-file", "ISO 19005-2, 6.1.7.1", "a stream lies in another file")
	}
	filters, _ := c.f.filters(s.dict)
	for _, n := range filters {
		if n == "LZWDecode" || n == "LZW" || n == "Crypt" {
			c.say(at, "filter", "ISO 19005-2, 6.1.7.2", "a stream uses the filter %s", n)
		}
	}
	if c.f.name(s.dict["Subtype"]) == "Image" {
		c.checkImage(at, s)
		return
	}
	if c.f.sound[s.at] {
		return
	}
	if _, err := c.f.decode(s); err != nil {
		c.say(at, "stream-data", "", "a stream cannot be decoded: %s", err)
	}
}

// checkImage looks at an image's dictionary (6.2.8). Its colours are checked where it is
// painted.
func (c *checker) checkImage(at where, s *stream) {
	if c.f.resolve(s.dict["Interpolate"]) == true {
		c.say(at, "interpolate", "ISO 19005-2, 6.2.8", "an image asks for interpolation")
	}
	for _, key := range []name{"Alternates", "OPI"} {
		if s.dict[key] != nil {
			c.say(at, "image-key", "ISO 19005-2, 6.2.8", "an image has %s", key)
		}
	}
}

// The limits of PDF/A-2 on single objects (6.1.13).
const (
	maxString = 32767 // bytes
	maxName   = 127   // bytes
)

// checkDicts looks into an object for actions and other things that no object may have.
func (c *checker) checkDicts(num int, o object, depth int) {
	if depth > maxDepth {
		return
	}
	switch o := o.(type) {
	case text:
		if len(o) > maxString {
			c.say(where{object: num}, "limit", "ISO 19005-2, 6.1.13", "a string of %d bytes", len(o))
		}
	case name:
		if len(o) > maxName {
			c.say(where{object: num}, "limit", "ISO 19005-2, 6.1.13", "a name of %d bytes", len(o))
		}
	case int64:
		if o > 1<<31-1 || o < -1<<31 {
			c.say(where{object: num}, "limit", "ISO 19005-2, 6.1.13", "the number %d is too large", o)
		}
	case array:
		for _, e := range o {
			c.checkDicts(num, e, depth+1)
		}
	case dict:
		c.checkAction(num, o)
		for _, k := range sortedKeys(o) {
			c.checkDicts(num, o[k], depth+1)
		}
	}
}

func (c *checker) checkAction(num int, d dict) {
	at := where{object: num}
	if s, ok := d["S"].(name); ok && forbiddenActions[s] && (d["P"] == nil || d["Type"] == name("Action")) {
		c.say(at, "action", "ISO 19005-2, 6.5.1", "an action of type %s", s)
	}
	if d["AA"] != nil {
		c.say(at, "triggers", "ISO 19005-2, 6.5.2", "actions on events (AA)")
	}
	if d["JS"] != nil {
		c.say(at, "script", "ISO 19005-2, 6.5.1", "a script (JS)")
	}
}

// checkDamage tells what could not be read.
func (c *checker) checkDamage() {
	if c.f.exhausted {
		c.say(where{}, "exhausted", "", "the file holds more than %d MiB of streams; what lies beyond was not checked", maxDecoded>>20)
	}
	for _, d := range c.f.damage {
		c.say(where{object: d.num}, "damage", "", "the object cannot be read: %s", d.err)
	}
}
