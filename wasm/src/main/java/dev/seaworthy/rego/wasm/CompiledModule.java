package dev.seaworthy.rego.wasm;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MemorySection;
import com.dylibso.chicory.wasm.types.SubType;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TypeSection;
import com.styra.opa.wasm.OpaWasm_ModuleExports;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.value.RegoText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** A module, parsed and compiled to bytecode once for all of its instances. Immutable. */
final class CompiledModule {

  /** Entries of a table: functions that are called indirectly. */
  private static final long MAX_TABLE = 100_000;

  private final String file;
  private final WasmModule module;
  private final Function<Instance, Machine> machine;
  private final MemoryLimits memory;
  private final byte[] data;

  private CompiledModule(
      String file,
      WasmModule module,
      Function<Instance, Machine> machine,
      MemoryLimits memory,
      byte[] data) {
    this.file = file;
    this.module = module;
    this.machine = machine;
    this.memory = memory;
    this.data = data;
  }

  static CompiledModule of(WasmBundle bundle, WasmLimits limits) throws RegoException {
    String file = bundle.file();
    WasmModule module = parse(bundle);
    MemoryLimits memory = memory(file, module, limits);
    checkHeap(file, module);
    Function<Instance, Machine> machine =
        MachineFactoryCompiler.builder(module)
            .withInterpreterFallback(InterpreterFallback.SILENT)
            .compile();
    byte[] data = RegoText.json(bundle.data()).getBytes(StandardCharsets.UTF_8);
    return new CompiledModule(file, module, machine, memory, data);
  }

  private static WasmModule parse(WasmBundle bundle) throws RegoException {
    try {
      return Parser.parse(bundle.module());
    } catch (ChicoryException e) {
      throw WasmErrors.invalid(bundle.file(), "is no WebAssembly module: " + e.getMessage());
    }
  }

  /** The memory that the module asks for, as far as it is allowed. */
  private static MemoryLimits memory(String file, WasmModule module, WasmLimits limits)
      throws RegoException {
    int allowed = (int) Math.min(limits.memory() / Memory.PAGE_SIZE, Memory.RUNTIME_MAX_PAGES);
    Optional<MemoryLimits> wanted =
        module.importSection().stream()
            .filter(MemoryImport.class::isInstance)
            .map(MemoryImport.class::cast)
            .map(MemoryImport::limits)
            .findFirst();
    if (wanted.isEmpty() || module.memorySection().map(MemorySection::memoryCount).orElse(0) > 0) {
      throw WasmErrors.invalid(file, "is no policy that 'opa build -t wasm' made");
    }
    int first = wanted.get().initialPages();
    if (first > allowed) {
      throw WasmErrors.limit(file, "needs more than " + limits.memory() + " bytes of memory");
    }
    return new MemoryLimits(first, Math.min(wanted.get().maximumPages(), allowed));
  }

  /** Objects that the JVM's own heap would hold cannot be bounded; policies have none. */
  private static void checkHeap(String file, WasmModule module) throws RegoException {
    TypeSection types = module.typeSection();
    for (int i = 0; i < types.subTypeCount(); i++) {
      SubType type = types.getSubType(i);
      if (type.compType().funcType() == null) {
        throw WasmErrors.invalid(file, "uses garbage-collected objects, which no policy does");
      }
    }
  }

  private static TableInstance table(Table table, int initial) {
    TableLimits limits = table.limits();
    if (limits.min() > MAX_TABLE) {
      throw new ChicoryException("a table has more than " + MAX_TABLE + " entries");
    }
    TableLimits bounded = new TableLimits(limits.min(), Math.min(limits.max(), MAX_TABLE));
    return new TableInstance(new Table(table.elementType(), bounded, table.initialize()), initial);
  }

  /** A new instance, with the data in its memory. */
  PolicyInstance instantiate() throws RegoException {
    HostFunctions host = new HostFunctions(new ByteArrayMemory(memory));
    Instance instance =
        Instance.builder(module)
            .withImportValues(host.toImportValues())
            .withMachineFactory(machine)
            .withTableFactory(CompiledModule::table)
            .build();
    OpaWasm_ModuleExports exports = new OpaWasm_ModuleExports(instance);
    return new PolicyInstance(file, exports, host, data);
  }
}
