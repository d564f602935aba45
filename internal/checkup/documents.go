package checkup

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pincite/internal/annotation"
	"pincite/internal/folder"
	"pincite/internal/text"
)

// documents tells of each of the documents by itself, and reports whether each can
// be read.
func (k *checkup) documents(ctx context.Context) bool {
	if k.sources == nil {
		k.say(broken, "document", "%v", k.unopened)
		return false
	}
	before := k.fails
	for _, s := range k.sources {
		bundles, skipped, err := s.Bundles(ctx)
		if err != nil {
			k.say(broken, "document", "%v", err)
			continue
		}
		where := s.Name
		if len(bundles) > 1 {
			where = "FILE"
		}
		for _, b := range bundles {
			k.bundle(b, where)
		}
		for _, err := range skipped {
			k.say(doubt, "document", "left out: %v", err)
		}
	}
	return k.fails == before
}

// bundle tells of a document and of its annotations; source names it on a command
// line.
func (k *checkup) bundle(b *folder.Bundle, source string) {
	d := b.Document
	said := fmt.Sprintf("%s: %s, digest %s", d.Name, text.Count(len(d.Sections), "section"), d.Digest()[:12])
	if n := len(b.Warnings); n > 0 {
		k.say(doubt, "document", "%s; %s in its outline, which pincite import %s lists", said, text.Count(n, "doubt"), source)
	} else {
		k.say(well, "document", "%s", said)
	}
	if len(b.Annotations) == 0 {
		k.say(unset, "aids", "%s: none; pincite annotate --write %s begins some", d.Name, source)
		return
	}
	findings, reach := annotation.Check(d, b.Annotations)
	lost := 0
	for _, f := range findings {
		if !f.Idle {
			lost++
		}
	}
	if lost > 0 {
		k.say(doubt, "aids", "%s: what does not fit the text is lost, %s; pincite annotate %s lists it", d.Name, text.Count(lost, "place"), source)
		return
	}
	var languages []string
	for _, c := range reach {
		languages = append(languages, c.Language)
	}
	k.say(well, "aids", "%s: in %s", d.Name, strings.Join(languages, ", "))
}

// index tells what came of all documents together, and where what took long is kept.
func (k *checkup) index() {
	if k.unopened != nil {
		k.say(broken, "index", "%v", k.unopened)
		return
	}
	k.say(well, "index", "%s made ready in %s", text.Count(len(k.library.Documents()), "document"), k.opening.Round(time.Millisecond))
	cache := k.Cache()
	if cache == nil {
		k.say(unset, "cache", "not needed for the document inside the program")
		return
	}
	if dir, lasts := cache.Place(); !lasts {
		k.say(doubt, "cache", "nothing can be kept, so that every start reads the documents anew; name a folder that can be written in index.path")
	} else {
		k.say(well, "cache", "%s", dir)
	}
}
