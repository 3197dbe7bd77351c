package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// The progress of a long run names its stages, and leaves the line clear when the run ends;
// nothing is drawn after that.
func TestProgressClearsItsLine(t *testing.T) {
	var out bytes.Buffer
	p := &progress{w: &out, start: time.Now().Add(-3 * time.Second)}
	p.stage("pages")
	p.show()
	p.move()
	p.stage("")
	if p.move() {
		t.Error("it moves after the end")
	}
	p.stage("PDF")
	p.mu.Lock()
	got := out.String()
	p.mu.Unlock()
	const clear = "\x1b[2K\r"
	drawn, found := strings.CutSuffix(got, clear)
	if !found || !strings.Contains(drawn, "pages, 3 s") || strings.Contains(got, "PDF") {
		t.Errorf("drew %q", got)
	}
}

// What is no terminal is not drawn on.
func TestNoTerminal(t *testing.T) {
	var out bytes.Buffer
	if p := newProgress(&out); p.timer != nil || draws(&out) || newPrinter(&out).colour {
		t.Error("a buffer is taken for a terminal")
	}
}
