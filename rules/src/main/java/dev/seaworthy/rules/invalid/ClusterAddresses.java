package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The addresses of a service inside of the cluster.
 *
 * @param spec the spec of the service
 * @param type its type as written
 */
record ClusterAddresses(Field spec, String type) {

  private static final String NONE = "None";
  private static final Set<String> MAY_BE_HEADLESS = Set.of("", "ClusterIP");

  void check(Violations violations) {
    Field address = spec.get("clusterIP");
    List<Field> addresses = spec.get("clusterIPs").items();
    checkAddress(address, violations);
    if (address.text().equals(NONE) && !MAY_BE_HEADLESS.contains(type)) {
      violations.report(
          address, "a service of type '" + type + "' has an address: remove 'clusterIP' 'None'");
    }
    if (!addresses.isEmpty()) {
      checkList(address, addresses, violations);
    }
    checkFamilies(violations);
  }

  private void checkList(Field address, List<Field> addresses, Violations violations) {
    Field first = addresses.get(0);
    boolean known = !Placeholder.isIn(address.text()) && !Placeholder.isIn(first.text());
    if (address.text().isEmpty()) {
      violations.report(first, "'clusterIPs' needs its first address as 'clusterIP' as well");
    } else if (known && !address.text().equals(first.text())) {
      violations.report(
          Violation.at(
                  first,
                  "the first of 'clusterIPs' is '"
                      + first.text()
                      + "', and 'clusterIP' is '"
                      + address.text()
                      + "'")
              .with(address, "this is 'clusterIP'"));
    }
    for (Field other : addresses.subList(1, addresses.size())) {
      if (other.text().equals(NONE) || first.text().equals(NONE)) {
        violations.report(other, "'None' is the only one of 'clusterIPs' where it is there");
      } else {
        checkAddress(other, violations);
      }
    }
  }

  private static void checkAddress(Field field, Violations violations) {
    String text = field.string().orElse("");
    boolean fine = text.isEmpty() || text.equals(NONE) || Placeholder.isIn(text);
    if (!fine && IpAddress.parse(text).isEmpty()) {
      violations.report(
          field,
          "'"
              + text
              + "' is no address of a service: an IP address or 'None' is"
              + Suggestions.didYouMean(text, List.of(NONE)));
    }
  }

  private void checkFamilies(Violations violations) {
    Map<String, Field> seen = new HashMap<>();
    for (Field family : spec.get("ipFamilies").items()) {
      Field first = seen.putIfAbsent(family.text(), family);
      if (first != null && !Placeholder.isIn(family.text())) {
        violations.report(
            Violation.at(family, "'ipFamilies' has '" + family.text() + "' twice")
                .with(first, "this is the first"));
      }
    }
  }
}
