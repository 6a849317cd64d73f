package dev.seaworthy.rego.wasm;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import java.util.Optional;

/** What can go wrong with a module; a module has no lines, so each message names the file. */
final class WasmErrors {

  private WasmErrors() {}

  /** A module that is no policy, or none that can be run here. */
  static RegoException invalid(String file, String reason) {
    return error("wasm_module_error", file, reason);
  }

  /** A module that goes beyond a limit. */
  static RegoException limit(String file, String reason) {
    return error("eval_budget_error", file, reason);
  }

  static RegoException cancelled(String file) {
    return error("eval_cancel_error", file, "was cancelled");
  }

  static RegoException failed(String file, Throwable cause) {
    String reason = cause.getMessage();
    return error("eval_internal_error", file, "failed: " + (reason == null ? cause : reason));
  }

  /** A module that gives a text that is no value. */
  static RegoException unreadable() {
    return new RegoException(
        new RegoError("eval_internal_error", Optional.empty(), "a module gives what is no value"));
  }

  private static RegoException error(String code, String file, String reason) {
    return new RegoException(new RegoError(code, Optional.empty(), "'" + file + "' " + reason));
  }
}
