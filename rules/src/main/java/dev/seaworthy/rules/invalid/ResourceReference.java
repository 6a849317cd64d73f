package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A resource of a container in the downward API, and the unit that it is counted in. */
final class ResourceReference {

  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.ephemeral-storage");

  private static final List<String> HUGE_PAGES =
      List.of("limits.hugepages-", "requests.hugepages-");

  private static final List<BigDecimal> OF_CPU = List.of(BigDecimal.ONE, new BigDecimal("0.001"));

  private static final List<BigDecimal> OF_BYTES =
      IntStream.rangeClosed(0, 6)
          .boxed()
          .flatMap(
              power ->
                  Stream.of(
                      BigDecimal.valueOf(1000).pow(power), BigDecimal.valueOf(1024).pow(power)))
          .toList();

  private ResourceReference() {}

  static void check(Field reference, Violations violations) {
    Field resource = reference.get("resource");
    String name = resource.string().orElse("");
    if (name.isEmpty() || Placeholder.isIn(name)) {
      return;
    }
    if (!RESOURCES.contains(name) && HUGE_PAGES.stream().noneMatch(name::startsWith)) {
      violations.report(
          resource,
          "'" + name + "' is no resource of a container" + Suggestions.didYouMean(name, RESOURCES));
      return;
    }
    Field divisor = reference.get("divisor");
    boolean cpu = name.endsWith(".cpu");
    Optional<BigDecimal> unit = Quantity.of(divisor).flatMap(Quantity::value);
    boolean known =
        unit.isEmpty()
            || unit.get().signum() == 0
            || (cpu ? OF_CPU : OF_BYTES)
                .stream().anyMatch(value -> value.compareTo(unit.get()) == 0);
    if (!known) {
      violations.report(
          divisor,
          "'divisor' '"
              + divisor.text()
              + "' is no unit of '"
              + name
              + (cpu ? "': '1' and '1m' are" : "': '1', '1k', '1Ki', '1M', '1Mi' and so on are"));
    }
  }
}
