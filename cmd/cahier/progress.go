package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a book may take before its progress is shown, beat how often it then
// moves.
const (
	patience = time.Second
	beat     = 100 * time.Millisecond
)

// progress shows the stages of a long run on a terminal; elsewhere it does nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	start time.Time
	timer *time.Timer
	bar   *progressbar.ProgressBar
	name  string
	done  bool
}

func newProgress(w io.Writer) *progress {
	p := &progress{w: w, start: time.Now()}
	if draws(w) {
		p.timer = time.AfterFunc(patience, p.show)
	}
	return p
}

// show begins to draw and keeps the sign moving until the run ends. The bar draws only when
// it is told to: its own clock would draw once more after the end.
func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return
	}
	p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.w), progressbar.OptionClearOnFinish(), progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetElapsedTime(false), progressbar.OptionSetSpinnerChangeInterval(0), progressbar.OptionSpinnerType(plainSpinner))
	go func() {
		for range time.Tick(beat) {
			if !p.move() {
				return
			}
		}
	}()
}

// plainSpinner turns a stroke, which every terminal has.
const plainSpinner = 9

// move draws the stage and how long the run has taken; false when the run has ended.
func (p *progress) move() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return false
	}
	p.bar.Describe(fmt.Sprintf("%s, %d s", p.name, int(time.Since(p.start).Seconds())))
	return true
}

// stage names the stage that begins; "" ends the run and leaves the line clear.
func (p *progress) stage(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return
	}
	p.name = name
	if name != "" {
		return
	}
	p.done = true
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.bar != nil {
		p.bar.Finish()
	}
}
