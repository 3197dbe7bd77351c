package clean

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// png is the beginning of a PNG file, enough to be known as one.
const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

func TestFetch(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("<p>x")) })
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusFound))
	mux.Handle("/round", http.RedirectHandler("/round", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/passwd", http.StatusFound))
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 4096)) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	server := httptest.NewServer(mux)
	defer server.Close()
	for _, test := range []struct {
		path   string
		policy Policy
		want   string // "" if it is fetched, else part of the error
	}{
		{"/page", Policy{AllowPrivate: true}, ""},
		{"/moved", Policy{AllowPrivate: true}, ""},
		{"/page", Policy{}, "private network"},
		{"/round", Policy{AllowPrivate: true}, "redirects"},
		{"/file", Policy{AllowPrivate: true}, "begins with \"file\""},
		{"/none", Policy{AllowPrivate: true}, "404"},
		{"/long", Policy{AllowPrivate: true, MaxBytes: 1000}, "more than"},
		{"/slow", Policy{AllowPrivate: true, Timeout: 30 * time.Millisecond}, "no answer in time"},
	} {
		got, err := Fetch(context.Background(), server.URL+test.path, test.policy)
		switch {
		case test.want == "" && (err != nil || string(got.Body) != "<p>x" || got.URL != server.URL+"/page"):
			t.Errorf("%s: %v %+v", test.path, err, got)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: %v, want %q", test.path, err, test.want)
		}
	}
	for _, address := range []string{"file:///etc/passwd", "ftp://x.example/", "x", "http://"} {
		if _, err := Fetch(context.Background(), address, Policy{AllowPrivate: true}); err == nil {
			t.Errorf("%s was fetched", address)
		}
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"8.8.8.8": true, "2606:4700::1111": true, "127.0.0.1": false, "10.1.2.3": false, "192.168.0.1": false, "172.20.0.1": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::1": false, "::": false, "fe80::1": false, "fc00::1": false, "::ffff:127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "198.18.0.1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

// TestImages brings images from the web and from a saved page's folder, and
// leaves those that cannot be had.
func TestImages(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a.png" {
			w.Write([]byte("not an image"))
			return
		}
		w.Write([]byte(png))
	}))
	defer server.Close()
	saved := fstest.MapFS{"page_files/b.jpg": {Data: []byte("\xff\xd8\xff\xe0 JFIF")}}
	const text = "<p>The gauge in the churchyard has been read every morning since 1857, by whoever lived nearest to it.</p>"
	src := "<h1>On Rain</h1>" + text + `<figure><img src="` + server.URL + `/a.png" alt="A gauge"><figcaption>The gauge</figcaption></figure><p><img src="page_files/b.jpg"></p><p><img src="` + server.URL + `/c.png"></p>` + text
	r, problems := Clean([]byte(src), Options{Name: "page.html", Lang: "en", Files: saved})
	if problems.Errors() > 0 || len(r.Images) != 3 {
		t.Fatalf("%v %v", problems, r.Images)
	}
	files, problems := BringImages(context.Background(), &r, saved, Policy{AllowPrivate: true})
	if len(files) != 2 || string(files["images/01.png"]) != png || files["images/02.jpg"] == nil {
		t.Errorf("%d files", len(files))
	}
	md := string(r.Markdown)
	for _, want := range []string{`![The gauge](images/01.png "A gauge")`, "![](images/02.jpg)", "![](" + server.URL + "/c.png)"} {
		if !strings.Contains(md, want) {
			t.Errorf("no %s in\n%s", want, md)
		}
	}
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "not an image") {
		t.Error(problems)
	}
}
