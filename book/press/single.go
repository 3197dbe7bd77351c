package press

import (
	"bytes"
	"io/fs"
	"time"
)

// single is a folder that holds one file: standard input.
type single struct {
	name string
	data []byte
}

// Open opens the file; nothing else is there.
func (s single) Open(name string) (fs.File, error) {
	if name != s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &singleFile{single: s, Reader: bytes.NewReader(s.data)}, nil
}

type singleFile struct {
	single
	*bytes.Reader
}

func (f *singleFile) Stat() (fs.FileInfo, error) { return singleInfo{f.single}, nil }
func (f *singleFile) Close() error               { return nil }

type singleInfo struct{ single }

func (i singleInfo) Name() string       { return i.name }
func (i singleInfo) Size() int64        { return int64(len(i.data)) }
func (i singleInfo) Mode() fs.FileMode  { return 0o444 }
func (i singleInfo) ModTime() time.Time { return time.Time{} }
func (i singleInfo) IsDir() bool        { return false }
func (i singleInfo) Sys() any           { return nil }
