package folder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"pincite/internal/document"
	"pincite/internal/importer"
	"pincite/internal/importer/block"
)

// blocksName is the file beside a source.txt that keeps what the format told of
// it that lines do not show: headings and their levels, tables, pages, anchors.
const blocksName = "blocks.json"

// blocks are a blocks.json.
type blocks struct {
	SHA256 string        `json:"sha256"` // of the text that they were made with
	Meta   document.Meta `json:"meta"`
	Blocks []block.Block `json:"blocks"`
}

// encodeBlocks writes the blocks of a source, one a line.
func encodeBlocks(s *block.Source) ([]byte, error) {
	sum := sha256.Sum256([]byte(s.Text))
	head, err := json.Marshal(blocks{SHA256: hex.EncodeToString(sum[:]), Meta: s.Meta})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(head, []byte("null}")))
	out.WriteByte('[')
	for i := range s.Blocks {
		line, err := json.Marshal(s.Blocks[i])
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	return out.Bytes(), nil
}

// blocksFile returns the bytes of the blocks beside a document's source.txt, nil if
// there are none.
func (o opening) blocksFile(file string) ([]byte, error) {
	dir, base := path.Split(file)
	if base != sourceName+".txt" {
		return nil, nil
	}
	data, err := importer.ReadFile(o.fsys, path.Join(dir, blocksName), importer.MaxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s beside it: %w", blocksName, err)
	}
	return data, nil
}

// joinBlocks makes a source of the bytes of blocks and of the text that they were
// made with.
func joinBlocks(data, encoded []byte) (*block.Source, error) {
	b := &blocks{}
	if err := json.Unmarshal(encoded, b); err != nil {
		return nil, fmt.Errorf("%s beside it is damaged: %w; import the document again, or remove that file", blocksName, err)
	}
	sum := sha256.Sum256(data)
	if hex.EncodeToString(sum[:]) != b.SHA256 {
		return nil, fmt.Errorf("the text has changed since %s was written; import the document again, or remove that file to have the outline inferred", blocksName)
	}
	s := &block.Source{Text: string(data), Blocks: b.Blocks, Meta: b.Meta}
	if err := block.Check(s); err != nil {
		return nil, fmt.Errorf("%s beside it is damaged: %w; import the document again, or remove that file", blocksName, err)
	}
	return s, nil
}
