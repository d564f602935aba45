// Package assets has the files of the web server: templates, script, style, the picture of
// the site, and the description of the API. They are embedded in the program.
package assets
