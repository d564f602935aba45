// Package ready tells whoever runs the web server whether it is alive and whether it is
// ready: whether every document can be searched and asked, and quotes its own text.
package ready
