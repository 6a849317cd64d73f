package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;

/** What surrounds an evaluation. */
final class Environment {

  private Environment() {}

  static Family family() {
    return new Family()
        .define("opa.runtime", call -> call.context().runtime())
        .define("trace", Environment::trace, Family.STRING);
  }

  /** Notes are for traces, of which the results of an evaluation know nothing. */
  private static RegoBoolean trace(Call call) throws BuiltinException {
    call.context().note(call.string(1));
    return RegoBoolean.TRUE;
  }
}
