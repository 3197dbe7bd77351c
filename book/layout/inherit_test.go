package layout

import (
	"reflect"
	"testing"

	"cahier/book"
)

// TestInherit: a book of one article takes over every field that it leaves out, and none
// that it has.
func TestInherit(t *testing.T) {
	full := func(n int) book.FrontMatter {
		var f book.FrontMatter
		fillIn(reflect.ValueOf(&f).Elem(), n)
		return f
	}
	var f book.FrontMatter
	from := full(1)
	inherit(&f, &from)
	f.Pos = from.Pos // the book's own
	for i := range reflect.TypeFor[book.FrontMatter]().NumField() {
		if got, want := reflect.ValueOf(f).Field(i), reflect.ValueOf(from).Field(i); want.IsZero() || !reflect.DeepEqual(got.Interface(), want.Interface()) {
			t.Errorf("%s is %v, want %v", reflect.TypeFor[book.FrontMatter]().Field(i).Name, got, want)
		}
	}
	own := full(2)
	f = own
	inherit(&f, &from)
	if !reflect.DeepEqual(f, own) {
		t.Errorf("what the book says is gone: %v", f)
	}
}

// fillIn gives every field of a value one that is not zero.
func fillIn(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('a' + n)))
	case reflect.Int:
		v.SetInt(int64(n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
	case reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	}
}
