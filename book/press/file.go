package press

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile writes a file through a temporary one in the same folder, which is renamed
// when everything is written: the earlier file stays whole until then, and whatever goes
// wrong, a cancelled context included, leaves nothing half-written. Missing folders are
// made. A symbolic link stays one: the file that it leads to is written. What is no regular
// file (a pipe, a device) is written to as it is. Errors name the path that was asked for.
func WriteFile(ctx context.Context, path string, write func(io.Writer) error) error {
	target, special, err := destination(path)
	if err == nil {
		if special {
			err = writeThrough(ctx, target, write)
		} else {
			err = replace(ctx, target, write)
		}
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, plain(err))
	}
	return nil
}

// destination follows symbolic links and tells what is no regular file.
func destination(path string) (target string, special bool, err error) {
	target, err = filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, false, nil
	}
	if err != nil {
		return "", false, err
	}
	info, err := os.Stat(target)
	if err != nil {
		return "", false, err
	}
	if info.IsDir() {
		return "", false, errors.New("it is a folder")
	}
	return target, !info.Mode().IsRegular(), nil
}

func writeThrough(ctx context.Context, path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := write(cancelled{ctx, f}); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func replace(ctx context.Context, path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("%s cannot be made a folder: %w", dir, plain(err))
	}
	f, err := temporary(path)
	if err != nil {
		return fmt.Errorf("its folder %s takes no file: %w", dir, plain(err))
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	buf := bufio.NewWriterSize(cancelled{ctx, f}, 1<<16)
	if err = write(buf); err != nil {
		return err
	}
	if err = buf.Flush(); err != nil {
		return err
	}
	if old, err := os.Stat(path); err == nil { // a replaced file keeps its permissions
		if err := f.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = ctx.Err(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// temporary makes a new file beside path, with the permissions that the user's mask leaves
// to every new file.
func temporary(path string) (*os.File, error) {
	for k := os.Getpid(); ; k++ {
		name := fmt.Sprintf(".%s.%d", filepath.Base(path), k)
		f, err := os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// plain takes the name of a temporary file out of an error, and says what users meet in our
// words.
func plain(err error) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return errors.New("what should be its folder is a file")
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("the disk is full")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("its permissions forbid it")
	case errors.As(err, &pathErr):
		return pathErr.Err
	case errors.As(err, &linkErr):
		return linkErr.Err
	}
	return err
}

// cancelled refuses to write once its context is done.
type cancelled struct {
	ctx context.Context
	w   io.Writer
}

func (c cancelled) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}

// SameFile reports whether two names lead to one file that exists.
func SameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// Backup keeps a file that is about to be replaced under the first free name of "name~",
// "name~2", …, which it returns; "" if there is no such file or it holds these bytes
// already, and for what is no regular file, such as a device.
func Backup(path string, replacement []byte) (string, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return "", nil
	}
	old, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && string(old) == string(replacement) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	name := path + "~"
	for k := 2; ; k++ {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
		if errors.Is(err, fs.ErrExist) {
			name = fmt.Sprintf("%s~%d", path, k)
			continue
		}
		if err != nil {
			return "", err
		}
		if _, err := f.Write(old); err != nil {
			f.Close()
			return "", err
		}
		return name, f.Close()
	}
}
