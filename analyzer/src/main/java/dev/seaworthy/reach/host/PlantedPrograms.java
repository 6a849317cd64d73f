package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The step that leaves a program on the node for others to run. */
final class PlantedPrograms {

  /** Where nodes have file systems that know no such programs, or do not heed them (nosuid). */
  private static final List<String> NOT_HEEDED = List.of("/proc", "/sys", "/dev", "/run");

  private static final Set<String> NO_FILES = Set.of("Socket", "CharDevice", "BlockDevice");

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          new DefinedEdge<>(
              "setfcap",
              "leaves a program with capabilities on the node for whoever runs it there",
              ROOT,
              HOST_VIEW,
              """
              SETFCAP gives capabilities to files, and files in a host path are the node's: a user of \
              the node, or of another pod that mounts them, who runs the program has them. A \
              read-only mount stops it, and so does SELinux if enforced. In a user namespace such \
              capabilities are worth something in that namespace alone: the kernel writes down whose \
              root gave them.""",
              "https://man7.org/linux/man-pages/man7/capabilities.7.html",
              List.of(
                  Assumption.RUNTIME_DEFAULT_CAPABILITIES,
                  Assumption.ROOTLESS_NODES,
                  Assumption.SELINUX_ENFORCED),
              SeLinux.refuses(PlantedPrograms::planted)));

  private PlantedPrograms() {}

  private static List<Cause> planted(Situation situation) {
    Optional<CapabilitySource> source = CapabilitySource.of("SETFCAP", situation);
    if (source.isEmpty() || situation.userNamespace().isolatesRoot()) {
      return List.of();
    }
    return HostMounts.own(situation).stream()
        .filter(PlantedPrograms::takesPrograms)
        .map(
            mount ->
                mount.cause(
                    source.get().used(),
                    " takes programs with capabilities",
                    List.of(source.get().field()),
                    List.of(mount.readOnly(), source.get().cut())))
        .toList();
  }

  private static boolean takesPrograms(HostMount mount) {
    String path = mount.path().normalised() + "/";
    return mount.isWritable()
        && !NO_FILES.contains(mount.path().type())
        && NOT_HEEDED.stream().noneMatch(folder -> path.startsWith(folder + "/"));
  }
}
