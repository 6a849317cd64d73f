package dev.seaworthy.podsecurity;

import static dev.seaworthy.podsecurity.Check.since;
import static dev.seaworthy.podsecurity.Check.unlessUserNamespace;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Facts;
import dev.seaworthy.model.Field;
import dev.seaworthy.podsecurity.Forbidden.Verdict;
import dev.seaworthy.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/** The checks of the level baseline, in the order of their names. */
final class BaselineChecks {

  static final List<Check> ALL =
      List.of(
          Check.of("appArmorProfile", since(0, ProfileChecks::appArmor)),
          Check.of("capabilities_baseline", since(0, BaselineChecks::capabilities)),
          Check.of("hostNamespaces", since(0, BaselineChecks::hostNamespaces)),
          Check.of("hostPathVolumes", since(0, BaselineChecks::hostPathVolumes)),
          Check.of("hostPorts", since(0, BaselineChecks::hostPorts)),
          Check.of("hostProbesAndHostLifecycle", since(34, BaselineChecks::probeHosts)),
          Check.of("privileged", since(0, BaselineChecks::privileged)),
          Check.of(
              "procMount",
              since(0, BaselineChecks::procMount),
              since(35, unlessUserNamespace(BaselineChecks::procMount))),
          SeLinuxCheck.CHECK,
          Check.of(
              "seccompProfile_baseline",
              since(0, ProfileChecks::seccompAnnotations),
              since(19, ProfileChecks::seccompNotForbidden)),
          SysctlCheck.CHECK,
          Check.of("windowsHostProcess", since(0, BaselineChecks::windowsHostProcess)));

  /** What the runtimes give to containers by default. */
  private static final YamlMapping CAPABILITIES = Facts.about("default_capabilities");

  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HOOKS = List.of("postStart", "preStop");
  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket");

  private BaselineChecks() {}

  private static Optional<Verdict> capabilities(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      for (Field added : container.security().context().get("capabilities", "add").items()) {
        if (CAPABILITIES.entry(added.text()).isEmpty()) {
          forbidden.add(container.toString(), added, added.text());
        }
      }
    }
    return forbidden.verdict(
        "non-default capabilities", "must not include in securityContext.capabilities.add:");
  }

  private static Optional<Verdict> hostNamespaces(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (String name : List.of("hostNetwork", "hostPID", "hostIPC")) {
      if (pod.spec().get(name).isTrue()) {
        forbidden.add(Pod.NAME, pod.spec().get(name), name);
      }
    }
    return forbidden.verdict("host namespaces", "must not set to true:");
  }

  private static Optional<Verdict> hostPathVolumes(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Field volume : pod.spec().get("volumes").items()) {
      if (volume.get("hostPath").isPresent()) {
        forbidden.add("volume '" + volume.get("name").text() + "'", volume.get("hostPath"));
      }
    }
    return forbidden.verdict("hostPath volumes", "must not be a hostPath");
  }

  private static Optional<Verdict> hostPorts(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      for (Field port : container.field().get("ports").items()) {
        Field hostPort = port.get("hostPort");
        if (hostPort.integer().filter(number -> number != 0).isPresent()) {
          forbidden.add(container.toString(), hostPort, hostPort.text());
        }
      }
    }
    return forbidden.verdict("hostPort", "must not use hostPort");
  }

  private static Optional<Verdict> probeHosts(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      for (String probe : PROBES) {
        handlers(container, container.field().get(probe), forbidden);
      }
      for (String hook : HOOKS) {
        handlers(container, container.field().get("lifecycle", hook), forbidden);
      }
    }
    return forbidden.verdict(
        "probe or lifecycle host", "must not set the host of a probe or hook:");
  }

  private static void handlers(Container container, Field handler, Forbidden forbidden) {
    for (String type : HANDLERS) {
      Field host = handler.get(type, "host");
      if (!host.text().isEmpty()) {
        forbidden.add(container.toString(), host, host.text());
      }
    }
  }

  private static Optional<Verdict> privileged(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      Field privileged = container.security().context().get("privileged");
      if (privileged.isTrue()) {
        forbidden.add(container.toString(), privileged);
      }
    }
    return forbidden.verdict("privileged", "must not set securityContext.privileged=true");
  }

  static Optional<Verdict> procMount(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Container container : pod.containers()) {
      Field procMount = container.security().context().get("procMount");
      if (procMount.isPresent() && !procMount.text().equals("Default")) {
        forbidden.add(container.toString(), procMount, procMount.text());
      }
    }
    return forbidden.verdict("procMount", "must not set securityContext.procMount to");
  }

  private static Optional<Verdict> windowsHostProcess(Pod pod) {
    Forbidden forbidden = new Forbidden();
    for (Pod.Set set : pod.inContexts("windowsOptions")) {
      Field hostProcess = set.field().get("hostProcess");
      if (hostProcess.isTrue()) {
        forbidden.add(set.setter(), hostProcess);
      }
    }
    return forbidden.verdict(
        "hostProcess", "must not set securityContext.windowsOptions.hostProcess=true");
  }
}
