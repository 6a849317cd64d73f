package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;

/**
 * A rule in Conftest's style: {@code deny}, {@code warn} or {@code violation}, with messages as
 * strings or as objects with {@code msg}. It sees the object as it is written.
 *
 * @see <a href="https://www.conftest.dev/#evaluating-policies">Conftest on rules</a>
 * @see <a href="https://www.conftest.dev/exceptions/">Conftest on exceptions</a>
 */
final class ConftestRule implements ObjectRule {

  private final RuleMetadata metadata;
  private final ConftestName name;
  private final Judgement.Evaluator messages;
  private final Optional<Judgement.Evaluator> exceptions;
  private final RegoLocation place;
  private final PolicySources sources;
  private final String folder;

  /**
   * @param messages evaluates the rule
   * @param exceptions evaluates {@code exception} of the same package, if it has one
   * @param place where the rule is defined
   * @param folder what the names of files are relative to
   */
  ConftestRule(
      RuleMetadata metadata,
      ConftestName name,
      Judgement.Evaluator messages,
      Optional<Judgement.Evaluator> exceptions,
      RegoLocation place,
      PolicySources sources,
      String folder) {
    this.metadata = metadata;
    this.name = name;
    this.messages = messages;
    this.exceptions = exceptions;
    this.place = place;
    this.sources = sources;
    this.folder = folder;
  }

  @Override
  public RuleMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    RegoValue input = PolicyInput.of(object).document();
    Judgement judgement = new Judgement(metadata, object, sources);
    RegoObject file = ConftestFile.data(folder, object.document().source().name());
    Optional<RegoValue> value = judgement.evaluate(messages, input, file);
    if (value.isPresent() && !items(value.get()).isEmpty() && !isExcepted(judgement, input, file)) {
      items(value.get()).forEach(item -> report(item, object.root(), judgement, violations));
    }
    judgement.end();
  }

  private boolean isExcepted(Judgement judgement, RegoValue input, RegoObject file) {
    return exceptions
        .flatMap(rule -> judgement.evaluate(rule, input, file))
        .map(ConftestRule::items)
        .orElse(List.of())
        .stream()
        .flatMap(names -> items(names).stream())
        .anyMatch(item -> item instanceof RegoString excepted && name.isMeantBy(excepted.value()));
  }

  private void report(RegoValue item, Field root, Judgement judgement, Violations violations) {
    RegoValue message = item instanceof RegoObject object ? object.get("msg") : item;
    if (!(message instanceof RegoString text)) {
      judgement.malformed(
          place, "a result is a string or an object with 'msg', not " + Excerpts.of(item));
    } else if (!text.value().isEmpty()) {
      // for Conftest, too, a result without a message is none
      violations.report(field(item, root), Excerpts.message(text.value()));
    }
  }

  /**
   * The field that a result names by a path, as native findings do; the object where it does not.
   */
  private static Field field(RegoValue item, Field root) {
    Optional<RegoValue> path =
        item instanceof RegoObject object
            ? Optional.ofNullable(object.get("path"))
            : Optional.empty();
    return root.get(path.flatMap(Paths::read).orElse(FieldPath.ROOT));
  }

  /** The results, of a rule that is no set as well. */
  private static List<RegoValue> items(RegoValue value) {
    if (value instanceof RegoSet set) {
      return set.items();
    }
    if (value instanceof RegoArray array) {
      return array.items();
    }
    return value == RegoBoolean.FALSE ? List.of() : List.of(value);
  }
}
