// Package checkup says whether all that the settings name will work: it tries what serve
// needs, without changing anything, and prints a line for each.
package checkup
