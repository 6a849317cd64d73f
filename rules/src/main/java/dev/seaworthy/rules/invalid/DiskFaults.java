package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.regex.Pattern;

/** Disks of the network whose fields do not fit each other, or that are named wrongly. */
final class DiskFaults {

  private static final Pattern ISCSI_NAME =
      Pattern.compile(
          "iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9.-]+:[^,;*&$|\\s]+"
              + "|eui.[A-Za-z0-9]{16}"
              + "|naa.[A-Za-z0-9]{32}");

  private static final List<String> CHAP = List.of("chapAuthDiscovery", "chapAuthSession");

  private DiskFaults() {}

  static void check(Field volume, Violations violations) {
    checkIscsi(volume.get("iscsi"), violations);
    checkFibreChannel(volume.get("fc"), violations);
    checkAzure(volume.get("azureDisk"), violations);
  }

  private static void checkIscsi(Field iscsi, Violations violations) {
    for (Field name : List.of(iscsi.get("iqn"), iscsi.get("initiatorName"))) {
      String text = name.string().orElse("");
      boolean known = text.isEmpty() || Placeholder.isIn(text);
      if (!known && !ISCSI_NAME.matcher(text).matches()) {
        violations.report(
            name,
            "'" + text + "' is no name of iSCSI, such as 'iqn.2001-04.com.example:storage.disk1'");
      }
    }
    for (String name : CHAP) {
      Field chap = iscsi.get(name);
      if (chap.isTrue() && !iscsi.get("secretRef").isPresent()) {
        violations.report(chap, "'" + name + "' needs a 'secretRef'");
        return;
      }
    }
  }

  private static void checkFibreChannel(Field channel, Violations violations) {
    Field targets = channel.get("targetWWNs");
    Field names = channel.get("wwids");
    boolean hasTargets = !targets.items().isEmpty();
    boolean hasNames = !names.items().isEmpty();
    if (channel.isMapping() && !hasTargets && !hasNames) {
      violations.report(channel, "an 'fc' volume needs 'targetWWNs' or 'wwids'");
    } else if (hasTargets && hasNames) {
      violations.report(
          Violation.at(names, "an 'fc' volume has either 'targetWWNs' or 'wwids'")
              .with(targets, "this is the other"));
    } else if (hasTargets && !channel.get("lun").isPresent()) {
      violations.report(channel.get("lun"), "an 'fc' volume with 'targetWWNs' needs a 'lun'");
    }
  }

  private static void checkAzure(Field disk, Violations violations) {
    Field uri = disk.get("diskURI");
    Field kind = disk.get("kind");
    String name = kind.isPresent() ? kind.text() : "Shared";
    String start =
        switch (name) {
          case "Managed" -> "/subscriptions/";
          case "Shared", "Dedicated" -> "https://";
          default -> "";
        };
    String text = uri.text();
    if (!text.isEmpty() && !text.startsWith(start) && !Placeholder.isIn(text)) {
      violations.report(
          Violation.at(uri, "the 'diskURI' of a '" + name + "' disk starts with '" + start + "'")
              .with(kind, kind.isPresent() ? "this is the kind" : "this is the default"));
    }
  }
}
