package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.value.RegoObject;
import java.util.List;

/**
 * A policy that {@code opa build -t wasm} compiled to WebAssembly.
 *
 * @param file what problems call the module, such as {@code bundle.tar.gz!/policy.wasm}
 * @param module the bytes of the module; not copied, and not to be changed
 * @param entrypoints the paths that can be asked, such as {@code app/deny}, as the manifest lists
 *     them
 * @param data the bundle's data documents
 */
public record WasmBundle(String file, byte[] module, List<String> entrypoints, RegoObject data) {

  public WasmBundle {
    entrypoints = List.copyOf(entrypoints);
  }
}
