package main

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a book may take before its progress is shown.
const patience = time.Second

// progress shows the stages of a long run on a terminal; elsewhere it does nothing.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	timer *time.Timer
	bar   *progressbar.ProgressBar
	name  string
	done  bool
}

func newProgress(w io.Writer) *progress {
	p := &progress{w: w}
	if isTerminal(w) {
		p.timer = time.AfterFunc(patience, p.show)
	}
	return p
}

// show begins to draw and keeps the bar moving until the run ends.
func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.done {
		return
	}
	p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(p.name),
		progressbar.OptionClearOnFinish(), progressbar.OptionSetElapsedTime(true), progressbar.OptionSpinnerType(14))
	go func() {
		for range time.Tick(100 * time.Millisecond) {
			p.mu.Lock()
			if p.done {
				p.mu.Unlock()
				return
			}
			p.bar.Add(1)
			p.mu.Unlock()
		}
	}()
}

// stage names the stage that begins; "" ends the run.
func (p *progress) stage(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.name = name
	if name == "" {
		p.done = true
		if p.timer != nil {
			p.timer.Stop()
		}
	}
	if p.bar == nil {
		return
	}
	if p.done {
		p.bar.Finish()
		return
	}
	p.bar.Describe(name)
}
