package book

import (
	"errors"
	"fmt"
	"testing"
)

// A hint comes through errors that wrap the one with it, and stands apart from the message.
func TestFail(t *testing.T) {
	var ps Problems
	ps.Fail(Pos{File: "--paper"}, CodeBadValue, fmt.Errorf("paper: %w", Fault("take a4", "there is no %s", "a0")))
	ps.Fail(Pos{}, CodeBadValue, errors.New("plain"))
	if p := ps[0]; p.Message != "paper: there is no a0" || p.Hint != "take a4" || p.Pos.File != "--paper" {
		t.Errorf("%+v", p)
	}
	if p := ps[1]; p.Message != "plain" || p.Hint != "" {
		t.Errorf("%+v", p)
	}
}
