package dev.seaworthy.rego.wasm;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.styra.opa.wasm.OpaWasm_Env;
import com.styra.opa.wasm.OpaWasm_ModuleExports;
import com.styra.opa.wasm.OpaWasm_ModuleImports;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.builtin.BuiltinException;
import dev.seaworthy.rego.builtin.Builtins;
import dev.seaworthy.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module can call: the built-ins that are not compiled into it. These are the engine's, so
 * that a policy means the same in both forms.
 */
final class HostFunctions implements OpaWasm_ModuleImports, OpaWasm_Env {

  private final Memory memory;
  private final Map<Integer, Builtin> builtins = new HashMap<>();
  private @Nullable OpaWasm_ModuleExports exports;

  HostFunctions(Memory memory) {
    this.memory = memory;
  }

  /** Says whose functions these are. */
  void attach(OpaWasm_ModuleExports module) {
    exports = module;
  }

  /**
   * Finds the built-ins that the module needs.
   *
   * @param numbers what the module calls each of them by
   */
  void link(String file, Map<String, Integer> numbers) throws RegoException {
    for (Map.Entry<String, Integer> needed : numbers.entrySet()) {
      String name = needed.getKey();
      Optional<Builtin> builtin = Builtins.find(name);
      if (builtin.isEmpty()) {
        String reason = Builtins.unsupported(name).orElse("there is no such function");
        throw WasmErrors.invalid(file, "calls the built-in '" + name + "': " + reason);
      }
      builtins.put(needed.getValue(), builtin.get());
    }
  }

  @Override
  public OpaWasm_Env env() {
    return this;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public void opaAbort(int message) {
    throw new ChicoryException(memory.readCString(message));
  }

  @Override
  public int opaBuiltin0(int id, int context) {
    return call(id);
  }

  @Override
  public int opaBuiltin1(int id, int context, int a) {
    return call(id, a);
  }

  @Override
  public int opaBuiltin2(int id, int context, int a, int b) {
    return call(id, a, b);
  }

  @Override
  public int opaBuiltin3(int id, int context, int a, int b, int c) {
    return call(id, a, b, c);
  }

  @Override
  public int opaBuiltin4(int id, int context, int a, int b, int c, int d) {
    return call(id, a, b, c, d);
  }

  /** The address of the result; 0, which is undefined, if the arguments make no sense. */
  private int call(int id, int... addresses) {
    Builtin builtin = builtins.get(id);
    if (builtin == null || builtin.arity() != addresses.length) {
      throw new ChicoryException("there is no built-in " + id + " of so many arguments");
    }
    RegoValue[] arguments = new RegoValue[addresses.length];
    try {
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = ValueText.parse(dump(addresses[i]));
      }
      RegoValue result = builtin.function().apply(new HostContext(), arguments);
      return result == null ? 0 : store(result);
    } catch (BuiltinException e) {
      return 0;
    } catch (RegoException e) {
      throw new ChicoryException(e);
    }
  }

  /** The text of a value in the memory. */
  String dump(int address) {
    int text = exports().opaValueDump(address);
    String value = memory.readCString(text);
    exports().opaFree(text);
    return value;
  }

  private int store(RegoValue value) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    int text = exports().opaMalloc(bytes.length);
    memory.write(text, bytes);
    int address = exports().opaValueParse(text, bytes.length);
    exports().opaFree(text);
    return address;
  }

  private OpaWasm_ModuleExports exports() {
    if (exports == null) {
      throw new ChicoryException("a built-in is called before the module is ready");
    }
    return exports;
  }
}
