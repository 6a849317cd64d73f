package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of a container, or of a pod as a whole, and what is wrong with them. */
final class ResourceFaults {

  private final String owner;
  private final boolean whole;
  private final boolean template;
  private final Violations violations;

  /**
   * @param owner what to call it in a message, such as {@code container 'app'}
   * @param whole whether it is the pod as a whole
   * @param template whether it reaches the API server in a template, where nothing adds to it
   */
  ResourceFaults(String owner, boolean whole, boolean template, Violations violations) {
    this.owner = owner;
    this.whole = whole;
    this.template = template;
    this.violations = violations;
  }

  void check(Field resources) {
    Field limits = resources.get("limits");
    Field requests = resources.get("requests");
    for (Field list : List.of(limits, requests)) {
      list.members().stream().filter(Field::isPresent).forEach(this::checkAmount);
    }
    requests.members().forEach(request -> checkLimit(request, limits));
    List<ResourceName> names =
        Stream.concat(limits.members().stream(), requests.members().stream())
            .map(amount -> new ResourceName(amount.path().name()))
            .toList();
    boolean alone =
        names.stream().anyMatch(ResourceName::isHugePages)
            && names.stream().noneMatch(ResourceName::isCpuOrMemory);
    // a LimitRange or the API server may give a pod the other two
    if (template && alone) {
      violations.report(resources, owner + " has huge pages and needs 'cpu' or 'memory' as well");
    }
  }

  /** Judges the name of a resource and how much of it there is. */
  void checkAmount(Field amount) {
    ResourceName name = new ResourceName(amount.path().name());
    if (Placeholder.isIn(name.text())) {
      return;
    }
    Optional<String> fault = name.fault(whole);
    if (fault.isPresent()) {
      violations.report(amount, "'" + name.text() + "' " + fault.get());
      return;
    }
    Optional<BigDecimal> value = value(amount);
    String text = "'" + amount.text() + "' of '" + name.text() + "' for " + owner;
    if (value.isEmpty()) {
      return;
    }
    if (value.get().signum() < 0) {
      violations.report(amount, text + " is less than nothing");
    } else if (name.isExtended() && !isMultiple(value.get(), BigDecimal.ONE)) {
      violations.report(amount, text + " is no whole number");
    } else if (name.isHugePages()) {
      Optional<BigDecimal> size = Quantity.parse(name.pageSize()).flatMap(Quantity::value);
      boolean known = size.filter(page -> page.signum() > 0).isPresent();
      if (!known) {
        violations.report(amount, "'" + name.text() + "' names no size of a page, such as '2Mi'");
      } else if (!isMultiple(value.get(), size.get())) {
        violations.report(amount, text + " is no multiple of a page");
      }
    }
  }

  private static boolean isMultiple(BigDecimal value, BigDecimal of) {
    return value.remainder(of).signum() == 0;
  }

  private void checkLimit(Field request, Field limits) {
    String text = request.path().name();
    ResourceName name = new ResourceName(text);
    Field limit = limits.get(text);
    Optional<BigDecimal> requested = value(request);
    Optional<BigDecimal> allowed = value(limit);
    if (requested.isEmpty() || name.fault(whole).isPresent()) {
      return;
    }
    // a LimitRange may give a pod its limit
    if (template && !limit.isPresent() && !name.mayBeShared()) {
      violations.report(
          Violation.at(request, owner + " requests '" + text + "', which needs the same limit")
              .with(limits, "it has none"));
      return;
    }
    int order = allowed.map(requested.get()::compareTo).orElse(0);
    if (order > 0 || order < 0 && !name.mayBeShared()) {
      String fault =
          order > 0
              ? ", over its limit of '" + limit.text() + "'"
              : ", and must request its limit of '" + limit.text() + "'";
      violations.report(
          Violation.at(
                  request, owner + " requests '" + request.text() + "' of '" + text + "'" + fault)
              .with(limit, "this is the limit"));
    }
  }

  private static Optional<BigDecimal> value(Field amount) {
    return Quantity.of(amount).flatMap(Quantity::value);
  }
}
