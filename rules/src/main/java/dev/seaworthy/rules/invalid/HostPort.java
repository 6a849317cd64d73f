package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import java.util.Optional;

/**
 * A port of the host that a pod takes.
 *
 * @param number the port
 * @param protocol such as {@code TCP}
 * @param address the address that it is taken on; empty for all
 * @param field where it is written
 */
record HostPort(long number, String protocol, String address, Field field) {

  /**
   * The port of the host that a port of a container takes: none where none is written, unless the
   * pod is in the network of the host, where each container port is one of the host as well.
   *
   * @param hostNetwork whether the pod is
   */
  static Optional<HostPort> of(Field port, boolean hostNetwork) {
    Field written = port.get("hostPort");
    boolean given = written.integer().filter(number -> number != 0).isPresent();
    Field field = given || !hostNetwork ? written : port.get("containerPort");
    String protocol = port.get("protocol").text();
    return field
        .integer()
        .filter(number -> number != 0)
        .map(
            number ->
                new HostPort(
                    number,
                    protocol.isEmpty() ? "TCP" : protocol,
                    port.get("hostIP").text(),
                    field));
  }

  /** What is equal for ports that the API server takes for the same. */
  String key() {
    return protocol + "/" + address + "/" + number;
  }

  /** Returns what to call it in a message. */
  @Override
  public String toString() {
    String where = address.isEmpty() ? "" : " on '" + address + "'";
    return protocol + " port " + number + " of the host" + where;
  }
}
