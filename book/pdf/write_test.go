package pdf

import (
	"bytes"
	"os"
	"testing"
)

func TestWriteFixture(t *testing.T) {
	data := write(t, fixture(t))
	if path := os.Getenv("PDF_KEEP"); path != "" {
		os.WriteFile(path, data, 0o666)
	}
	if again := write(t, fixture(t)); !bytes.Equal(data, again) {
		t.Error("two builds of one document differ")
	}
}
