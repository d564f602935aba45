// Package object has what the API tells of documents, as openapi.json describes it.
package object
