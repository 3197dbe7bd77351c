package clean

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// Policy bounds what may be fetched. The zero value is the usual one.
type Policy struct {
	Timeout      time.Duration // for one address, redirects included; 0: 30 seconds
	MaxBytes     int64         // of one body; 0: MaxSource
	AllowPrivate bool          // addresses of the machine itself and of private networks
}

// maxRedirects is the number of redirects that are followed.
const maxRedirects = 5

// Fetched is what was found at an address.
type Fetched struct {
	Body []byte
	URL  string // where it was found, after redirects
	Type string // media type
}

// errPrivate says that an address is not of the public web.
var errPrivate = errors.New("the address belongs to this machine or to a private network; allow it with --private")

// Fetch fetches one address of the web by http or https. The network address is
// checked when the connection is made, for every redirect anew, so that no name can
// lead into a private network. No proxy, no cookie, no credentials are used.
func Fetch(ctx context.Context, address string, p Policy) (Fetched, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return Fetched{}, fmt.Errorf("%s: not an address of the web", address)
	}
	if p.Timeout == 0 {
		p.Timeout = 30 * time.Second
	}
	if p.MaxBytes == 0 {
		p.MaxBytes = MaxSource
	}
	ctx, cancel := context.WithTimeout(ctx, p.Timeout)
	defer cancel()
	u.User, u.Fragment = nil, ""
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Fetched{}, err
	}
	request.Header.Set("User-Agent", "cahier")
	request.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain,image/*;q=0.9,*/*;q=0.5")
	client := p.client()
	defer client.CloseIdleConnections()
	response, err := client.Do(request)
	if err != nil {
		return Fetched{}, fmt.Errorf("%s: %w", address, cause(err))
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return Fetched{}, fmt.Errorf("%s: the server answered %s", address, response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, p.MaxBytes+1))
	if err != nil {
		return Fetched{}, fmt.Errorf("%s: %w", address, cause(err))
	}
	if int64(len(body)) > p.MaxBytes {
		return Fetched{}, fmt.Errorf("%s: more than %d MB", address, p.MaxBytes>>20)
	}
	return Fetched{body, response.Request.URL.String(), response.Header.Get("Content-Type")}, nil
}

// cause takes the address and the verb off an error of net/http.
func cause(err error) error {
	var u *url.Error
	if errors.Is(err, errPrivate) {
		return errPrivate
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.New("no answer in time")
	}
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// client makes a client that connects to allowed addresses alone.
func (p Policy) client() *http.Client {
	dialer := net.Dialer{Timeout: p.Timeout, Control: func(_, address string, _ syscall.RawConn) error {
		if p.AllowPrivate {
			return nil
		}
		at, err := netip.ParseAddrPort(address)
		if err != nil || !isPublic(at.Addr()) {
			return errPrivate
		}
		return nil
	}}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			TLSHandshakeTimeout:    10 * time.Second,
			ResponseHeaderTimeout:  p.Timeout,
			MaxResponseHeaderBytes: 1 << 20,
			ForceAttemptHTTP2:      true,
		},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("more than %d redirects", maxRedirects)
			}
			if r.URL.Scheme != "http" && r.URL.Scheme != "https" {
				return fmt.Errorf("redirected to an address that begins with %q", r.URL.Scheme)
			}
			return nil
		},
	}
}

// closedNets are networks that netip's own predicates do not know: shared and
// test networks, benchmarks, the old class E, and IPv6 forms that carry an IPv4
// address (RFC 6890, RFC 6598, RFC 6052, RFC 3056, RFC 4380).
var closedNets = [...]netip.Prefix{
	netip.PrefixFrom(netip.AddrFrom4([4]byte{0, 0, 0, 0}), 8),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{100, 64, 0, 0}), 10),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{192, 0, 0, 0}), 24),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{192, 0, 2, 0}), 24),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{198, 18, 0, 0}), 15),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{198, 51, 100, 0}), 24),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{203, 0, 113, 0}), 24),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{240, 0, 0, 0}), 4),
	netip.PrefixFrom(netip.AddrFrom16([16]byte{0, 0x64, 0xff, 0x9b}), 32),
	netip.PrefixFrom(netip.AddrFrom16([16]byte{0x20, 0x02}), 16),
	netip.PrefixFrom(netip.AddrFrom16([16]byte{0x20, 0x01}), 32),
}

// isPublic reports whether an address is of the public internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return false
	}
	for _, n := range closedNets {
		if n.Contains(a.WithZone("")) {
			return false
		}
	}
	return true
}
