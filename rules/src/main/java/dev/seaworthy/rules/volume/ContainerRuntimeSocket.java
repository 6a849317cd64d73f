package dev.seaworthy.rules.volume;

import dev.seaworthy.model.HostPath;
import dev.seaworthy.model.Volume;
import dev.seaworthy.model.VolumeMount;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags {@code hostPath} volumes that hand over the socket of a container runtime, or a folder in
 * which one lies. A read-only mount is no help: it does not keep anybody from connecting.
 */
public final class ContainerRuntimeSocket implements WorkloadRule {

  /** What the sockets are called, wherever a distribution or a rootless runtime puts them. */
  private static final Set<String> NAMES =
      Set.of(
          "docker.sock",
          "containerd.sock",
          "crio.sock",
          "podman.sock",
          "cri-dockerd.sock",
          "dockershim.sock",
          "nri.sock");

  /** Named pipes of Docker and containerd on Windows. */
  private static final Set<String> PIPES =
      Set.of("\\\\.\\pipe\\docker_engine", "\\\\.\\pipe\\containerd-containerd");

  /** Where sockets lie by default, the most common first; normalised. */
  private static final List<String> PLACES =
      List.of(
          "/run/containerd/containerd.sock",
          "/run/crio/crio.sock",
          "/run/docker.sock",
          "/run/podman/podman.sock",
          "/run/k3s/containerd/containerd.sock",
          "/run/k0s/containerd.sock",
          "/run/docker/containerd/containerd.sock",
          "/run/nri/nri.sock",
          "/var/snap/microk8s/common/run/containerd.sock");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("container-runtime-socket", "pod can command the container runtime")
          .severity(Severity.CRITICAL)
          .category("volume")
          .remediation(
              "Remove the volume: ask the Kubernetes API instead, and build images with a tool that"
                  + " needs no runtime.")
          .references(
              "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath",
              "https://kubernetes.io/docs/setup/production-environment/container-runtimes/")
          .aliases(
              "KSV-0006",
              "CKV_K8S_27",
              "C-0074",
              "docker-sock",
              "DockerSock",
              "disallow-cri-sock-mount",
              "docker-socket-requires-label")
          .standards("pss:baseline")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (Volume volume : workload.volumes()) {
      Optional<HostPath> path = volume.hostPath();
      Optional<String> exposed = path.flatMap(whole -> exposed(volume, whole));
      if (exposed.isPresent()) {
        violations.report(path.get().path(), "volume '" + volume.name() + "' is " + exposed.get());
      }
    }
  }

  /** What is dangerous in the parts that mounts show: all of it if nothing mounts it yet. */
  private static Optional<String> exposed(Volume volume, HostPath whole) {
    List<VolumeMount> mounts = volume.mounts();
    Stream<HostPath> parts =
        mounts.isEmpty()
            ? Stream.of(whole)
            : mounts.stream().map(mount -> whole.part(mount.subPath()));
    return parts.flatMap(part -> description(part).stream()).findFirst();
  }

  private static Optional<String> description(HostPath part) {
    String path = part.normalised();
    if (NAMES.contains(path.substring(path.lastIndexOf('/') + 1))
        || PIPES.stream().anyMatch(path::equalsIgnoreCase)) {
      return Optional.of("the container runtime's socket '" + path + "'");
    }
    String folder = "'" + path + "', which contains container runtime sockets such as '";
    return PLACES.stream().filter(part::contains).findFirst().map(socket -> folder + socket + "'");
  }
}
