package search

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"

	"pincite/internal/search/postings"
)

// Write indexes the passages in a file, which is empty or not there, with little memory:
// in segments of some hundred kilobytes of text, which are then made one. They are
// written to files beside it that go again. If it fails, as [Build] does or because
// nothing can be written, the file is not there either.
func Write(ctx context.Context, file string, fields []Field, passages iter.Seq[Passage]) error {
	if err := write(ctx, file, fields, passages); err != nil {
		return fmt.Errorf("write index: %w", errors.Join(err, remove(file)))
	}
	return nil
}

func remove(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func write(ctx context.Context, file string, fields []Field, passages iter.Seq[Passage]) (err error) {
	x, err := declare(fields)
	if err != nil {
		return err
	}
	parts, err := postings.NewParts(file)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, parts.Close()) }()
	keep := func(b batch) (done func(), err error) { return parts.Keep(b.number, b.docs) }
	if err := x.filling(keep).run(ctx, passages); err != nil {
		return err
	}
	if err := parts.Merge(ctx); err != nil {
		return err
	}
	merged, err := postings.Open(file)
	if err != nil {
		return err
	}
	if err := errors.Join(x.learn(merged), merged.Close()); err != nil {
		return err
	}
	return postings.Seal(file, x.encode())
}

// Open opens the index in a file that [Write] wrote of these fields, for reading.
// Several processes may have it open, and it may be removed meanwhile. The error
// wraps postings.ErrDamaged for a file with other bytes than were written.
func Open(file string, fields []Field) (*Index, error) {
	x, err := open(file, fields)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return x, nil
}

func open(file string, fields []Field) (*Index, error) {
	x, err := declare(fields)
	if err != nil {
		return nil, err
	}
	tables, err := postings.Tables(file)
	if err != nil {
		return nil, err
	}
	if err := x.decode(tables); err != nil {
		return nil, fmt.Errorf("%w: %w", postings.ErrDamaged, err)
	}
	segment, err := postings.Open(file)
	if err != nil {
		return nil, err
	}
	return x.ready(segment), nil
}
