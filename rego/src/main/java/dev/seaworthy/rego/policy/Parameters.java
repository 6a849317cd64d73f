package dev.seaworthy.rego.policy;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.RuleParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a policy: {@code {name: {description, default}}} under {@code custom.params} in
 * its metadata, {@code input.params} in the policy.
 */
final class Parameters {

  private Parameters() {}

  /**
   * @throws IllegalArgumentException if something is not what it should be; the message says what
   */
  static List<RuleParameter> read(@Nullable RegoValue params) {
    if (params == null) {
      return List.of();
    }
    if (!(params instanceof RegoObject named)) {
      throw new IllegalArgumentException("'params' must be a mapping of names");
    }
    List<RuleParameter> parameters = new ArrayList<>();
    for (RegoValue name : named.keys()) {
      if (!(name instanceof RegoString text)
          || !(named.get(name) instanceof RegoObject parameter)
          || !(parameter.get("description") instanceof RegoString description)) {
        throw new IllegalArgumentException(
            "parameter " + name + " needs a 'description' and a 'default'");
      }
      ParameterValue value = value(text.value(), parameter.get("default"));
      parameters.add(new RuleParameter(text.value(), description.value(), value));
    }
    return parameters;
  }

  private static ParameterValue value(String name, @Nullable RegoValue value) {
    if (value instanceof RegoBoolean flag) {
      return new ParameterValue.Flag(flag.isTruthy());
    }
    if (value instanceof RegoNumber number && number.isLong()) {
      return new ParameterValue.Whole(number.longValue());
    }
    if (value instanceof RegoString text) {
      return new ParameterValue.Text(text.value());
    }
    if (value instanceof RegoArray items
        && items.items().stream().allMatch(RegoString.class::isInstance)) {
      return new ParameterValue.Texts(
          items.items().stream().map(item -> ((RegoString) item).value()).toList());
    }
    throw new IllegalArgumentException(
        "the 'default' of parameter '"
            + name
            + "' must be true or false, a whole number, text or a list of texts");
  }

  /** {@code input.params}. */
  static RegoObject input(List<RuleParameter> parameters, Map<String, ParameterValue> values) {
    RegoObject.Builder input = RegoObject.builder();
    for (RuleParameter parameter : parameters) {
      ParameterValue value = values.getOrDefault(parameter.name(), parameter.defaultValue());
      input.put(parameter.name(), rego(value));
    }
    return input.build();
  }

  private static RegoValue rego(ParameterValue value) {
    if (value instanceof ParameterValue.Flag flag) {
      return RegoBoolean.of(flag.value());
    }
    if (value instanceof ParameterValue.Whole whole) {
      return RegoNumber.of(whole.value());
    }
    if (value instanceof ParameterValue.Text text) {
      return new RegoString(text.value());
    }
    return RegoValue.of(((ParameterValue.Texts) value).values());
  }
}
