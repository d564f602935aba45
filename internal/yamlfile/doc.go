// Package yamlfile reads and writes the YAML files that people edit: strictly, and
// with errors in the words of somebody who edits them.
//
// Outside dependency: go.yaml.in/yaml/v3, which reports unknown keys with
// their lines. Four annotation files of 590 KB take it about 20 ms on one core
// (go test ./internal/library -bench Aids).
package yamlfile
