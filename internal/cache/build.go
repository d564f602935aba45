package cache

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// Build tells this build of the program from every other: by its commit, or, where
// that is not known or was changed, by the size and time of its file. It is "" if
// neither can be told. It belongs in the key of what another build may make
// otherwise.
var Build = sync.OnceValue(func() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		said := map[string]string{}
		for _, s := range info.Settings {
			said[s.Key] = s.Value
		}
		if said["vcs.revision"] != "" && said["vcs.modified"] == "false" {
			return said["vcs.revision"] + " " + info.GoVersion
		}
	}
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d %s", info.Size(), info.ModTime().UTC().Format("2006-01-02T15:04:05.000000000"))
})
