package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

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
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"big": writeBig},
		Setup: func(e *testscript.Env) error {
			e.Setenv("BOOKS", books)
			e.Setenv("SEEDS", seeds)
			return nil
		},
	})
}
