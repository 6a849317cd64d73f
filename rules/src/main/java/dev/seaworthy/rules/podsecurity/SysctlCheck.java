package dev.seaworthy.rules.podsecurity;

import static dev.seaworthy.rules.podsecurity.Check.since;

import dev.seaworthy.model.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The check {@code sysctls}: an allow-list that grows. */
final class SysctlCheck {

  private static final List<String> FIRST =
      List.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start");
  private static final List<String> SINCE_27 = List.of("net.ipv4.ip_local_reserved_ports");
  private static final List<String> SINCE_29 =
      List.of(
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes");
  private static final List<String> SINCE_32 = List.of("net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");
  private static final List<String> SINCE_37 =
      List.of("net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat");

  static final Check CHECK =
      Check.of(
          "sysctls",
          since(0, allowing(List.of(FIRST))),
          since(27, allowing(List.of(FIRST, SINCE_27))),
          since(29, allowing(List.of(FIRST, SINCE_27, SINCE_29))),
          since(32, allowing(List.of(FIRST, SINCE_27, SINCE_29, SINCE_32))),
          since(37, allowing(List.of(FIRST, SINCE_27, SINCE_29, SINCE_32, SINCE_37))));

  private SysctlCheck() {}

  private static Check.Judge allowing(List<List<String>> names) {
    Set<String> allowed = new HashSet<>();
    names.forEach(allowed::addAll);
    return pod -> judge(pod, allowed);
  }

  private static Optional<Forbidden.Verdict> judge(Pod pod, Set<String> allowed) {
    Forbidden forbidden = new Forbidden();
    for (Field sysctl : pod.context().get("sysctls").items()) {
      Field name = sysctl.get("name");
      if (!allowed.contains(name.text())) {
        forbidden.add(Pod.NAME, name, name.text());
      }
    }
    return forbidden.verdict("forbidden sysctls", "must not set");
  }
}
