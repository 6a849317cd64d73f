package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;

/** YAML, as Kubernetes reads it. */
final class YamlFunctions {

  private static final YamlLimits LIMITS =
      new YamlLimits(RegoJson.MAX_DEPTH, 10_000, 3_000_000, 1_000_000);

  private YamlFunctions() {}

  static Family family() {
    return new Family()
        .define("yaml.marshal", YamlFunctions::marshal, Family.ANY)
        .define("yaml.unmarshal", call -> unmarshal(call, call.string(1)), Family.STRING)
        .define("yaml.is_valid", YamlFunctions::isValid, Family.STRING);
  }

  private static RegoString marshal(Call call) throws BuiltinException {
    RegoValue json = JsonFunctions.unmarshal(call, call.json(call.value(1)));
    return new RegoString(new YamlWriter(call).write(json));
  }

  private static RegoBoolean isValid(Call call) throws BuiltinException {
    if (!(call.value(1) instanceof RegoString text)) {
      return RegoBoolean.FALSE;
    }
    call.spendLength(text.value().length());
    return RegoBoolean.of(read(text.value()).problems().isEmpty());
  }

  /** The first document. */
  private static RegoValue unmarshal(Call call, String text) throws BuiltinException {
    call.spendLength(text.length());
    YamlStream stream = read(text);
    if (!stream.problems().isEmpty()) {
      throw BuiltinException.of("yaml: " + stream.problems().get(0).message());
    }
    return stream.documents().isEmpty()
        ? RegoNull.NULL
        : RegoYaml.of(stream.documents().get(0).root(), () -> call.spend(1));
  }

  private static YamlStream read(String text) {
    return YamlReader.read(new SourceText("", text), LIMITS);
  }
}
