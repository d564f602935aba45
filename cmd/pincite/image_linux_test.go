package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// rootEnv makes the test binary run a command in another root, that of an image.
const rootEnv = "PINCITE_TEST_ROOT"

// volumeEnv names the folder of it that may be written to.
const volumeEnv = "PINCITE_TEST_VOLUME"

func init() {
	if root := os.Getenv(rootEnv); root != "" {
		fmt.Fprintln(os.Stderr, runIn(root, os.Getenv(volumeEnv), os.Args[1:]))
		os.Exit(1)
	}
}

// runIn becomes a command that sees root alone, all but the volume read-only, and with
// what containers are given: /proc and /dev. It returns only if that fails.
func runIn(root, volume string, args []string) error {
	mounts := []struct {
		from, to string
		flags    uintptr
	}{
		{"", "/", syscall.MS_REC | syscall.MS_PRIVATE},
		{root, root, syscall.MS_BIND},
		{root + volume, root + volume, syscall.MS_BIND},
		{"/proc", root + "/proc", syscall.MS_BIND | syscall.MS_REC},
		{"/dev", root + "/dev", syscall.MS_BIND | syscall.MS_REC},
		{"", root, syscall.MS_REMOUNT | syscall.MS_BIND | syscall.MS_RDONLY},
	}
	for _, m := range mounts {
		if err := syscall.Mount(m.from, m.to, "", m.flags, ""); err != nil {
			return fmt.Errorf("mount %q on %s: %w", m.from, m.to, err)
		}
	}
	uid, gid, _ := strings.Cut(os.Getenv("USER"), ":")
	user, err := strconv.Atoi(uid)
	group, err1 := strconv.Atoi(gid)
	err = errors.Join(err, err1, syscall.Chroot(root), os.Chdir("/"), syscall.Setgroups(nil), syscall.Setgid(group), syscall.Setuid(user))
	if err != nil {
		return err
	}
	var env []string
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, rootEnv) && !strings.HasPrefix(e, volumeEnv) {
			env = append(env, e)
		}
	}
	return syscall.Exec(args[0], args, env)
}

// A container is what Docker would make of the image, without Docker.
type container struct {
	image
	root, volume string
}

// unpack builds the program and lays out the file system of the image.
func unpack(t *testing.T) container {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can change the root of a process")
	}
	_, said := imageOf(t)
	c := container{said, t.TempDir(), said.list(t, "VOLUME")[0]}
	check(t, os.Chmod(c.root, 0o755))
	for _, name := range []string{"/proc", "/dev"} {
		check(t, os.Mkdir(c.root+name, 0o755))
	}
	for _, line := range said["COPY"] {
		words := strings.Fields(line)
		from, to := words[len(words)-2], c.root+words[len(words)-1]
		check(t, os.MkdirAll(filepath.Dir(to), 0o755))
		switch from {
		case "/out/pincite":
			build := exec.Command("go", "build", "-buildvcs=false", "-trimpath", "-ldflags", "-s -w", "-o", to, ".")
			build.Env = append(os.Environ(), "CGO_ENABLED=0")
			if out, err := build.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		case "/out/state":
			var user, group int
			if _, err := fmt.Sscanf(line, "--from=build --chown=%d:%d ", &user, &group); err != nil {
				t.Fatalf("COPY %s: %v", line, err)
			}
			check(t, os.Mkdir(to, 0o755))
			check(t, os.Chown(to, user, group))
		case "/etc/ssl/certs/ca-certificates.crt":
			check(t, os.MkdirAll(to, 0o755)) // nobody is called here
		default:
			t.Fatalf("COPY %s: what is that?", line)
		}
	}
	return c
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// command is one that runs in the container with settings beside those of the image.
func (c container) command(t *testing.T, env []string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	cmd := exec.Command(self, args...)
	cmd.Env = append([]string{rootEnv + "=" + c.root, volumeEnv + "=" + c.volume, "USER=" + c.image["USER"][0]}, c.image["ENV"]...)
	cmd.Env = append(cmd.Env, env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	return cmd
}

// TestImage runs the image's command as its user in its file system, which may be written
// to in its volume alone, and asks it for its health as the image does. It needs no shell
// and no folder for temporary files.
func TestImage(t *testing.T) {
	c := unpack(t)
	pdf, err := os.ReadFile("../../internal/importer/pdf/testdata/law.pdf")
	check(t, err)
	check(t, os.WriteFile(filepath.Join(c.root, "law.pdf"), pdf, 0o644))
	if out, err := c.command(t, nil, "/pincite", "import", "/law.pdf", "-o", c.volume+"/law").CombinedOutput(); err != nil {
		t.Errorf("a PDF file is not read: %v\n%s", err, out)
	}
	if out, err := c.command(t, nil, "/pincite", "import", "/law.pdf", "-o", "/law").CombinedOutput(); err == nil || !strings.Contains(string(out), "read-only file system") {
		t.Errorf("the image can be written to: %v\n%s", err, out)
	}

	env := []string{"PINCITE_WEB_ADDR=127.0.0.1:0", "PINCITE_ADMIN_ADDR=off", "PINCITE_STORE_PATH=" + c.volume + "/pincite.db"}
	serve := c.command(t, env, append(c.list(t, "ENTRYPOINT"), c.list(t, "CMD")...)...)
	out := newLogs()
	serve.Stderr = out
	check(t, serve.Start())
	address := out.after(t, `msg="the reader is open" address=`)
	if got := body(t, address+"/readyz"); got != "ready\nstore: answers; SQLite\n" {
		t.Errorf("%q", got)
	}
	resp, err := http.Post(address+"/api/ask", "application/json", strings.NewReader(`{"question":"measure 7"}`))
	check(t, err)
	answer, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("%s %v: %s", resp.Status, err, answer)
	}
	health := c.command(t, []string{"PINCITE_WEB_ADDR=" + strings.TrimPrefix(address, "http://")}, c.list(t, "HEALTHCHECK")...)
	if out, err := health.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	check(t, serve.Process.Signal(syscall.SIGTERM))
	if err := serve.Wait(); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
	info, err := os.Stat(filepath.Join(c.root, c.volume, "pincite.db"))
	check(t, err)
	if user := info.Sys().(*syscall.Stat_t).Uid; info.Mode() != 0o600 || fmt.Sprint(user) != strings.Split(c.image["USER"][0], ":")[0] {
		t.Errorf("the state is %s of user %d", info.Mode(), user)
	}
}
