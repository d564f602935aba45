// Package draft lets a model write finding aids for a document.
//
// A [Job] goes through the document section by section. For each, the model gets the
// title, the outline and the numbered sentences, and returns JSON; what it returns is
// checked before any of it is kept. Questions that a section seems to leave open are
// shown to the model again, with the passages that a search finds for them
// anywhere in the document: only those that stay open are kept.
//
// Results go into annotations.yaml as they come, so that a run that is stopped goes
// on where it was, and a section whose text has not changed is not asked about again.
// The file is read again each time it is written, since a person may be at work in it:
// what a person wrote, changed or removed stays so.
//
// The prompts are in prompt.txt.
package draft
