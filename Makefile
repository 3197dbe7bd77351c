# make epub pdf   both books of every seed, into dist/
# make test       vet and every Go test; needs Go alone

SEEDS := $(sort $(dir $(wildcard seeds/*/book.yaml)))
GO    ?= go
export CGO_ENABLED ?= 0

.PHONY: build epub pdf test race validate golden fuzz bench lint cover clean

build: ; $(GO) build -trimpath -o cahier ./cmd/cahier
epub: build ; @for d in $(SEEDS); do ./cahier epub $${d}book.yaml || exit 1; done
pdf: build ; @for d in $(SEEDS); do ./cahier pdf $${d}book.yaml || exit 1; done
test: ; $(GO) vet ./... && $(GO) test ./...
race: ; CGO_ENABLED=1 $(GO) test -race ./...
validate: build ; ./.ci/validate
golden: ; $(GO) test $$(grep -rl 'flag.Bool("update"' --include='*_test.go' book | xargs -n1 dirname | sort -u | sed 's|^|./|') -update
fuzz: ; ./.ci/fuzz 20s
bench: ; $(GO) test -run '^$$' -bench . -benchmem ./...
lint: ; test -z "$$(gofmt -l .)" && $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
cover: ; $(GO) test -coverprofile=dist/cover.out ./... && $(GO) tool cover -func=dist/cover.out | tail -1
clean: ; rm -rf dist cahier
