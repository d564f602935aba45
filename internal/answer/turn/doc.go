// Package turn reads a message in the light of the earlier turns of its conversation:
// "and in part 2?" asks the last question again, "the second one" is one of those that
// were shown, and "paragraph 2" is in the section that was shown last. Nothing is searched
// for here.
package turn
