package dev.seaworthy.rego.wasm;

import com.dylibso.chicory.runtime.Memory;
import com.styra.opa.wasm.OpaWasm_ModuleExports;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A module with a memory of its own. For one thread at a time.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/wasm">OPA's interface of policies in Wasm</a>
 */
final class PolicyInstance {

  private static final int VERSION = 1;

  /** Since then a whole evaluation is one call. */
  private static final int MINOR_VERSION = 2;

  /** Results as Rego, which tells sets from arrays; 0 would be JSON. */
  private static final int REGO = 1;

  private static final int ALIGNMENT = 8;
  private static final RegoString RESULT = new RegoString("result");

  private final String file;
  private final OpaWasm_ModuleExports exports;
  private final HostFunctions host;
  private final Map<String, Integer> entrypoints;
  private final int dataAddress;

  /** Where an evaluation may start to write. */
  private final int heap;

  PolicyInstance(String file, OpaWasm_ModuleExports exports, HostFunctions host, byte[] data)
      throws RegoException {
    this.file = file;
    this.exports = exports;
    this.host = host;
    checkVersion();
    host.attach(exports);
    this.entrypoints = numbers(exports.entrypoints());
    host.link(file, numbers(exports.builtins()));
    int text = exports.opaMalloc(data.length);
    exports.memory().write(text, data);
    this.dataAddress = exports.opaJsonParse(text, data.length);
    this.heap = exports.opaHeapPtrGet();
  }

  private void checkVersion() throws RegoException {
    long version = exports.opaWasmAbiVersion().getValue();
    long minor = exports.opaWasmAbiMinorVersion().getValue();
    if (version != VERSION || minor < MINOR_VERSION) {
      throw WasmErrors.invalid(
          file,
          "has version "
              + version
              + "."
              + minor
              + " of OPA's interface; compile it with a newer opa");
    }
  }

  /** An object that gives numbers to names. */
  private Map<String, Integer> numbers(int address) throws RegoException {
    Map<String, Integer> numbers = new TreeMap<>();
    RegoValue value = ValueText.parse(host.dump(address));
    if (value instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        if (key instanceof RegoString name && object.get(key) instanceof RegoNumber number) {
          numbers.put(name.value(), (int) number.longValue());
        }
      }
    }
    return numbers;
  }

  Map<String, Integer> entrypoints() {
    return entrypoints;
  }

  Optional<RegoValue> evaluate(int entrypoint, RegoValue input) throws RegoException {
    byte[] text = RegoText.json(input).getBytes(StandardCharsets.UTF_8);
    int free = heap + text.length + ALIGNMENT & -ALIGNMENT;
    reserve(free);
    Memory memory = exports.memory();
    memory.write(heap, text);
    int result = exports.opaEval(0, entrypoint, dataAddress, heap, text.length, free, REGO);
    return value(ValueText.parse(memory.readCString(result)));
  }

  private void reserve(int end) throws RegoException {
    Memory memory = exports.memory();
    int missing = end / Memory.PAGE_SIZE + 1 - memory.pages();
    if (end < heap || missing > 0 && memory.grow(missing) < 0) {
      throw WasmErrors.limit(file, "has no room for the input in its memory");
    }
  }

  /** The result is a set with a solution, or without any. */
  private static Optional<RegoValue> value(RegoValue solutions) {
    return solutions instanceof RegoSet set && set.items().size() == 1
        ? Optional.of(Objects.requireNonNull(set.items().get(0).at(RESULT)))
        : Optional.empty();
  }
}
