package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// status runs cahier and wants its exit code: status 2 pdf a.md …. Its output is there for
// stdout and stderr.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE ARGUMENT…")
	}
	got := "0"
	if err := ts.Exec("cahier", args[1:]...); err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("cahier %s ends with %s, not %s", strings.Join(args[1:], " "), got, args[0])
	}
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cahier": main})
}

// The scripts under testdata/script are the manual, run: one for each command and each
// promise. $BOOKS holds the sample books, $SEEDS the seeds.
func TestScripts(t *testing.T) {
	books, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	seeds, err := filepath.Abs("../../seeds")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"big": writeBig, "status": status},
		Setup: func(e *testscript.Env) error {
			e.Setenv("BOOKS", books)
			e.Setenv("SEEDS", seeds)
			return nil
		},
	})
}
