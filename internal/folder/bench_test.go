package folder

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"testing"

	"pincite/internal/annotation"
)

const defaultFolder = "../../data/opinions-2024"

func BenchmarkImport(b *testing.B) {
	data, err := os.ReadFile(path.Join(defaultFolder, "source.txt"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse("opinions-2024", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadAids(b *testing.B) {
	names, err := fs.Glob(os.DirFS(defaultFolder), "annotations*.yaml")
	if err != nil || len(names) == 0 {
		b.Skip("no annotations")
	}
	for _, name := range names {
		data, err := os.ReadFile(path.Join(defaultFolder, name))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := annotation.Read(bytes.NewReader(data), name); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	fsys := os.DirFS("../../data")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys, "opinions-2024"); err != nil {
			b.Fatal(err)
		}
	}
}
