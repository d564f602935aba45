package library

import (
	"testing"

	"pincite/internal/importer/pdf/pdftest"
)

func TestMain(m *testing.M) { pdftest.Main(m.Run) }
