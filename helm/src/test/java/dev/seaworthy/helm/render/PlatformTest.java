package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux/amd64, helm-linux-amd64.so",
    "Linux, aarch64, linux/arm64, helm-linux-arm64.so",
    "Mac OS X, x86_64, darwin/amd64, helm-darwin-10.12-amd64.dylib",
    "Mac OS X, aarch64, darwin/arm64, helm-darwin-10.12-arm64.dylib",
    "Windows Server 2022, amd64, windows/amd64, helm-windows-4.0-amd64.dll",
    "Windows 11, aarch64, windows/arm64,",
    "Linux, riscv64, linux/riscv64,",
    "FreeBSD, amd64, freebsd/amd64,"
  })
  void knowsTheLibrariesThatThereAre(String system, String processor, String name, String library) {
    Platform platform = Platform.of(system, processor);
    assertThat(platform).hasToString(name);
    assertThat(platform.libraryName()).isEqualTo(Optional.ofNullable(library));
  }
}
