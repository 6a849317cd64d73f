package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasmSupportTest {

  @TempDir private Path folder;

  @Test
  void thereIsNoneWithoutItsFolder() {
    assertThat(WasmSupport.in(folder.resolve("wasm"))).isEmpty();
  }

  @Test
  void theFolderIsAskedForTheRuntime() {
    assertThat(WasmSupport.in(folder))
        .hasValueSatisfying(
            runtime ->
                assertThat(runtime.getClass().getName())
                    .isEqualTo("dev.seaworthy.rego.wasm.OpaWasmRuntime"));
  }
}
