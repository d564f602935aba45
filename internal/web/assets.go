package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"strings"

	"pincite/internal/web/kept"
)

//go:embed assets
var files embed.FS

// assetNames are the files that pages load; a module stands below those that it
// imports. The address of each holds a hash of its content, so that a browser may
// keep it for good.
var assetNames = []string{"style.css", "icon.svg", "look.js", "words.js", "place.js", "copy.js", "rail.js", "keys.js", "reader.js", "chat.js"}

// loadAssets hashes the files that are not templates. Where a module imports
// another, the hashed name takes the place of the plain one.
func (s *Server) loadAssets() error {
	s.assets, s.names = make(map[string]*kept.Body), make(map[string]string)
	for _, name := range assetNames {
		body, err := files.ReadFile("assets/" + name)
		if err != nil {
			return fmt.Errorf("web: %w", err)
		}
		for plain, hashed := range s.names {
			body = bytes.ReplaceAll(body, []byte("'./"+plain+"'"), []byte("'./"+hashed+"'"))
		}
		sum := sha256.Sum256(body)
		ext := path.Ext(name)
		hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
		s.names[name] = hashed
		s.assets[hashed] = kept.Pack(mediaTypes[ext], body)
	}
	return nil
}

// mediaTypes are written out, since package mime asks the machine.
var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

// assetPath returns the address of an asset, for the templates.
func (s *Server) assetPath(name string) (string, error) {
	hashed, ok := s.names[name]
	if !ok {
		return "", fmt.Errorf("no asset %s", name)
	}
	return s.to("/assets/" + hashed), nil
}

func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets[r.PathValue("file")]
	if !ok {
		s.missing(w, r)
		return
	}
	w.Header().Set("Cache-Control", cacheForever)
	a.ServeHTTP(w, r)
}
