package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ObjectReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The identities of the findings in one file: rule, file, object and path, with the names of list
 * items instead of their indices, so that they survive edits elsewhere. The API version's number is
 * left out, so that they survive an upgrade too. Of equal ones all but the first are numbered.
 */
final class Fingerprints {

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** What the API server tells items apart by in lists where that is not the name. */
  private static final Map<String, String> KEYS =
      Map.of("volumeMounts", "mountPath", "volumeDevices", "devicePath", "hostAliases", "ip");

  private final Map<String, Integer> seen = new HashMap<>();

  /** The next finding of a rule at a field. */
  String next(String ruleId, KubernetesObject object, FieldPath path) {
    ObjectReference reference = object.reference();
    StringBuilder identity = new StringBuilder(128);
    identity.append(ruleId).append('\n');
    identity.append(object.document().source().name()).append('\n');
    identity.append(reference.group()).append('/').append(reference.kind()).append('\n');
    identity.append(reference.namespace().orElse("")).append('/').append(reference.name());
    identity.append('\n');
    Field field = object.root();
    String list = "";
    for (FieldPath step : path.steps()) {
      field = step.isIndex() ? field.item(step.index()) : field.get(step.name());
      String name =
          step.isIndex() ? field.get(KEYS.getOrDefault(list, "name")).text() : step.name();
      identity.append('/').append(name.isEmpty() ? String.valueOf(step.index()) : name);
      list = step.name();
    }
    return next(identity);
  }

  /** The next finding of a rule about a file as a whole. */
  String next(String ruleId, String file, String message) {
    return next(new StringBuilder(ruleId).append('\n').append(file).append('\n').append(message));
  }

  /** A fingerprint, or another one if it was given before. */
  String distinct(String fingerprint) {
    int number = seen.merge(fingerprint, 1, Integer::sum);
    return number == 1 ? fingerprint : hash(fingerprint + "\n" + number);
  }

  private String next(StringBuilder identity) {
    String hash = hash(identity);
    int number = seen.merge(hash, 1, Integer::sum);
    return number == 1 ? hash : hash(identity.append('\n').append(number));
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
