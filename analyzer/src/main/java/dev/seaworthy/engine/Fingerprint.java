package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReference;

/**
 * The identity of a finding: rule, object and path, with the names of list items instead of their
 * indices, so that it survives edits elsewhere. The API version's number is left out, so that it
 * survives an upgrade too.
 */
final class Fingerprint {

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  static String of(String ruleId, KubernetesObject object, FieldPath path) {
    ObjectReference reference = object.reference();
    StringBuilder identity = new StringBuilder(128);
    identity.append(ruleId).append('\n');
    identity.append(reference.group()).append('/').append(reference.kind()).append('\n');
    identity.append(reference.namespace().orElse("")).append('/').append(reference.name());
    identity.append('\n');
    Field field = object.root();
    for (FieldPath step : path.steps()) {
      field = step.isIndex() ? field.item(step.index()) : field.get(step.name());
      String name = step.isIndex() ? field.get("name").text() : step.name();
      identity.append('/').append(name.isEmpty() ? String.valueOf(step.index()) : name);
    }
    return hash(identity);
  }

  static String of(String ruleId, String file, String identity) {
    return hash(ruleId + '\n' + file + '\n' + identity);
  }

  /** FNV-1a over UTF-16 units, twice from different starts: 128 bits, no security needed. */
  private static String hash(CharSequence text) {
    return hex(fnv(text, OFFSET_BASIS)) + hex(fnv(text, ~OFFSET_BASIS));
  }

  private static long fnv(CharSequence text, long basis) {
    long hash = basis;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hash = (hash ^ (c & 0xff)) * PRIME;
      hash = (hash ^ (c >> 8)) * PRIME;
    }
    return hash;
  }

  private static String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
