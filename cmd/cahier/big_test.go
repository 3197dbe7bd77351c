package main

import (
	"bytes"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// writeBig is the script command `big KIND FILE`: it writes a manuscript too large to
// stand in a script.
func writeBig(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big KIND FILE")
	}
	head := "---\ntitle: Big\nlang: en\n---\n\n"
	var body []byte
	switch args[0] {
	case "line": // one line of 50 MB
		body = bytes.Repeat([]byte("word "), 10<<20)
	case "quotes": // 10,000 quotations one inside the other
		body = []byte(strings.Repeat(">", 10000) + " deep\n")
	case "words": // one word of 300 letters among others
		body = []byte("A " + strings.Repeat("long", 75) + " word.\n")
	default:
		ts.Fatalf("big: no kind %q", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), append([]byte(head), body...), 0o666))
}
