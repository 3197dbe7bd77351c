package pdf

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// leafSize is the number of entries in a leaf of a name or number tree.
const leafSize = 64

// numbered is an entry of a number tree, named one of a name tree (ISO 32000-1, 7.9.6
// and 7.9.7): a key and the bytes of an object.
type (
	numbered struct {
		key  int
		body []byte
	}
	named struct {
		key  string
		body []byte
	}
)

// writeNumbers emits a number tree and returns its root's object number. The keys rise.
func writeNumbers(e *emitter, entries []numbered) int {
	var leaves [][]byte
	var limits [][2][]byte
	for chunk := range slices.Chunk(entries, leafSize) {
		var b []byte
		for _, n := range chunk {
			b = appendSeparator(b, 0)
			b = strconv.AppendInt(b, int64(n.key), 10)
			b = append(append(b, ' '), n.body...)
		}
		leaves = append(leaves, b)
		limits = append(limits, [2][]byte{
			strconv.AppendInt(nil, int64(chunk[0].key), 10), strconv.AppendInt(nil, int64(chunk[len(chunk)-1].key), 10),
		})
	}
	return writeTree(e, "Nums", leaves, limits)
}

// writeNames emits a name tree; keys are sorted by their bytes.
func writeNames(e *emitter, entries []named) int {
	slices.SortFunc(entries, func(a, b named) int { return cmp.Compare(a.key, b.key) })
	var leaves [][]byte
	var limits [][2][]byte
	for chunk := range slices.Chunk(entries, leafSize) {
		var b []byte
		for _, n := range chunk {
			b = append(appendText(b, text(n.key)), n.body...)
		}
		leaves = append(leaves, b)
		limits = append(limits, [2][]byte{
			appendText(nil, text(chunk[0].key)), appendText(nil, text(chunk[len(chunk)-1].key)),
		})
	}
	return writeTree(e, "Names", leaves, limits)
}

// writeTree emits leaves under one root, or a single leaf as the root itself.
func writeTree(e *emitter, key string, leaves [][]byte, limits [][2][]byte) int {
	if len(leaves) == 0 {
		leaves = [][]byte{nil}
	}
	if len(leaves) == 1 {
		return e.add([]byte("<</" + key + "[" + string(leaves[0]) + "]>>"))
	}
	kids := []byte("<</Kids[")
	for i, leaf := range leaves {
		limit := bytes.Join(limits[i][:], []byte{' '})
		num := e.add([]byte("<</Limits[" + string(limit) + "]/" + key + "[" + string(leaf) + "]>>"))
		kids = appendRef(appendSeparator(kids, ref{}), num)
	}
	return e.add(append(kids, "]>>"...))
}

// keys visits the entries of a tree whose leaves are called Names or Nums, each with the node that
// it stands in: every node once, whatever the file says.
func (f *file) keys(root object, leaves name, visit func(node, key, value object)) {
	seen := map[int]bool{}
	var walk func(o object, depth int)
	walk = func(o object, depth int) {
		num := numOf(o)
		d := f.dict(o)
		if seen[num] || d == nil || depth > maxDepth {
			return
		}
		seen[num] = num > 0
		entries := f.array(d[leaves])
		for i := 0; i+1 < len(entries); i += 2 {
			visit(o, entries[i], entries[i+1])
		}
		for _, kid := range f.array(d["Kids"]) {
			walk(kid, depth+1)
		}
	}
	walk(root, 0)
}

func appendRef(b []byte, num int) []byte {
	return append(strconv.AppendInt(b, int64(num), 10), " 0 R"...)
}
