package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPathTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "//, /",
    "/etc, /etc",
    "/etc/, /etc",
    "//etc///ssl/, /etc/ssl",
    "/etc/./ssl/., /etc/ssl",
    "/etc/../root, /root",
    "/../../etc, /etc",
    "etc, /etc",
    "/var/run, /run",
    "/var/run/docker.sock, /run/docker.sock",
    "/var/./run/docker.sock, /run/docker.sock",
    "/var/runner, /var/runner",
    "/a b, /a b",
    "C:\\, C:\\",
    "c:/data/, c:\\data",
    "\\\\.\\pipe\\docker_engine, \\\\.\\pipe\\docker_engine",
    "C:\\logs\\..\\ProgramData\\.\\docker, C:\\ProgramData\\docker",
    "C:\\..\\..\\Windows, C:\\Windows",
    "C:\\logs\\.., C:\\",
    "C:\\\\logs, C:\\logs",
    "\\\\.\\pipe\\a\\..\\docker_engine, \\\\.\\pipe\\docker_engine",
    "//./pipe/docker_engine, \\\\.\\pipe\\docker_engine",
    "'', ''"
  })
  void isNormalisedAsTheNodeSeesIt(String written, String normalised) {
    assertThat(path(written).normalised()).isEqualTo(normalised);
  }

  @ParameterizedTest
  @CsvSource({
    "/proc/1/root, /",
    "/proc/1/root/, /",
    "/proc/1/root/etc/shadow, /etc/shadow",
    "/proc/self/root/var/run/docker.sock, /run/docker.sock",
    "/proc/4711/root, /",
    "/proc/1/cwd/etc, /etc",
    "/proc/thread-self/root/etc, /etc",
    "/proc/1/task/1/root/etc, /etc",
    "/proc/1/root/proc/self/root/etc, /etc",
    "/proc/1/rootfs, /proc/1/rootfs",
    "/proc/1/fd/3, /proc/1/fd/3",
    "/proc/one/root, /proc/one/root",
    "/data/proc/1/root, /data/proc/1/root",
    "/proc, /proc"
  })
  void followsTheRootOfAProcess(String written, String normalised) {
    assertThat(path(written).normalised()).isEqualTo(normalised);
  }

  @ParameterizedTest
  @CsvSource({
    "/var, run/docker.sock, /run/docker.sock",
    "/, etc, /etc",
    "/data/, /a//b/, /data/a/b",
    "/data, '', /data",
    "/data, $(POD), /data/$(POD)",
    "C:\\data, logs/today, C:\\data\\logs\\today",
    "C:\\data\\, logs, C:\\data\\logs",
    "C:\\, logs, C:\\logs",
    "'', logs, ''"
  })
  void aPartLiesBelow(String written, String below, String normalised) {
    HostPath part = path(written).part(below);
    assertThat(part.normalised()).isEqualTo(normalised);
    assertThat(part.written()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /etc, true",
    "/, /, true",
    "/run, /run/docker.sock, true",
    "/var/run/, /run/docker.sock, true",
    "/run/docker.sock, /run/docker.sock, true",
    "/run/docker, /run/docker.sock, false",
    "/run/docker.sock, /run, false",
    "C:\\, C:\\data, true",
    "C:\\data, c:\\DATA\\logs, true",
    "C:\\data, C:\\database, false",
    "'', /, false",
    "'', '', false"
  })
  void containsItselfAndWhatIsBelow(String written, String other, boolean contains) {
    assertThat(path(written).contains(other)).isEqualTo(contains);
  }

  private static HostPath path(String written) {
    return Manifests.pod("volumes: [{name: a, hostPath: {path: '%s'}}]".formatted(written))
        .volumes()
        .get(0)
        .hostPath()
        .orElseThrow();
  }
}
