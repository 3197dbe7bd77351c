package manuscript

import "cahier/book"

// unknown reports a key that no table has, and names the nearest one that exists.
func (h *head) unknown(p pair, tables ...map[string]key) {
	code := book.CodeUnknownField
	if h.strict {
		code = book.CodeUnknownKey
	}
	hint := ""
	if near := book.Nearest(p.key, names(tables)); near != "" {
		hint = "did you mean " + near + "?"
	}
	h.add(p.pos, code, hint, "unknown key %s", p.key)
}

// names are the keys of tables.
func names(tables []map[string]key) []string {
	var list []string
	for _, t := range tables {
		for name := range t {
			list = append(list, name)
		}
	}
	return list
}
