package dev.seaworthy.schema.generator;

import java.util.List;

/**
 * A minor version of Kubernetes, and something that came with it: how a client is told to be of
 * that version, as it does not say so itself.
 *
 * @param marker a model, or a field as {@code Model.field}
 */
record MinorVersion(int major, int minor, String marker) implements Comparable<MinorVersion> {

  @Override
  public int compareTo(MinorVersion other) {
    return major != other.major ? major - other.major : minor - other.minor;
  }

  static MinorVersion of(Client client, List<MinorVersion> known) {
    MinorVersion version = null;
    for (MinorVersion candidate : known) {
      if (client.knows(candidate.marker())) {
        version = candidate;
      }
    }
    if (version == null) {
      throw new IllegalArgumentException(
          client.jar() + " is of an older version of Kubernetes than " + known.get(0));
    }
    for (MinorVersion older : known.subList(0, known.indexOf(version))) {
      if (!client.knows(older.marker())) {
        throw new IllegalArgumentException(
            client.jar() + " looks like " + version + ", but lacks what came with " + older);
      }
    }
    return version;
  }

  @Override
  public String toString() {
    return major + "." + minor + " (" + marker + ")";
  }
}
