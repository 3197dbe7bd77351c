package pdf

import (
	"bytes"
	"testing"
)

func check(tb testing.TB, data []byte) []string {
	tb.Helper()
	problems, err := Check(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	var list []string
	for _, p := range problems {
		list = append(list, p.String())
	}
	return list
}

func TestCheckFindsNothingInFixtures(t *testing.T) {
	s := fixture(t)
	var out bytes.Buffer
	if _, err := WriteSheets(&out, sheets(s), s.v, Options{}); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"reading edition": write(t, s), "sheets": out.Bytes()} {
		for _, p := range check(t, data) {
			t.Errorf("%s: %s", name, p)
		}
	}
}
